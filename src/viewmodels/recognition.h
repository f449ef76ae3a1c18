// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QStringList>

namespace twinbook {

//! Who was found on which side by a check, for the first-run wizard (experience.md U09).
struct Recognition
{
    //! How many, and the names of the first few in the order of the plan.
    struct Share
    {
        int count = 0;
        QStringList samples;
        friend bool operator==(const Share &, const Share &) = default;
    };
    Share recognised; //!< on both sides, and known to be the same person
    PerSide<Share> onlyOn;
    Share notSure; //!< look alike, but a person must say

    friend bool operator==(const Recognition &, const Recognition &) = default;
};

//! Counts the people of a plan; keeps at most `sampleLimit` names of each share.
[[nodiscard]] Recognition recognitionOf(const PreparedPlan &prepared, int sampleLimit);

//! The name a person is shown by: their name, else e-mail, else phone, else "(no name)".
[[nodiscard]] QString personName(const PreparedPlan &prepared, const PersonPlan &person);

//! "1,102 recognised, 37 only in OfficeRnD, 145 only in HighLevel, 3 not sure".
[[nodiscard]] QString recognitionText(const Recognition &recognition);

} // namespace twinbook
