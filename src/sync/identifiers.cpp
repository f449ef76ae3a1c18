// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/identifiers.h"

#include "sync/plan.h"

namespace twinbook {

namespace {

void insertIfNew(QHash<QString, int> &owners, const QString &key, int owner)
{
    if (!owners.contains(key))
        owners.insert(key, owner);
}

} // namespace

Identifiers::Identifiers(const std::vector<MatchKeys> &right, const MatchRows &rows)
    : m_emailRow(rows.email)
    , m_phoneRow(rows.phone)
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

bool Identifiers::isTaken(int row, const MatchKeys &wanted, int self) const
{
    const auto ownedByAnother = [self](const QHash<QString, int> &owners, const QString &key) {
        const auto it = owners.constFind(key);
        return it != owners.cend() && *it != self;
    };
    if (row == m_emailRow && !wanted.email.isEmpty())
        return ownedByAnother(m_emails, wanted.email);
    if (row == m_phoneRow && !wanted.phone.isEmpty())
        return ownedByAnother(m_phones, wanted.phone);
    return false;
}

void Identifiers::promise(const MatchKeys &keys)
{
    if (!keys.email.isEmpty())
        insertIfNew(m_emails, keys.email, promised);
    if (!keys.phone.isEmpty())
        insertIfNew(m_phones, keys.phone, promised);
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
