// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/settings.h"
#include "officernd/settings.h"
#include "store/settingsstore.h"

namespace twinbook {

//! The connected accounts as kept in the database: addresses and ids, never a secret.
class Accounts
{
public:
    //! `signInLock` is the file that programs lock while they renew a sign-in.
    Accounts(const Database &database, const Clock &clock, HostPolicy hosts, QString signInLock);

    //! std::nullopt while that service is not connected.
    [[nodiscard]] Result<std::optional<OfficeRnDSettings>> officeRnD() const;
    [[nodiscard]] Result<std::optional<HighLevelSettings>> highLevel() const;
    [[nodiscard]] Result<> setOfficeRnD(const OfficeRnDSettings &account, const QString &name);
    [[nodiscard]] Result<> setHighLevel(const HighLevelSettings &account, const QString &name);
    //! What a person typed to connect the account and has not used yet, by the names of its fields;
    //! never a secret.
    [[nodiscard]] Result<QJsonObject> draft(Side side) const;
    [[nodiscard]] Result<> setDraft(Side side, const QJsonObject &fields);
    //! The account's name as it was when it was connected; empty if it is not.
    [[nodiscard]] Result<QString> name(Side side) const;

private:
    mutable SettingsStore m_settings;
    HostPolicy m_hosts;
    QString m_signInLock;
};

} // namespace twinbook
