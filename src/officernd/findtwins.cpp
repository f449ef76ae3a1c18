// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/findtwins.h"

#include "officernd/accountjob.h"
#include "officernd/body.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

class FindTwins final : public AccountJob<PeopleJob>
{
public:
    FindTwins(Account &account, TwinQuery query)
        : AccountJob(account)
        , m_query(std::move(query))
        , m_since(m_query.earliest())
    { }

protected:
    void run() override
    {
        withProperties([this] { searchByEmail(); });
    }

private:
    void searchByEmail()
    {
        if (m_query.email.isEmpty())
            searchByName();
        else
            search({{u"email"_s, m_query.email}}, [this] { searchByName(); });
    }

    void searchByName()
    {
        if (m_query.name.isEmpty())
            searchByTime();
        else
            search({{u"name"_s, m_query.name}}, [this] { searchByTime(); });
    }

    void searchByTime()
    {
        search({{u"createdAt[$gte]"_s, toWire(m_since).toString()}}, [this] { nameCompanies(); });
    }

    void search(const QueryItems &filters, const Step &next)
    {
        walk(
            operationRequest(Operation::ListMembers, {}, filters),
            [this](const QJsonObject &page) {
                const QJsonArray elements = page.value("results"_L1).toArray();
                for (const auto item : elements)
                    consider(item.toObject());
            },
            next);
    }

    void consider(const QJsonObject &member)
    {
        const QDateTime createdAt
            = QDateTime::fromString(member.value("createdAt"_L1).toString(), Qt::ISODateWithMs);
        const bool tooOld = createdAt.isValid() && createdAt < m_since;
        if (!tooOld && isAlike(record(member)))
            m_found.insert(member.value("_id"_L1).toString(), member);
    }

    [[nodiscard]] bool isAlike(const RemoteRecord &person) const
    {
        const auto text = [&](const QString &key) { return person.fields.value(key).text(); };
        return m_query.mayBe(text(u"email"_s), text(u"phone"_s), text(u"name"_s), {});
    }

    void nameCompanies()
    {
        if (m_found.isEmpty()) {
            finish(m_twins);
            return;
        }
        const QJsonObject member = m_found.first();
        withCompanyOf(member, [this, member] {
            m_found.erase(m_found.begin());
            m_twins.append(record(member));
            nameCompanies();
        });
    }

    const TwinQuery m_query;
    const QDateTime m_since;
    QMap<QString, QJsonObject> m_found;
    QList<RemoteRecord> m_twins;
};

} // namespace

std::unique_ptr<PeopleJob> findTwinsJob(Account &account, const TwinQuery &query)
{
    return std::make_unique<FindTwins>(account, query);
}

} // namespace twinbook::officernd
