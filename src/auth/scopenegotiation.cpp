// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/scopenegotiation.h"

namespace twinbook {

ScopeNegotiation::ScopeNegotiation(QList<ScopeGroup> groups)
    : m_groups(std::move(groups))
    , m_answers(m_groups.size(), Answer::Open)
{
    Q_ASSERT(!m_groups.isEmpty());
}

std::optional<QStringList> ScopeNegotiation::next() const
{
    switch (m_stage) {
    case Stage::Everything:
        return everything();
    case Stage::OneByOne:
        return grantedScopes() + m_groups.at(m_current).scopes;
    case Stage::Settled:
        return {};
    }
    Q_UNREACHABLE();
}

void ScopeNegotiation::granted()
{
    if (m_stage == Stage::Everything) {
        m_answers.fill(Answer::Granted);
        m_stage = Stage::Settled;
        return;
    }
    m_answers[m_current] = Answer::Granted;
    advance();
}

void ScopeNegotiation::refused()
{
    if (m_stage == Stage::Everything && m_groups.size() > 1) {
        m_stage = Stage::OneByOne;
        return;
    }
    m_answers[m_current] = Answer::Refused;
    if (m_current == 0) {
        m_answers.fill(Answer::Refused);
        m_stage = Stage::Settled;
        return;
    }
    advance();
}

void ScopeNegotiation::advance()
{
    ++m_current;
    // With the last group and all before it granted the next question would be the first again.
    const bool refusedBefore
        = m_current + 1 == m_groups.size() && !m_answers.contains(Answer::Refused);
    if (m_current < m_groups.size() && refusedBefore) {
        m_answers[m_current] = Answer::Refused;
        ++m_current;
    }
    if (m_current >= m_groups.size())
        m_stage = Stage::Settled;
}

QStringList ScopeNegotiation::grantedGroups() const
{
    QStringList keys;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (m_answers.at(i) == Answer::Granted)
            keys.append(m_groups.at(i).key);
    }
    return keys;
}

QStringList ScopeNegotiation::refusedGroups() const
{
    QStringList keys;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (m_answers.at(i) == Answer::Refused)
            keys.append(m_groups.at(i).key);
    }
    return keys;
}

QStringList ScopeNegotiation::grantedScopes() const
{
    QStringList scopes;
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (m_answers.at(i) == Answer::Granted)
            scopes += m_groups.at(i).scopes;
    }
    return scopes;
}

QStringList ScopeNegotiation::everything() const
{
    QStringList scopes;
    for (const ScopeGroup &group : m_groups)
        scopes += group.scopes;
    return scopes;
}

} // namespace twinbook
