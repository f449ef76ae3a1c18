// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultchecks.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

using Kind = Fault::Kind;

const QMap<Kind, FaultOutcome> &faultOutcomes()
{
    static const QMap<Kind, FaultOutcome> table {
        {Kind::Html500, {500, false}},
        {Kind::HalfJson, {200, true}},
        {Kind::Status, {500, false}},
        {Kind::Reset, {0, false, true}},
        {Kind::NoReply, {0, false}},
        {Kind::AppliedThenReset, {0, true, true}},
        {Kind::Created422, {422, true}},
        {Kind::ConnectionRefused, {0, false, true}},
        {Kind::ResetInBody, {200, true, true}},
        {Kind::ResetAfterBody, {200, true, true}},
        {Kind::AppliedThenSilence, {0, true}},
        {Kind::SlowTrickle, {200, true, true}},
        {Kind::Html200, {200, false}},
        {Kind::WrongContentType, {200, true}},
        {Kind::GzipBomb, {200, true}},
        {Kind::OversizedBody, {200, true}},
        {Kind::Unauthorized, {401, false}},
        {Kind::UnauthorizedForEver, {401, false}},
        {Kind::Forbidden, {403, false}},
        {Kind::MissingThoughThere, {404, false}},
        {Kind::Conflict, {409, false}},
        {Kind::Refused422, {422, false}},
        {Kind::TooMany, {429, false}},
        {Kind::TooManyWithoutWait, {429, false}},
        {Kind::TooManyForAges, {429, false}},
        {Kind::Error500, {500, false}},
        {Kind::Applied500, {500, true}},
        {Kind::BadGateway, {502, false}},
        {Kind::Unavailable, {503, false}},
        {Kind::GatewayTimeout, {504, true}},
        {Kind::RecordLocked, {423, false}},
        {Kind::NoteTooLong, {400, false}},
        {Kind::TokenRevoked, {401, false}},
        {Kind::QuotaUsedByOthers, {429, false}},
        {Kind::DayUsedUp, {429, false}},
        {Kind::MergedAway, {404, false}},
    };
    return table;
}

namespace {

QString unless(bool good, const QString &complaint)
{
    return good ? QString() : complaint;
}

bool isHtml(const RawReply &reply)
{
    return reply.headers.value("content-type") == "text/html" && reply.body.startsWith("<html>");
}

QString refusesThePort(FaultWorld &world)
{
    world.setUp();
    (void)world.rename();
    const RawReply refused = world.get(u"/members"_s);
    QTest::qWait(400);
    const RawReply again = world.get(u"/members"_s);
    return unless(!refused.connected && again.status == 200, u"closed, then open"_s);
}

QString tellsItsWait(FaultWorld &world, const QByteArray &wait)
{
    world.setUp();
    return unless(world.rename().headers.value("retry-after") == wait, u"another Retry-After"_s);
}

QString leavesOut(FaultWorld &world, const QString &member)
{
    world.setUp();
    const QJsonArray rows = FaultWorld::rows(world.get(u"/members"_s));
    for (const QJsonValue &row : rows) {
        if (row.toObject().contains(member))
            return u"still has "_s + member;
    }
    return unless(!rows.isEmpty(), u"no rows"_s);
}

QString tellsTheOldList(FaultWorld &world)
{
    const RawReply old = world.get(u"/members?$limit=3"_s);
    (void)world.rename();
    world.setUp();
    const RawReply stale = world.get(u"/members?$limit=3"_s);
    const RawReply fresh = world.get(u"/members?$limit=3"_s);
    return unless(stale.body == old.body && fresh.body != old.body, u"not the old list"_s);
}

QString losesATokenReply(FaultWorld &world)
{
    world.setUp();
    QUrl url = world.sandbox.identityUrl();
    url.setPath(u"/oauth/token"_s);
    const SandboxCredentials secrets = world.sandbox.credentials();
    const QByteArray form = "grant_type=client_credentials&scope=flex.community.members.read"
                            "&client_id="
        + secrets.clientId.toUtf8() + "&client_secret=" + secrets.clientSecret.toUtf8();
    const QByteArray type = "application/x-www-form-urlencoded";
    const RawReply lost = rawExchange(url, "POST", {}, form, type);
    const RawReply next = rawExchange(url, "POST", {}, form, type);
    return unless(lost.status == 0 && lost.closed && next.status == 200, u"the reply came"_s);
}

QString storesOtherwise(FaultWorld &world, const QString &member, const QJsonValue &sent,
                        const QJsonValue &stored)
{
    world.setUp();
    const RawReply reply = world.ask("PUT", world.path(), {{member, sent}});
    return unless(reply.status == 200 && world.stored().value(member) == stored,
                  u"stored as sent"_s);
}

QString isAheadByThreeHours(FaultWorld &world)
{
    world.setUp();
    const RawReply skewed = world.get(world.path());
    const auto stamp = [](const QJsonObject &member) {
        return QDateTime::fromString(member.value(u"modifiedAt"_s).toString(), Qt::ISODateWithMs);
    };
    return unless(skewed.headers.contains("date")
                      && stamp(world.person).secsTo(stamp(skewed.json())) == 3 * 3600,
                  u"the clock is right"_s);
}

} // namespace

