// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "sandbox/dice.h"
#include "sandbox/http/httpmessage.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <limits>
#include <optional>

namespace twinbook::sandbox {

//! Which requests a fault hits. Counting starts when the fault is set up. A kind hits only what it
//! makes sense for (FaultFacts::target), whatever the aim says; the rest is not counted.
struct FaultAim
{
    //! For `times`: until clearFaults().
    static constexpr int always = std::numeric_limits<int>::max();

    Side side = Side::Left;
    //! Upper case; empty means any.
    QByteArray method {};
    //! "*" stands for any text, slashes included, as in "*/members" or "/contacts/*". Matched
    //! against the whole decoded path, or against the type of a webhook event such as
    //! "member.updated". Empty means any.
    QString pathPattern {};
    //! The first matching request that is hit, counted from 1.
    int nth = 1;
    //! How many matching requests are hit from then on. QNetworkAccessManager repeats a request by
    //! itself when a kept-alive connection is cut before the first byte, so a Reset that shall
    //! reach the caller needs more than one.
    int times = 1;
    //! From the n-th on each matching request is hit with this probability, drawn from `seed`.
    double share = 1;
    quint64 seed = 1;
};

struct Fault
{
    enum class Kind : quint8 {
        Html500, //!< a gateway's HTML page; nothing is carried out
        HalfJson, //!< carried out, but the body ends in the middle
        EmptyList, //!< a list without elements, although there are some
        Status, //!< the service's usual error with `status`; nothing is carried out
        Reset, //!< the connection is cut; nothing is carried out
        NoReply, //!< the connection stays silent; nothing is carried out
        AppliedThenReset, //!< carried out, then the connection is cut
        Created422, //!< carried out, then refused with 422 (highlevel.md 2.2)
        // The connection
        ConnectionRefused,
        ResetInBody,
        ResetAfterBody,
        AppliedThenSilence,
        SlowTrickle,
        // The form of the reply
        Html200,
        WrongContentType,
        GzipBomb,
        OversizedBody,
        // Refusals
        Unauthorized,
        UnauthorizedForEver,
        Forbidden,
        MissingThoughThere,
        Conflict,
        Refused422,
        TooMany,
        TooManyWithoutWait,
        TooManyForAges,
        Error500,
        Applied500,
        BadGateway,
        Unavailable,
        GatewayTimeout,
        RecordLocked,
        NoteTooLong,
        // Webhooks
        EventTwice,
        EventLate,
        EventLost,
        EventEarly,
        // Lists
        StaleList,
        InvalidCursor,
        SeenTwice,
        NeverSeen,
        EmptyPage,
        TotalIsZero,
        FieldsMissing,
        DateWithoutZone,
        // What others do at the same time
        ClockSkew,
        TokenLost,
        TokenRevoked,
        QuotaUsedByOthers,
        DayUsedUp,
        IdReused,
        MergedAway,
        // What the service makes of a value
        TagCaseChanged,
        PhoneRewritten,
        EmailLowered,
        TextTrimmed,
    };

    Kind kind = Kind::Html500;
    int status = 500; //!< of Kind::Status
    //! How long the port stays closed (ConnectionRefused), a body takes (SlowTrickle) or a change
    //! cannot be read (EventEarly; by the service's clock).
    std::chrono::milliseconds lasting {1000};
};

//! A fault that was set up.
struct PendingFault
{
    FaultAim aim;
    Fault fault;
    int seen = 0; //!< matching requests
    int hits = 0;
    Dice dice;
};

//! Faults that were set up and have not happened yet.
class FaultPlan
{
public:
    void add(const FaultAim &aim, const Fault &fault);
    void clear() { m_pending.clear(); }

    //! The fault for this request, if one is due. Every set-up that matches counts the request;
    //! the oldest one that is due decides.
    [[nodiscard]] std::optional<Fault> take(Side side, const HttpRequest &request);
    //! The same for a webhook event that is about to be posted.
    [[nodiscard]] std::optional<Fault> takeForEvent(Side side, const QString &type);

    [[nodiscard]] const QList<PendingFault> &pending() const { return m_pending; }

private:
    template<class Fits>
    [[nodiscard]] std::optional<Fault> takeWhere(const Fits &fits);

    QList<PendingFault> m_pending;
};

} // namespace twinbook::sandbox
