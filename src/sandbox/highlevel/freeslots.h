// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/calendartimes.h"

#include <QTimeZone>

namespace twinbook::sandbox::highlevel {

//! Which beginnings are asked for: from the first moment to the last one, told in that zone.
struct AskedSlots
{
    Span span;
    QTimeZone zone;
};

//! `startDate` and `endDate` of a query, milliseconds as text, at most 31 days apart, and
//! `timezone`; 422 if they are not.
[[nodiscard]] Served<AskedSlots> askedSlots(const Call &call, const State &state);

//! By day, such as "2026-12-01": the slots of the calendar's opening hours that no appointment and
//! no blocked time stands in. A calendar without hours is open from nine to five on weekdays.
[[nodiscard]] QJsonObject freeSlotsOf(const QJsonObject &calendar, const AskedSlots &asked,
                                      const State &state);

} // namespace twinbook::sandbox::highlevel