const QMap<Kind, FaultCheck> &faultFormChecks()
{
    static const QMap<Kind, FaultCheck> table {
        {Kind::Html500,
         [](FaultWorld &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::Html200,
         [](FaultWorld &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::BadGateway,
         [](FaultWorld &w) {
             w.setUp();
             return unless(isHtml(w.rename()), u"no HTML"_s);
         }},
        {Kind::HalfJson,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply half = w.rename();
             return unless(half.isWhole() && half.body.startsWith('{') && half.json().isEmpty(),
                           u"not half"_s);
         }},
        {Kind::ResetInBody,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply cut = w.rename();
             return unless(!cut.body.isEmpty() && !cut.isWhole(), u"not in the body"_s);
         }},
        {Kind::ResetAfterBody,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply cut = w.rename(200);
             return unless(cut.isWhole() && cut.headers.value("connection") != "close",
                           u"not after the body"_s);
         }},
        {Kind::SlowTrickle,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply slow = w.rename();
             return unless(slow.isWhole() && slow.pieces > 5 && !slow.json().isEmpty(),
                           u"not in pieces"_s);
         }},
        {Kind::ConnectionRefused, refusesThePort},
        {Kind::WrongContentType,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("content-type") == "text/plain"
                               && !reply.json().isEmpty(),
                           u"the right type"_s);
         }},
        {Kind::GzipBomb,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply bomb = w.rename();
             const QByteArray size = bomb.body.last(4);
             return unless(bomb.headers.value("content-encoding") == "gzip"
                               && bomb.body.startsWith("\x1f\x8b") && bomb.body.size() < 1'000'000
                               && size == QByteArray::fromHex("00000004"),
                           u"no bomb"_s);
         }},
        {Kind::OversizedBody,
         [](FaultWorld &w) {
             w.setUp();
             return unless(w.rename().headers.value("content-length").toInt() > 64'000'000,
                           u"not oversized"_s);
         }},
        {Kind::TooMany, [](FaultWorld &w) { return tellsItsWait(w, "2"); }},
        {Kind::TooManyWithoutWait, [](FaultWorld &w) { return tellsItsWait(w, {}); }},
        {Kind::TooManyForAges, [](FaultWorld &w) { return tellsItsWait(w, "86400000"); }},
        {Kind::UnauthorizedForEver,
         [](FaultWorld &w) {
             w.setUp();
             for (int i = 0; i < 5; ++i) {
                 if (w.rename().status != 401)
                     return u"it ended"_s;
             }
             return QString();
         }},
        {Kind::QuotaUsedByOthers,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("x-ratelimit-remaining-write-minute") == "0"
                               && reply.headers.value("x-ratelimit-remaining-write-day") != "0",
                           u"the minute is not used up"_s);
         }},
        {Kind::DayUsedUp,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply reply = w.rename();
             return unless(reply.headers.value("x-ratelimit-remaining-write-day") == "0"
                               && reply.headers.value("retry-after") == "36000",
                           u"the day is not used up"_s);
         }},
    };
    return table;
}

