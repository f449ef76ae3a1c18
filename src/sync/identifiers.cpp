// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/identifiers.h"

#include "core/normalize.h"
#include "core/phone.h"

#include "sync/plan.h"

namespace twinbook {

namespace {

void insertIfNew(QHash<QString, int> &owners, const QString &key, int owner)
{
    if (!owners.contains(key))
        owners.insert(key, owner);
}

} // namespace

Identifiers::Identifiers(const std::vector<MatchKeys> &right, const MatchRows &rows,
                         QString country)
    : m_emailRow(rows.email)
    , m_phoneRow(rows.phone)
    , m_country(std::move(country))
{
    m_emails.reserve(static_cast<qsizetype>(right.size()));
    m_phones.reserve(static_cast<qsizetype>(right.size()));
    for (std::size_t i = 0; i < right.size(); ++i) {
        if (!right[i].email.isEmpty())
            insertIfNew(m_emails, right[i].email, static_cast<int>(i));
        if (!right[i].phone.isEmpty())
            insertIfNew(m_phones, right[i].phone, static_cast<int>(i));
    }
}

bool Identifiers::isTaken(std::size_t row, const FieldValue &wanted, int self) const
{
    const auto ownedByAnother = [self](const QHash<QString, int> &owners, const QString &key) {
        const auto it = owners.constFind(key);
        return !key.isEmpty() && it != owners.cend() && *it != self;
    };
    const auto index = static_cast<int>(row);
    if (index == m_emailRow)
        return ownedByAnother(m_emails, emailKey(wanted.text()));
    if (index == m_phoneRow)
        return ownedByAnother(m_phones, phoneKey(wanted.text(), m_country));
    return false;
}

void Identifiers::promise(std::size_t row, const FieldValue &value)
{
    const auto index = static_cast<int>(row);
    const bool isEmail = index == m_emailRow;
    if (!isEmail && index != m_phoneRow)
        return;
    const QString key = isEmail ? emailKey(value.text()) : phoneKey(value.text(), m_country);
    if (!key.isEmpty())
        insertIfNew(isEmail ? m_emails : m_phones, key, promised);
}

int Identifiers::ownerOf(const MatchKeys &keys) const
{
    if (const auto it = m_emails.constFind(keys.email);
        !keys.email.isEmpty() && it != m_emails.cend() && *it >= 0)
        return *it;
    if (const auto it = m_phones.constFind(keys.phone);
        !keys.phone.isEmpty() && it != m_phones.cend() && *it >= 0)
        return *it;
    return PersonPlan::nobody;
}

} // namespace twinbook
