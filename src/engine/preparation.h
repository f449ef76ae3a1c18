// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "engine/engine.h"
#include "engine/peoplerows.h"
#include "store/database.h"

namespace twinbook {

//! What a look at one side brought.
struct SideLook
{
    ServiceSchema schema;
    QList<RemoteRecord> people;
    std::size_t previousCount = 0;
    PeopleSnapshot::Extent extent = PeopleSnapshot::Extent::Whole;
};

//! The mapping in force (the suggested one is saved the first time), over what both sides offer.
[[nodiscard]] Result<Projection> projectionInForce(const PerSide<SideLook> &look,
                                                   const Database &database, const Clock &clock);

//! Plans from what both sides showed and what the store remembers: mapping, links, answers. No
//! network.
[[nodiscard]] Result<std::shared_ptr<PreparedPlan>> prepare(const PerSide<SideLook> &look,
                                                            const Database &database,
                                                            const Clock &clock);

//! The same from the people last seen, for planning again without a look. std::nullopt before
//! the first look.
[[nodiscard]] Result<std::optional<PerSide<SideLook>>> lastLook(const Database &database,
                                                                const Clock &clock);

//! Shows a plan to the window: the table of people and the open questions.
[[nodiscard]] Result<> publish(const PreparedPlan &prepared, const Failures &failures,
                               const Database &database, const Clock &clock);

} // namespace twinbook