const QMap<Kind, FaultCheck> &faultContentChecks()
{
    static const QMap<Kind, FaultCheck> table {
        {Kind::EmptyList,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply list = w.get(u"/members"_s);
             return unless(list.status == 200 && FaultWorld::rows(list).isEmpty()
                               && !list.json().contains(u"cursorNext"_s),
                           u"not empty"_s);
         }},
        {Kind::StaleList, tellsTheOldList},
        {Kind::InvalidCursor,
         [](FaultWorld &w) {
             w.setUp();
             return unless(w.secondPage().status == 500 && !w.before.isEmpty(),
                           u"the cursor was taken, or the first page refused"_s);
         }},
        {Kind::SeenTwice,
         [](FaultWorld &w) {
             w.setUp();
             const QJsonArray second = FaultWorld::rows(w.secondPage());
             return unless(second.size() == 11 && second.first() == w.before.last(),
                           u"not seen twice"_s);
         }},
        {Kind::NeverSeen,
         [](FaultWorld &w) {
             const QJsonArray all = FaultWorld::rows(w.secondPage());
             w.setUp();
             const QJsonArray second = FaultWorld::rows(w.secondPage());
             return unless(second.size() == 9 && second.first() == all.at(1), u"seen"_s);
         }},
        {Kind::EmptyPage,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply page = w.get(u"/members?$limit=10"_s);
             return unless(FaultWorld::rows(page).isEmpty()
                               && page.json().contains(u"cursorNext"_s),
                           u"not empty, or an end"_s);
         }},
        {Kind::TotalIsZero,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply page = w.get(u"/members?$limit=10"_s);
             return unless(page.json().value(u"rangeEnd"_s) == 0
                               && FaultWorld::rows(page).size() == 10,
                           u"totals are right"_s);
         }},
        {Kind::FieldsMissing, [](FaultWorld &w) { return leavesOut(w, u"email"_s); }},
        {Kind::DateWithoutZone,
         [](FaultWorld &w) {
             w.setUp();
             const RawReply reply = w.get(w.path());
             const QString stamp = reply.json().value(u"modifiedAt"_s).toString();
             return unless(!stamp.isEmpty() && !stamp.endsWith(u'Z')
                               && w.person.value(u"modifiedAt"_s) == QString(stamp + u'Z'),
                           u"there is a zone"_s);
         }},
        {Kind::ClockSkew, isAheadByThreeHours},
        {Kind::TokenLost, losesATokenReply},
        {Kind::IdReused,
         [](FaultWorld &w) {
             w.setUp();
             const QJsonObject other = w.get(w.path()).json();
             return unless(other.value(u"_id"_s) == w.id
                               && other.value(u"name"_s) != w.person.value(u"name"_s),
                           u"the same person"_s);
         }},
        {Kind::TagCaseChanged,
         [](FaultWorld &w) {
             return storesOtherwise(w, u"tags"_s, QJsonArray {u"vip"_s}, QJsonArray {u"VIP"_s});
         }},
        {Kind::PhoneRewritten,
         [](FaultWorld &w) {
             return storesOtherwise(w, u"phone"_s, u"+44 20-7946 0001"_s, u"00442079460001"_s);
         }},
        {Kind::EmailLowered,
         [](FaultWorld &w) {
             return storesOtherwise(w, u"email"_s, u"Ana@Bay.example"_s, u"ana@bay.example"_s);
         }},
        {Kind::TextTrimmed,
         [](FaultWorld &w) { return storesOtherwise(w, u"name"_s, u" Ana "_s, u"Ana"_s); }},
    };
    return table;
}

} // namespace twinbook::sandbox
