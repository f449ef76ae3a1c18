// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultkinds.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

using Kind = Fault::Kind;
using enum FaultTarget;

constexpr std::array table {
    FaultFacts {Kind::Html500, "html-500", AnyRequest,
                "A gateway's HTML page with 500; nothing is carried out."},
    FaultFacts {Kind::HalfJson, "truncated-json", AnyRequest,
                "Carried out, but the body ends in the middle, with a fitting length."},
    FaultFacts {Kind::EmptyList, "empty-list", AnyRequest,
                "A list without elements and with total 0, whatever was asked; nothing is carried "
                "out."},
    FaultFacts {Kind::Status, "status", AnyRequest,
                "The service's usual error with a status of choice; nothing is carried out."},
    FaultFacts {Kind::Reset, "reset-before-body", AnyRequest,
                "The connection is cut before the first byte; nothing is carried out."},
    FaultFacts {Kind::NoReply, "timeout-before-effect", AnyRequest,
                "The connection stays silent; nothing is carried out."},
    FaultFacts {Kind::AppliedThenReset, "applied-then-reset", AnyRequest,
                "Carried out, then the connection is cut before the first byte."},
    FaultFacts {Kind::Created422, "422-with-effect", Writing,
                "Carried out, then refused with 422."},
    FaultFacts {Kind::ConnectionRefused, "connection-refused", AnyRequest,
                "The connection is cut and new ones are refused for a while."},
    FaultFacts {Kind::ResetInBody, "reset-in-body", AnyRequest,
                "Carried out, but the connection is cut in the middle of the body."},
    FaultFacts {Kind::ResetAfterBody, "reset-after-body", AnyRequest,
                "The whole reply arrives, then the kept-alive connection is cut."},
    FaultFacts {Kind::AppliedThenSilence, "timeout-after-effect", AnyRequest,
                "Carried out, but the connection stays silent."},
    FaultFacts {Kind::SlowTrickle, "slow-trickle", AnyRequest,
                "Carried out, and the body arrives in small pieces."},
    FaultFacts {Kind::Html200, "html-200", AnyRequest,
                "A login page as HTML with 200; nothing is carried out."},
    FaultFacts {Kind::WrongContentType, "wrong-content-type", AnyRequest,
                "Carried out, and the body calls itself text/plain."},
    FaultFacts {Kind::GzipBomb, "gzip-bomb", AnyRequest,
                "Carried out, and a small compressed body unpacks to 64 MiB."},
    FaultFacts {Kind::OversizedBody, "oversized-body", AnyRequest,
                "Carried out, and the body is followed by 64 MiB of blanks."},
    FaultFacts {Kind::Unauthorized, "401-once", Operation,
                "Refused with 401, though the token is good; nothing is carried out."},
    FaultFacts {Kind::UnauthorizedForEver, "401-for-ever", Operation,
                "Refused with 401 from now on, whatever the token."},
    FaultFacts {Kind::Forbidden, "403", Operation, "Refused with 403; nothing is carried out."},
    FaultFacts {Kind::MissingThoughThere, "404-on-existing", Operation,
                "Refused with 404, though it is there; nothing is carried out."},
    FaultFacts {Kind::Conflict, "409", Writing, "Refused with 409; nothing is carried out."},
    FaultFacts {Kind::Refused422, "422-without-effect", Writing,
                "Refused with 422; nothing is carried out."},
    FaultFacts {Kind::TooMany, "429-with-retry-after", AnyRequest,
                "Refused with 429 and a wait of two seconds."},
    FaultFacts {Kind::TooManyWithoutWait, "429-without-retry-after", AnyRequest,
                "Refused with 429 and not told how long to wait."},
    FaultFacts {Kind::TooManyForAges, "429-absurd-retry-after", AnyRequest,
                "Refused with 429 and a wait of a thousand days."},
    FaultFacts {Kind::Error500, "500-without-effect", AnyRequest,
                "The service's usual error with 500; nothing is carried out."},
    FaultFacts {Kind::Applied500, "500-with-effect", AnyRequest,
                "Carried out, then answered with 500."},
    FaultFacts {Kind::BadGateway, "502", AnyRequest,
                "A gateway's HTML page with 502; nothing is carried out."},
    FaultFacts {Kind::Unavailable, "503", AnyRequest,
                "A gateway's HTML page with 503; nothing is carried out."},
    FaultFacts {Kind::GatewayTimeout, "504", AnyRequest,
                "Carried out, then a gateway's HTML page with 504."},
    FaultFacts {Kind::RecordLocked, "record-locked", Writing,
                "Refused with 423, because somebody else has the record open."},
    FaultFacts {Kind::NoteTooLong, "note-too-long", Writing,
                "Refused as too long, whatever its length."},
    FaultFacts {Kind::EventTwice, "webhook-twice", Event, "The event is delivered twice."},
    FaultFacts {Kind::EventLate, "webhook-reordered", Event,
                "The event is delivered after the one that follows it."},
    FaultFacts {Kind::EventLost, "webhook-lost", Event, "The event is not delivered."},
    FaultFacts {Kind::EventEarly, "webhook-before-change", Event,
                "The event is delivered, but for a while readings show everything as it was "
                "before."},
    FaultFacts {Kind::StaleList, "stale-list", Reading,
                "The list is answered as it was when it was last asked for, or without its newest "
                "element."},
    FaultFacts {Kind::InvalidCursor, "invalid-cursor", FurtherPage,
                "The cursor is refused, though it was given out a moment ago."},
    FaultFacts {Kind::SeenTwice, "item-seen-twice", FurtherPage,
                "The last element of the page before comes first on this one, too."},
    FaultFacts {Kind::NeverSeen, "item-never-seen", FurtherPage,
                "The first element of the page is missing, as if it had moved to the page before."},
    FaultFacts {Kind::EmptyPage, "empty-page", Reading,
                "The page has no elements, but its cursor leads on."},
    FaultFacts {Kind::TotalIsZero, "total-zero", Reading,
                "The elements are there, but the totals say 0."},
    FaultFacts {Kind::FieldsMissing, "fields-missing-in-list", Reading,
                "The elements lack e-mail, phone, address and custom values."},
    FaultFacts {Kind::DateWithoutZone, "date-without-zone", Operation,
                "Moments are told without their time zone."},
    FaultFacts {Kind::ClockSkew, "clock-skew", Operation,
                "The service's clock is three hours ahead, in its header and its stamps."},
    FaultFacts {Kind::TokenLost, "token-rotated-and-lost", SignIn,
                "A token is given out, and the reply is lost."},
    FaultFacts {Kind::TokenRevoked, "token-revoked", Operation,
                "Every token stops working before this request is looked at."},
    FaultFacts {Kind::QuotaUsedByOthers, "quota-used-by-others", Operation,
                "Refused with 429, because others used up what is left of the window."},
    FaultFacts {Kind::DayUsedUp, "daily-quota-end", Operation,
                "Refused with 429, because the allowance of the day is used up."},
    FaultFacts {Kind::IdReused, "id-reused", Reading, "The id shows another person than before."},
    FaultFacts {Kind::MergedAway, "merged-away", Operation,
                "Somebody merges the person of this request into another one just before it."},
    FaultFacts {Kind::TagCaseChanged, "tag-case-changed", Writing,
                "The tags of this write are stored in upper case."},
    FaultFacts {Kind::PhoneRewritten, "phone-rewritten", Writing,
                "The phone number of this write is stored in another spelling."},
    FaultFacts {Kind::EmailLowered, "email-lower-cased", Writing,
                "The e-mail address of this write is stored in lower case."},
    FaultFacts {Kind::TextTrimmed, "text-trimmed", Writing,
                "Every text of this write is stored without outer blanks."},
};

} // namespace

std::span<const FaultFacts> faultKinds()
{
    return table;
}

const FaultFacts &factsOf(Fault::Kind kind)
{
    const FaultFacts &facts = table.at(static_cast<std::size_t>(kind));
    Q_ASSERT(facts.kind == kind);
    return facts;
}

std::optional<Fault::Kind> faultNamed(const QString &name)
{
    const auto *found = std::find_if(table.begin(), table.end(), [&](const FaultFacts &facts) {
        return name == QLatin1StringView(facts.name);
    });
    return found == table.end() ? std::nullopt : std::optional(found->kind);
}

QString targetName(FaultTarget target)
{
    switch (target) {
    case AnyRequest:
        return u"any request"_s;
    case Operation:
        return u"operation"_s;
    case Reading:
        return u"reading"_s;
    case FurtherPage:
        return u"further page"_s;
    case Writing:
        return u"writing"_s;
    case SignIn:
        return u"sign-in"_s;
    case Event:
        return u"event"_s;
    }
    Q_UNREACHABLE();
}

} // namespace twinbook::sandbox
