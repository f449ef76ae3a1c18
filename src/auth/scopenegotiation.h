// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace twinbook {

//! The permissions that one feature needs, all or none.
struct ScopeGroup
{
    QString key; //!< stable, for settings
    QStringList scopes;

    friend bool operator==(const ScopeGroup &, const ScopeGroup &) = default;
};

//! Finds out which groups of permissions a service grants, where one that is not granted fails the
//! whole request (officernd.md 1.2). Asks for everything first, which is one request where all is
//! well. If that is refused it asks for the first group, which is required, and then for each of
//! the others on top of what was granted, so that the last success is the token to use. Pure.
class ScopeNegotiation
{
public:
    //! At least one group. The first is required.
    explicit ScopeNegotiation(QList<ScopeGroup> groups);

    //! What to ask for now; nothing once it is settled.
    [[nodiscard]] std::optional<QStringList> next() const;
    //! What next() named was granted, or refused.
    void granted();
    void refused();

    //! Keys of the groups granted so far. Empty once it is settled: not even the required one.
    [[nodiscard]] QStringList grantedGroups() const;
    [[nodiscard]] QStringList refusedGroups() const;
    //! The scopes of all groups granted so far.
    [[nodiscard]] QStringList grantedScopes() const;

private:
    enum class Answer : quint8 { Open, Granted, Refused };
    enum class Stage : quint8 { Everything, OneByOne, Settled };

    [[nodiscard]] QStringList everything() const;
    void advance();

    QList<ScopeGroup> m_groups;
    QList<Answer> m_answers;
    Stage m_stage = Stage::Everything;
    qsizetype m_current = 0;
};

} // namespace twinbook
