// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logging.h"
#include "core/side.h"
#include "net/objectreader.h"
#include "net/pagedrows.h"
#include "net/requestjob.h"
#include "officernd/accountjob.h"
#include "officernd/listing.h"
#include "officernd/listquery.h"

namespace twinbook::officernd {

// The jobs behind every resource. They are templates over the plain structs, which are read by
// their readFrom().

//! Tells the rows of a list apart.
template<class Row>
[[nodiscard]] QString rowKey(const Row &row)
{
    return row.id.text();
}

//! The reply of one request as a T.
template<class T>
[[nodiscard]] std::unique_ptr<TypedJob<T>> itemJob(Account &account, Result<HttpRequest> request)
{
    return std::make_unique<RequestJob<T>>(account.client, account.lane, std::move(request),
                                           [](const Result<QJsonObject> &reply) -> Result<T> {
                                               if (!reply)
                                                   return Failure(reply.error());
                                               return decoded<T>(*reply, serviceName(Side::Left));
                                           });
}

//! A request whose reply says no more than that it was done.
[[nodiscard]] inline std::unique_ptr<TypedJob<void>> doneJob(Account &account,
                                                             Result<HttpRequest> request)
{
    return std::make_unique<RequestJob<void>>(account.client, account.lane, std::move(request),
                                              [](const Result<QJsonObject> &reply) -> Result<> {
                                                  if (!reply)
                                                      return Failure(reply.error());
                                                  return {};
                                              });
}

//! A job that fails, for what is wrong with a request before there is one.
template<class T>
[[nodiscard]] std::unique_ptr<TypedJob<T>> failedJob(Account &account, const Error &error)
{
    return std::make_unique<RequestJob<T>>(
        account.client, account.lane, Failure(error),
        [](const Result<QJsonObject> &reply) -> Result<T> { return Failure(reply.error()); });
}

//! A list to its end, in as many batches and pages as it takes.
template<class Row>
class ReadList final : public AccountJob<TypedJob<Listing<Row>>>
{
public:
    using Keep = std::function<bool(const Row &)>;

    //! Rows that `keep` does not want are left out; without it all stay.
    ReadList(Account &account, ListQuery query, Keep keep = {})
        : AccountJob<TypedJob<Listing<Row>>>(account)
        , m_query(std::move(query))
        , m_keep(std::move(keep))
    { }

protected:
    void run() override { readBatch(); }

private:
    using typename AccountJob<TypedJob<Listing<Row>>>::OnPage;

    void readBatch()
    {
        this->walk(
            m_query.request(m_batch, this->account()),
            [this](const QJsonObject &page) { take(page); }, [this] { batchRead(); },
            [this](const Error &error) { return goesOnWithout(error); });
    }

    //! Remembers the refused filter for every later read.
    bool goesOnWithout(const Error &error)
    {
        const QStringList doubtful = m_query.doubtful(this->account());
        for (const QString &name : doubtful) {
            if (!refusesParameter(error, name))
                continue;
            qCInfo(logOfficeRnD) << factsOf(m_query.operation()).name << "does not filter by"
                                 << name;
            this->account().learned.refusedFilters[m_query.operation()].insert(name);
            readBatch();
            return true;
        }
        return false;
    }

    void take(const QJsonObject &page)
    {
        if (!m_fault.isEmpty())
            return;
        ObjectReader reader(page, m_fault);
        std::optional<QList<Row>> rows;
        reader.read(QLatin1StringView("results"), rows);
        for (Row &row : rows.value_or(QList<Row>())) {
            const QString key = rowKey(row);
            m_rows.add(key, std::move(row));
        }
        // Lists without numbered rows are believed: nothing speaks against them.
        const QJsonValue end = page.value(QLatin1StringView("rangeEnd"));
        m_lastRow = end.isDouble() ? end.toInt() : static_cast<int>(m_rows.size());
    }

    void batchRead()
    {
        if (!m_fault.isEmpty()) {
            this->finish(Failure(unreadableReply(serviceName(Side::Left), m_fault)));
            return;
        }
        if (m_rows.size() != m_lastRow)
            m_listing.extent = Listing<Row>::Extent::Partial;
        for (Row &row : m_rows.take()) {
            if (!m_keep || m_keep(row))
                m_listing.rows.append(std::move(row));
        }
        m_lastRow = 0;
        if (++m_batch < m_query.batches())
            readBatch();
        else
            conclude();
    }

    void conclude()
    {
        m_listing.reach = m_query.isTakenInFull(this->account()) ? Listing<Row>::Reach::AsAsked
                                                                 : Listing<Row>::Reach::Everything;
        this->finish(std::move(m_listing));
    }

    const ListQuery m_query;
    const Keep m_keep;
    Listing<Row> m_listing {.rows = {}, .extent = Listing<Row>::Extent::Whole};
    PagedRows<QString, Row> m_rows;
    QString m_fault;
    qsizetype m_batch = 0;
    int m_lastRow = 0;
};

template<class Row>
[[nodiscard]] ListJob<Row> listJob(Account &account, ListQuery query,
                                   typename ReadList<Row>::Keep keep = {})
{
    return std::make_unique<ReadList<Row>>(account, std::move(query), std::move(keep));
}

} // namespace twinbook::officernd
