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

bool isOwnedByAnother(const QMultiHash<QString, int> &owners, const QString &key, int self)
{
    const auto [begin, end] = owners.equal_range(key);
    return begin != end && std::none_of(begin, end, [self](int owner) { return owner == self; });
}

} // namespace

Identifiers::Identifiers(const std::vector<Observation> &people, const MatchRows &rows,
                         QString country)
    : m_emailRow(rows.email)
    , m_phoneRow(rows.phone)
    , m_country(std::move(country))
{
    m_emails.reserve(static_cast<qsizetype>(people.size()));
    m_phones.reserve(static_cast<qsizetype>(people.size()));
    const auto shownAt = [](const Observation &person, int row) {
        const FieldValue &value = person.values[static_cast<std::size_t>(row)];
        const QString *text = value.textIfAny();
        return text ? *text : value.toDisplay();
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto owner = static_cast<int>(i);
        if (m_emailRow >= 0)
            insertIfAny(m_emails, emailKey(shownAt(people[i], m_emailRow)), owner);
        if (m_phoneRow >= 0)
            insertIfAny(m_phones, phoneKey(shownAt(people[i], m_phoneRow), m_country), owner);
    }
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
    std::vector<int> found;
    const auto collect = [&found](const Owners &owners, const QString &key) {
        const auto [begin, end] = owners.equal_range(key);
        if (!key.isEmpty())
            found.insert(found.end(), begin, end);
    };
    collect(m_emails, keys.email);
    collect(m_phones, keys.phone);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace twinbook
