// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"

namespace twinbook {

//! For how long changes are remembered, and the forgetting of older ones. The list of runs stays;
//! what goes are the values, which are personal.
class Retention
{
public:
    static constexpr int fewestDays = 7;
    static constexpr int usualDays = 30;
    static constexpr int mostDays = 90;
    //! However many days: of more changes than this the oldest are forgotten.
    static constexpr qint64 mostChanges = 500'000;

    Retention(const Database &database, const Clock &clock);

    [[nodiscard]] Result<int> days() const;
    //! InvalidInput with a sentence outside of 7 to 90.
    [[nodiscard]] Result<> setDays(int days);

    //! Forgets changes, links and settled intents that are too old. Never what belongs to a write
    //! that is not settled, nor to a run whose undo has been begun and not been brought to its end.
    //! `most` is for tests. Call while nothing runs.
    [[nodiscard]] Result<> prune(qint64 most = mostChanges);

private:
    [[nodiscard]] Result<> forgetBefore(const QDateTime &moment);

    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
