// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! When a booking repeats, in iCal terms.
struct Recurrence
{
    std::optional<QString> rrule;
    std::optional<QList<QDateTime>> exceptions;
};
void readFrom(ObjectReader &in, Recurrence &recurrence);

//! A room or desk taken for a time (officernd.md 2.10). A series is one booking with a recurrence.
//! Flags that are false may be absent.
struct Booking
{
    BookingId id;
    std::optional<QString> title;
    std::optional<QString> description;
    std::optional<QDateTime> start;
    std::optional<QDateTime> end;
    std::optional<QString> timeZone; //!< IANA name
    std::optional<Recurrence> recurrence;
    std::optional<QDateTime> seriesStart;
    std::optional<QDateTime> seriesEnd;
    std::optional<LocationId> location;
    std::optional<CompanyId> company;
    std::optional<MemberId> member;
    std::optional<ResourceId> resource;
    std::optional<QString> reference;
    std::optional<bool> isCancelled;
    std::optional<bool> isTentative;
    std::optional<QList<MemberId>> members;
    std::optional<QList<VisitorId>> visitors;
    std::optional<QString> source;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
    std::optional<QDateTime> createdAt;
    std::optional<QDateTime> modifiedAt;
};
void readFrom(ObjectReader &in, Booking &booking);

//! One time of a booking. Those of a series share its id.
struct BookingOccurrence
{
    Booking booking;
};
void readFrom(ObjectReader &in, BookingOccurrence &occurrence);

//! A span of time; an invalid end is open.
struct Span
{
    QDateTime from {}; //!< included
    QDateTime until {}; //!< not included
};

struct BookingFilter
{
    Span touching {}; //!< series with any part in this span
    QDateTime changedSince {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! Bookings, which are only read. Jobs have not started; the account must outlive them.
class Bookings final
{
public:
    explicit Bookings(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Booking> list(const BookingFilter &filter = {}) const;
    //! The single times of all bookings in the span, which must have both ends: a series may have
    //! none. The service's parameters for this are not
    //! documented: those of the list are tried, left out if refused, and whatever comes is cut to
    //! the span here.
    [[nodiscard]] ListJob<BookingOccurrence> occurrences(const Span &span) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Booking>> get(const BookingId &id) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
