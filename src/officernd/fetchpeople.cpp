// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/fetchpeople.h"

#include "core/logging.h"
#include "net/pagedrows.h"
#include "officernd/accountjob.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

class FetchPeople final : public AccountJob<FetchPeopleJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        withProperties([this] { readCompanies(); });
    }

private:
    void readCompanies()
    {
        walk(
            operationRequest(Operation::ListCompanies, {}, {{u"$select"_s, u"_id,name"_s}}),
            [this](const QJsonObject &page) {
                const QJsonArray elements = page.value("results"_L1).toArray();
                for (const auto item : elements) {
                    const QJsonObject company = item.toObject();
                    account().learned.companies.insert(company.value("_id"_L1).toString(),
                                                       company.value("name"_L1).toString());
                }
            },
            [this] { countPeople(); });
    }

    void countPeople()
    {
        ask(operationRequest(Operation::CountMembers), [this](const QJsonObject &count) {
            m_total = count.value("total"_L1).toInt();
            Q_EMIT progress(0, m_total);
            walk(
                operationRequest(Operation::ListMembers),
                [this](const QJsonObject &page) { take(page); }, [this] { complete(); });
        });
    }

    void take(const QJsonObject &page)
    {
        const QJsonArray elements = page.value("results"_L1).toArray();
        for (const auto item : elements) {
            RemoteRecord person = record(item.toObject());
            if (person.id.isEmpty())
                continue; // the counts will not agree, and absence will prove nothing
            const RemoteId id = person.id;
            m_people.add(id, std::move(person));
        }
        m_lastRow = page.value("rangeEnd"_L1).toInt();
        Q_EMIT progress(static_cast<int>(m_people.size()), m_total);
    }

    void complete()
    {
        PeopleSnapshot snapshot;
        const auto count = static_cast<int>(m_people.size());
        const bool whole = count == m_total && (count == m_lastRow || count == 0);
        snapshot.extent = whole ? PeopleSnapshot::Extent::Whole : PeopleSnapshot::Extent::Partial;
        if (!whole) {
            qCInfo(logOfficeRnD) << "read" << count << "people, counted" << m_total
                                 << "and last row" << m_lastRow;
        }
        snapshot.people = m_people.take();
        finish(std::move(snapshot));
    }

    PagedRows<RemoteId, RemoteRecord> m_people;
    int m_total = 0;
    int m_lastRow = 0;
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
        withProperties([this] {
            ask(operationRequest(Operation::GetMember, m_id.text()),
                [this](const QJsonObject &member) {
                    withCompanyOf(member, [this, member] { finishWithPerson(member); });
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

} // namespace twinbook::officernd
