// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"

#include <QMetaType>
#include <QSet>

#include <optional>

namespace twinbook {

//! Whom a run is for, if not for everybody: all that is given must hold. Whoever is outside stays
//! as they are on both sides, is not even linked, and is offered again by the next plan.
struct Pilot
{
    //! At most so many people, those that are written before those that are only linked, each in
    //! the order of the plan; 0 is any number.
    int first = 0;
    QString tag {}; //!< one side has this tag, in any case and with any accents; empty: any
    std::optional<QSet<RemoteId>> listed {}; //!< one of the person's records is among these

    [[nodiscard]] bool isEverybody() const { return first == 0 && tag.isEmpty() && !listed; }
    friend bool operator==(const Pilot &, const Pilot &) = default;
};

//! The people of a plan whom a pilot keeps out of the run.
struct Outsiders
{
    QSet<int> positions; //!< in Plan::people; also those with whom nothing was to be done
    int waiting = 0; //!< of these, people who would have been written or linked
    int takingPart = 0; //!< people who are written or linked
};

//! `leftOut` are positions that take no part in any case; they fill no place of the pilot and are
//! not counted as waiting.
[[nodiscard]] Outsiders outsidersOf(const Pilot &pilot, const PlanInput &input, const Plan &plan,
                                    const QSet<int> &leftOut);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::Pilot)
