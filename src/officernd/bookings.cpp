// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/bookings.h"

#include "officernd/resourcejobs.h"
#include "officernd/rules.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

//! Half open on both sides; what tells no time is not cut away.
bool touches(const BookingOccurrence &occurrence, const Span &span)
{
    const Booking &booking = occurrence.booking;
    const bool tooLate = span.until.isValid() && booking.start && *booking.start >= span.until;
    const bool tooEarly = span.from.isValid() && booking.end && *booking.end <= span.from;
    return !tooLate && !tooEarly;
}

} // namespace

template<>
QString rowKey(const BookingOccurrence &row)
{
    const QDateTime start = row.booking.start.value_or(QDateTime());
    return row.booking.id.text() + u' ' + toWire(start).toString();
}

void readFrom(ObjectReader &in, Recurrence &recurrence)
{
    in.read("rrule"_L1, recurrence.rrule);
    in.read("exdates"_L1, recurrence.exceptions);
}

void readFrom(ObjectReader &in, Booking &booking)
{
    in.require("_id"_L1, booking.id);
    in.read("title"_L1, booking.title);
    in.read("description"_L1, booking.description);
    in.read("start"_L1, booking.start);
    in.read("end"_L1, booking.end);
    in.read("timezone"_L1, booking.timeZone);
    in.read("recurrence"_L1, booking.recurrence);
    in.read("seriesStart"_L1, booking.seriesStart);
    in.read("seriesEnd"_L1, booking.seriesEnd);
    in.read("location"_L1, booking.location);
    in.read("company"_L1, booking.company);
    in.read("member"_L1, booking.member);
    in.read("resource"_L1, booking.resource);
    in.read("reference"_L1, booking.reference);
    in.read("isCancelled"_L1, booking.isCancelled);
    in.read("isTentative"_L1, booking.isTentative);
    in.read("members"_L1, booking.members);
    in.read("visitors"_L1, booking.visitors);
    in.read("source"_L1, booking.source);
    in.read("properties"_L1, booking.properties);
    in.read("createdAt"_L1, booking.createdAt);
    in.read("modifiedAt"_L1, booking.modifiedAt);
}

void readFrom(ObjectReader &in, BookingOccurrence &occurrence)
{
    readFrom(in, occurrence.booking);
}

ListJob<Booking> Bookings::list(const BookingFilter &filter) const
{
    ListQuery query(Operation::ListBookings);
    // `start` and `end` are refused as filters (officernd.md 2.10).
    query.before(u"seriesStart"_s, filter.touching.until);
    query.since(u"seriesEnd"_s, filter.touching.from);
    query.changedSince(filter.changedSince);
    query.select(filter.select);
    return listJob<Booking>(m_account, query);
}

ListJob<BookingOccurrence> Bookings::occurrences(const Span &span) const
{
    if (!span.from.isValid() || !span.until.isValid()) {
        return failedJob<Listing<BookingOccurrence>>(
            m_account,
            refused(QCoreApplication::translate(
                "officernd", "Choose the first and the last day of the bookings to be read.")));
    }
    ListQuery query(Operation::ListBookingOccurrences);
    query.doubtfulBefore(u"seriesStart"_s, span.until);
    query.doubtfulSince(u"seriesEnd"_s, span.from);
    return listJob<BookingOccurrence>(
        m_account, query,
        [span](const BookingOccurrence &occurrence) { return touches(occurrence, span); });
}

std::unique_ptr<TypedJob<Booking>> Bookings::get(const BookingId &id) const
{
    return itemJob<Booking>(m_account, operationRequest(Operation::GetBooking, id.text()));
}

} // namespace twinbook::officernd
