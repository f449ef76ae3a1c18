// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/identifiers.h"

#include "core/normalize.h"
#include "core/phone.h"

#include <algorithm>

namespace twinbook {

namespace {

void insertIfAny(QMultiHash<QString, int> &owners, const QString &key, int owner)
{
    if (!key.isEmpty())
        owners.insert(key, owner);
}

//! Nobody may take what is promised, not even a second newcomer: they all are "nobody" yet.
bool isPromisedToAnother(const QMultiHash<QString, int> &promises, const QString &key, int self)
{
    const auto [begin, end] = promises.equal_range(key);
    return std::any_of(begin, end, [self](int owner) { return owner < 0 || owner != self; });
}

//! As people see it, because that is what would be written to the other side.
QString shownAt(const Observation &person, int row)
{
    if (row < 0)
        return {};
    const FieldValue &value = person.values[static_cast<std::size_t>(row)];
    const QString *text = value.textIfAny();
    return text ? *text : value.toDisplay();
}

} // namespace

Identifiers::Owners::Owners(std::vector<QString> keys)
    : m_keys(std::move(keys))
{
    std::vector<KeyIndex::Entry> entries;
    entries.reserve(m_keys.size());
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (const auto hash = KeyIndex::hashOf(m_keys[i]))
            entries.push_back({*hash, static_cast<int>(i)});
    }
    m_index = KeyIndex(entries);
}

std::vector<int> Identifiers::Owners::of(const QString &key) const
{
    std::vector<int> owners;
    const auto hash = KeyIndex::hashOf(key);
    if (!hash)
        return owners;
    for (const KeyIndex::Entry &entry : m_index.find(*hash)) {
        if (m_keys[static_cast<std::size_t>(entry.person)] == key)
            owners.push_back(entry.person);
    }
    return owners;
}

Identifiers::Identifiers(const std::vector<Observation> &people,
                         const std::vector<MatchKeys> &known, const MatchRows &rows,
                         QString country)
    : m_emailRow(rows.email)
    , m_phoneRow(rows.phone)
    , m_country(std::move(country))
{
    std::vector<QString> emails(people.size());
    std::vector<QString> phones(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (i < known.size()) {
            emails[i] = known[i].email;
            phones[i] = known[i].phone;
        }
        if (emails[i].isEmpty())
            emails[i] = emailKey(shownAt(people[i], m_emailRow));
        if (phones[i].isEmpty())
            phones[i] = phoneKey(shownAt(people[i], m_phoneRow), m_country);
    }
    m_emails = Owners(std::move(emails));
    m_phones = Owners(std::move(phones));
}

bool Identifiers::isOwnedByAnother(const Owners &owners, const QString &key, int self)
{
    const std::vector<int> found = owners.of(key);
    return !found.empty() && std::find(found.begin(), found.end(), self) == found.end();
}

bool Identifiers::isTaken(std::size_t row, const FieldValue &wanted, int self) const
{
    const auto index = static_cast<int>(row);
    if (index == m_emailRow) {
        const QString key = emailKey(wanted.toDisplay());
        return isOwnedByAnother(m_emails, key, self)
            || isPromisedToAnother(m_promisedEmails, key, self);
    }
    if (index == m_phoneRow) {
        const QString key = phoneKey(wanted.toDisplay(), m_country);
        return isOwnedByAnother(m_phones, key, self)
            || isPromisedToAnother(m_promisedPhones, key, self);
    }
    return false;
}

void Identifiers::promise(std::size_t row, const FieldValue &value, int self)
{
    const auto index = static_cast<int>(row);
    if (index == m_emailRow)
        insertIfAny(m_promisedEmails, emailKey(value.toDisplay()), self);
    else if (index == m_phoneRow)
        insertIfAny(m_promisedPhones, phoneKey(value.toDisplay(), m_country), self);
}

std::vector<int> Identifiers::ownersOf(const MatchKeys &keys) const
{
    std::vector<int> found = m_emails.of(keys.email);
    const std::vector<int> more = m_phones.of(keys.phone);
    found.insert(found.end(), more.begin(), more.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace twinbook
