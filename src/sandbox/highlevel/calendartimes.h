// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

#include <QDateTime>

namespace twinbook::sandbox::highlevel {

//! Moments of calendars: kept with an offset, compared as moments.

[[nodiscard]] QDateTime momentOf(const QJsonValue &text);
//! In the location's zone with its offset, as the calendar calls tell it.
[[nodiscard]] QString withOffset(const QDateTime &moment, const State &state);
//! In the location's zone without saying so, as a contact's appointments are told
//! (Quirk::AppointmentsHaveNoZone).
[[nodiscard]] QString withoutZone(const QDateTime &moment, const State &state);

struct Span
{
    QDateTime start;
    QDateTime end;

    [[nodiscard]] bool overlaps(const Span &other) const
    {
        return start < other.end && other.start < end;
    }
};

//! Of a record with startTime and endTime.
[[nodiscard]] Span spanOf(const QJsonObject &record);
//! `startTime` and `endTime` of a query, milliseconds as text; 422 if they are not.
[[nodiscard]] Served<Span> askedSpan(const Call &call);

} // namespace twinbook::sandbox::highlevel
