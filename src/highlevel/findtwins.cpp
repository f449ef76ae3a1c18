// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/findtwins.h"

#include "core/phone.h"
#include "highlevel/accountjob.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

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
        withSchema([this] { lookUpEmail(); });
    }

private:
    void lookUpEmail()
    {
        if (m_query.email.isEmpty())
            lookUpPhone();
        else
            lookUp(findDuplicateByEmail(location(), m_query.email), [this] { lookUpPhone(); });
    }

    void lookUpPhone()
    {
        const QString phone = phoneE164(m_query.phone, account().learned.schema->country);
        if (phone.isEmpty())
            searchRecent();
        else
            lookUp(findDuplicateByPhone(location(), phone), [this] { searchRecent(); });
    }

    void lookUp(const HttpRequest &request, const Step &next)
    {
        send(request, [this, next](const QJsonObject &reply) {
            addCandidate(reply.value("contact"_L1).toObject());
            next();
        });
    }

    void searchRecent()
    {
        SearchPage page;
        page.addedSince = m_since;
        search(
            page,
            [this](const QJsonObject &reply) {
                const QJsonArray hits = reply.value("contacts"_L1).toArray();
                for (const auto hit : hits) {
                    if (isAlike(record(hit.toObject(), Fidelity::SearchHit)))
                        addCandidate(hit.toObject());
                }
                return More::Wanted;
            },
            [this] { readCandidates(); });
    }

    void addCandidate(const QJsonObject &contact)
    {
        const QString id = contact.value("id"_L1).toString();
        if (!id.isEmpty())
            m_candidates.insert(id);
    }

    void readCandidates()
    {
        if (m_candidates.isEmpty()) {
            finish(m_twins);
            return;
        }
        const QString id = *m_candidates.cbegin();
        m_candidates.remove(id);
        sendEither(getContact(id), [this](const Result<QJsonObject> &reply) {
            if (!reply && reply.error().kind != ErrorKind::NotFound) {
                finish(Failure(reply.error()));
                return;
            }
            if (reply)
                consider(reply->value("contact"_L1).toObject());
            readCandidates();
        });
    }

    void consider(const QJsonObject &contact)
    {
        const QDateTime added = addedAt(contact);
        const bool tooOld = added.isValid() && added < m_since;
        const RemoteRecord person = record(contact);
        if (!tooOld && isAlike(person))
            m_twins.append(person);
    }

    [[nodiscard]] bool isAlike(const RemoteRecord &person)
    {
        const auto text = [&](const QString &key) { return person.fields.value(key).text(); };
        return m_query.mayBe(text(u"email"_s), text(u"phone"_s),
                             text(u"firstName"_s) + u' ' + text(u"lastName"_s),
                             account().learned.schema->country);
    }

    const TwinQuery m_query;
    const QDateTime m_since;
    QSet<QString> m_candidates;
    QList<RemoteRecord> m_twins;
};

} // namespace

std::unique_ptr<PeopleJob> findTwinsJob(Account &account, const TwinQuery &query)
{
    return std::make_unique<FindTwins>(account, query);
}

} // namespace twinbook::highlevel
