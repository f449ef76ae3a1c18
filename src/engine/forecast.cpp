// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/forecast.h"

#include <algorithm>

namespace twinbook {

namespace {

const Observation *seenOn(const PreparedPlan &prepared, const PersonPlan &person, Side side)
{
    const int index = side == Side::Left ? person.left : person.right;
    return index == PersonPlan::nobody
        ? nullptr
        : &prepared.side(side).people[static_cast<std::size_t>(index)];
}

FieldMap fieldsOf(const FieldWrites &writes)
{
    FieldMap fields;
    for (const FieldWrite &write : writes)
        fields.insert(write.key, write.value);
    return fields;
}

//! The writes as PersonWriter will make them, as far as the plan's values tell.
Calls callsFor(const PreparedPlan &prepared, const PersonPlan &person, PeopleService &service)
{
    const Side side = service.side();
    const Observation *present = seenOn(prepared, person, side);
    const Observation *other = seenOn(prepared, person, opposite(side));
    const Projection &projection = prepared.projection;
    FieldWrites writes;
    FieldMap before;
    for (const FieldPlan &field : person.fields) {
        if (!writesTo(side, field))
            continue;
        writes.append(projection.writesFor(side, field.row, field.value, {}));
        if (present)
            before.insert(
                fieldsOf(projection.writesFor(side, field.row, present->values[field.row], {})));
    }
    if (writes.isEmpty())
        return {};
    if (other && !(present && present->counterpart == other->id))
        writes.append(projection.linkWrites(side, other->id, {}));
    const Calls guardRead {.reads = 1, .writes = 0};
    return present ? guardRead + service.callsToUpdate(writes, before)
                   : service.callsToCreate(writes);
}

} // namespace

void price(PreparedPlan &prepared, PerSide<PeopleService *> services)
{
    for (const Side side : bothSides) {
        PeopleService &service = *services[side];
        prepared.allowances[side] = service.allowance();
        std::vector<Calls> &calls = prepared.calls[side];
        calls.assign(prepared.plan.people.size(), {});
        std::transform(prepared.plan.people.cbegin(), prepared.plan.people.cend(), calls.begin(),
                       [&](const PersonPlan &person) {
                           return isWritten(person) ? callsFor(prepared, person, service) : Calls();
                       });
    }
}

Forecast forecastOf(const PreparedPlan &prepared, const ApplyRequest &request)
{
    Forecast forecast;
    if (request.past == ApplyRequest::Past::LeftAsItIs)
        return forecast;
    const Outsiders outsiders
        = outsidersOf(request.pilot, prepared.input(), prepared.plan, request.leftOut);
    for (const Side side : bothSides) {
        Calls &calls = forecast.calls[side];
        for (std::size_t i = 0; i < prepared.calls[side].size(); ++i) {
            const auto position = static_cast<int>(i);
            if (!request.leftOut.contains(position) && !outsiders.positions.contains(position))
                calls = calls + prepared.calls[side][i];
        }
        const CallAllowance &allowance = prepared.allowances[side];
        forecast.minutes = std::max(forecast.minutes, minutesFor(calls, allowance));
        if (allowance.dayLimit && *allowance.dayLimit > 0)
            forecast.ofDay[side]
                = static_cast<double>(calls.total()) / static_cast<double>(*allowance.dayLimit);
        forecast.isBeyondToday[side] = allowance.dayLeft && calls.total() > *allowance.dayLeft;
    }
    return forecast;
}

} // namespace twinbook
