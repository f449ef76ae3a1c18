// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/fetchpeople.h"

#include "core/logging.h"
#include "highlevel/accountjob.h"
#include "net/pagedrows.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

class FetchPeople final : public AccountJob<FetchPeopleJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        withSchema([this] {
            search(
                {},
                [this](const QJsonObject &page) {
                    take(page);
                    return m_people.size() < m_total ? More::Wanted : More::Enough;
                },
                [this] { complete(); });
        });
    }

private:
    void take(const QJsonObject &reply)
    {
        m_total = reply.value("total"_L1).toInt();
        const QJsonArray elements = reply.value("contacts"_L1).toArray();
        for (const auto hit : elements) {
            RemoteRecord person = record(hit.toObject(), Fidelity::SearchHit);
            if (person.id.isEmpty())
                continue; // the counts will not agree, and absence will prove nothing
            const RemoteId id = person.id;
            m_people.add(id, std::move(person));
        }
        Q_EMIT progress(static_cast<int>(m_people.size()), m_total);
    }

    void complete()
    {
        PeopleSnapshot snapshot;
        const bool whole = m_people.size() == m_total;
        snapshot.extent = whole ? PeopleSnapshot::Extent::Whole : PeopleSnapshot::Extent::Partial;
        if (!whole)
            qCInfo(logHighLevel) << "read" << m_people.size() << "people of" << m_total;
        snapshot.people = m_people.take();
        finish(std::move(snapshot));
    }

    PagedRows<RemoteId, RemoteRecord> m_people;
    int m_total = 0;
};

class FetchPerson final : public AccountJob<PersonJob>
{
public:
    FetchPerson(Account &account, RemoteId id)
        : AccountJob(account)
        , m_id(std::move(id))
    { }

protected:
    void run() override
    {
        withSchema([this] {
            send(getContact(m_id.text()), [this](const QJsonObject &reply) {
                finishWithPerson(reply.value("contact"_L1).toObject());
            });
        });
    }

private:
    RemoteId m_id;
};

} // namespace

std::unique_ptr<FetchPeopleJob> fetchPeopleJob(Account &account)
{
    return std::make_unique<FetchPeople>(account);
}

std::unique_ptr<PersonJob> fetchPersonJob(Account &account, const RemoteId &id)
{
    return std::make_unique<FetchPerson>(account, id);
}

} // namespace twinbook::highlevel
