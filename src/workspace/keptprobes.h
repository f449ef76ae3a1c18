// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "store/settingsstore.h"

namespace twinbook {

//! What a probe found out about a connected account, as it is kept.
struct KeptProbe
{
    QString account; //!< organisation or sub-account id
    QDateTime at; //!< of the newest probe; UTC
    QList<Quirk> confirmed;
    QList<Quirk> contradicted; //!< what the clients do not count on
};

//! The results of probes, one of each service, beside the accounts in the database.
class KeptProbes
{
public:
    KeptProbes(const Database &database, const Clock &clock);

    //! Takes up a result (ProbeReport::toJson(), or a file of it). What it could not find out stays
    //! as an earlier probe of the same account found it. InvalidInput with a sentence for what is
    //! no result of a probe; then nothing changes.
    [[nodiscard]] Result<> keep(const QJsonObject &report);
    [[nodiscard]] Result<> discard(Side side);

    //! std::nullopt if there is none. InvalidInput with a sentence if it was kept by a version that
    //! knew other quirks.
    [[nodiscard]] Result<std::optional<KeptProbe>> kept(Side side) const;
    //! How that account behaves: all quirks but those that its probe contradicted. A result that
    //! cannot be used, or is another account's, counts for nothing: clients work either way.
    [[nodiscard]] QuirkSet quirksOf(Side side, const QString &account) const;

private:
    mutable SettingsStore m_settings;
};

} // namespace twinbook
