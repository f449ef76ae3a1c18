// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "mapping/projection.h"

#include <QDateTime>

#include <vector>

namespace twinbook {

//! A person as seen on one side at the last look, in canonical values.
struct Observation
{
    RemoteId id;
    QDateTime modifiedAt; //!< the service's clock, UTC; only ever a tie-break
    Fidelity fidelity = Fidelity::Complete;
    CanonicalValues values;
    RemoteId counterpart {}; //!< the other side's id that the record itself keeps, if any
};

//! All people of one side as last seen.
struct SideState
{
    std::vector<Observation> people;
    PeopleSnapshot::Extent extent = PeopleSnapshot::Extent::Partial;
    //! How many there were at the last complete look before this one; 0 if there was none.
    std::size_t previousCount = 0;
};

} // namespace twinbook
