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
    Accounts(const Database &database, const Clock &clock, HostPolicy hosts);

    //! std::nullopt while that service is not connected.
    [[nodiscard]] Result<std::optional<OfficeRnDSettings>> officeRnD() const;
    [[nodiscard]] Result<std::optional<HighLevelSettings>> highLevel() const;
    [[nodiscard]] Result<> setOfficeRnD(const OfficeRnDSettings &account, const QString &name);
    [[nodiscard]] Result<> setHighLevel(const HighLevelSettings &account, const QString &name);
    //! The account's name as it was when it was connected; empty if it is not.
    [[nodiscard]] Result<QString> name(Side side) const;

private:
    mutable SettingsStore m_settings;
    HostPolicy m_hosts;
};

} // namespace twinbook
