// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/findtwins.h"

#include "core/normalize.h"
#include "core/phone.h"
#include "highlevel/accountjob.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

//! The service's clock and ours may differ.
constexpr qint64 marginSeconds = 120;

class FindTwins final : public AccountJob<PeopleJob>
{
public:
    FindTwins(Account &account, TwinQuery query)
        : AccountJob(account)
        , m_query(std::move(query))
        , m_since(m_query.since.addSecs(-marginSeconds))
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
        const QString phone = phoneE164(m_query.phone, account().schema->country);
        if (phone.isEmpty())
            searchRecent({});
        else
            lookUp(findDuplicateByPhone(location(), phone), [this] { searchRecent({}); });
    }

    void lookUp(const HttpRequest &request, const Step &next)
    {
        send(request, [this, next](const QJsonObject &reply) {
            addCandidate(reply.value("contact"_L1).toObject());
            next();
        });
    }

    void searchRecent(const QJsonArray &searchAfter)
    {
        SearchPage page;
        page.addedSince = m_since;
        page.searchAfter = searchAfter;
        send(searchContacts(location(), page), [this, searchAfter](const QJsonObject &reply) {
            const QJsonArray hits = reply.value("contacts"_L1).toArray();
            for (const auto hit : hits) {
                if (isAlike(record(hit.toObject(), Fidelity::SearchHit)))
                    addCandidate(hit.toObject());
            }
            const QJsonArray next = hits.isEmpty()
                ? QJsonArray()
                : hits.last().toObject().value("searchAfter"_L1).toArray();
            if (next.isEmpty() || next == searchAfter)
                readCandidates();
            else
                searchRecent(next);
        });
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
        const QString email = emailKey(m_query.email);
        if (!email.isEmpty() && email == emailKey(text(u"email"_s)))
            return true;
        const QString &country = account().schema->country;
        const QString phone = phoneKey(m_query.phone, country);
        if (!phone.isEmpty() && phone == phoneKey(text(u"phone"_s), country))
            return true;
        const QString name = foldedText(m_query.name);
        const QString full = text(u"firstName"_s) + u' ' + text(u"lastName"_s);
        return !name.isEmpty() && name == foldedText(full);
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
