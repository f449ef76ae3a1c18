// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/searchindex.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

SearchIndex::SearchIndex(std::chrono::milliseconds lag)
    : m_lag(lag)
    , m_seen(u"id"_s, contactKeys)
{ }

void SearchIndex::noteStored(const QJsonObject &contact, const QDateTime &now)
{
    m_coming.push_back({now.addMSecs(m_lag.count()), contact.value(u"id"_s).toString(), contact});
}

void SearchIndex::noteRemoved(const QString &id, const QDateTime &now)
{
    m_coming.push_back({now.addMSecs(m_lag.count()), id, std::nullopt});
}

const RecordTable &SearchIndex::seenAt(const QDateTime &now)
{
    while (!m_coming.empty() && m_coming.front().visibleFrom <= now) {
        apply(m_coming.front());
        m_coming.pop_front();
    }
    return m_seen;
}

void SearchIndex::reset(const RecordTable &contacts)
{
    m_coming.clear();
    m_seen.clear();
    for (const auto &[id, contact] : contacts.all())
        m_seen.put(contact);
}

void SearchIndex::apply(const Change &change)
{
    if (change.contact)
        m_seen.put(*change.contact);
    else
        (void)m_seen.remove(change.id);
}

QStringList contactKeys(const QJsonObject &contact)
{
    QStringList keys;
    if (const QString email = contact.value(u"email"_s).toString(); !email.isEmpty())
        keys.append(emailKeyOf(email));
    if (const QString phone = contact.value(u"phone"_s).toString(); !phone.isEmpty())
        keys.append(phoneKeyOf(phone));
    return keys;
}

QString emailKeyOf(const QString &email)
{
    return u"email:"_s + email.trimmed().toLower();
}

QString phoneKeyOf(const QString &phone)
{
    return u"phone:"_s + phone;
}

} // namespace twinbook::sandbox::highlevel
