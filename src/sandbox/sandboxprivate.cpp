// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandboxprivate.h"

#include "sandbox/csv/csvpeople.h"
#include "sandbox/officernd/community.h"
#include "sandbox/people/peoplegenerator.h"
#include "sandbox/people/population.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! The two services must not give out related ids.
constexpr quint64 highlevelSeed = 0x5851F42D4C957F2DULL;

} // namespace

Sandbox::Private::Private(const SandboxOptions &given)
    : options(given)
    , clock(given.clock ? *given.clock : systemClock)
    , left(given.seed, clock)
    , right(given.seed ^ highlevelSeed, clock, given.searchIndexLag, given.quirks)
    , post(faults)
    , leftService(left, given.pace, post)
    , rightService(right, given)
    , leftFront(Side::Left, leftService, bystanders(Side::Left), faults, log, clock)
    , rightFront(Side::Right, rightService, bystanders(Side::Right), faults, log, clock)
    , rightEvents(right.stamps, given.quirks, post)
{
    left.quirks = given.quirks;
    post.onEarly = [this](Side side, std::chrono::milliseconds lasting) {
        frontOf(side).veil().drop(lasting);
    };
    right.announce = [this](const QString &type, const QJsonObject &members) {
        rightEvents.tell(type, right.locationId, rightService.tokens().appId(), members);
    };
}

Result<> Sandbox::Private::furnish()
{
    AddressBooks books;
    if (options.csv) {
        auto read = readAddressBooks(*options.csv);
        if (!read)
            return Failure(read.error());
        books = *std::move(read);
    } else {
        books = inventPeople(options.people, options.seed);
    }
    left.furnish(books.country, books.city, books.timeZone);
    right.furnish(books.country, books.timeZone);
    populate(left, books.officernd);
    populate(right, books.highlevel);
    officernd::furnishCommunity(left, options.seed);
    officernd::furnishAgreements(left);
    leftService.board().computeAll();
    return {};
}

Bystanders Sandbox::Private::bystanders(Side side)
{
    return {.revokeTokens = [this, side] { revokeToken(side); },
            .mergeAway =
                [this, side](const QString &id) {
                    for (const auto &[other, document] : peopleOf(side).all()) {
                        if (other == id)
                            continue;
                        (void)merge(side, QString(other), id);
                        return;
                    }
                }};
}

void Sandbox::Private::revokeToken(Side side)
{
    if (side == Side::Left)
        leftService.tokens().revokeTokens();
    else
        rightService.tokens().revokeEverything();
}

Served<> Sandbox::Private::merge(Side side, const QString &kept, const QString &gone)
{
    if (side == Side::Left)
        return leftService.members().merge(kept, gone);
    return rightService.contacts().merge(kept, gone);
}

} // namespace twinbook::sandbox
