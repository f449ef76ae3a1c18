// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/memberships.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

CollectionRules membershipRules()
{
    return {
        .create = {{.name = u"name"_s},
                   {.name = u"plan"_s},
                   {.name = u"location"_s},
                   {.name = u"company"_s},
                   {.name = u"member"_s},
                   {.name = u"isPersonal"_s, .kind = Kind::Boolean},
                   {.name = u"startDate"_s, .kind = Kind::Moment},
                   {.name = u"endDate"_s, .kind = Kind::Moment, .null = Null::Allowed},
                   {.name = u"price"_s, .kind = Kind::Number},
                   {.name = u"deposit"_s, .kind = Kind::Number}},
        .update = {{.name = u"startDate"_s, .kind = Kind::Moment},
                   {.name = u"endDate"_s, .kind = Kind::Moment, .null = Null::Allowed},
                   {.name = u"price"_s, .kind = Kind::Number}},
        .required = {u"plan"_s, u"location"_s, u"startDate"_s},
        .references = {{u"plan"_s, &State::plans, u"plan"_s},
                       {u"location"_s, &State::locations, u"office"_s},
                       {u"company"_s, &State::companies, u"team"_s},
                       {u"member"_s, &State::members, u"member"_s}},
        .eventName = u"membership"_s,
    };
}

Listing::Shape membershipShape(const State &state)
{
    return [&state](const QJsonObject &membership) {
        QJsonObject shown = membership;
        shown.insert(u"calculatedStatus"_s,
                     calculatedStatus(membership, isoStamp(state.stamps.now())));
        return shown;
    };
}

} // namespace

Memberships::Memberships(State &state, StatusBoard &board)
    : Collection(state, state.memberships, membershipRules(), membershipShape(state))
    , m_board(board)
    , m_plans(state, state.plans, {.list = {.equality = {u"name"_s, u"code"_s}}})
{ }

void Memberships::addTo(Routes &routes)
{
    const QString read = u"community.memberships.read"_s;
    routes.addList(u"memberships"_s, read, listing());
    routes.addCount(u"memberships"_s, read, listing());
    routes.addGet(u"memberships"_s, read, *this);
    routes.addObject("POST", u"memberships"_s, u"community.memberships.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"memberships/*"_s, u"community.memberships.update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("DELETE", u"memberships/*"_s, u"community.memberships.delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
    const QString readPlans = u"billing.plans.read"_s;
    routes.addList(u"plans"_s, readPlans, m_plans.listing());
    routes.addCount(u"plans"_s, readPlans, m_plans.listing());
    routes.addGet(u"plans"_s, readPlans, m_plans);
}

Served<QJsonObject> Memberships::create(const QJsonObject &body)
{
    const auto good = checked(body, rules().create, rules().required);
    if (!good)
        return good;
    QJsonObject membership = merged({}, *good, state());
    const bool isPersonal = !membership.contains(u"company"_s);
    if (isPersonal && !membership.contains(u"member"_s))
        return refusedByRule(state(), u"Specified team was not found"_s);
    const QJsonObject &plan = *state().plans.find(membership.value(u"plan"_s).toString());
    membership.insert(u"isPersonal"_s, isPersonal);
    membership.remove(isPersonal ? u"company"_s : u"member"_s);
    membership.insert(u"status"_s, u"approved"_s);
    membership.insert(u"type"_s,
                      membership.contains(u"endDate"_s) ? u"fixed"_s : u"month_to_month"_s);
    for (const QString &name : {u"name"_s, u"price"_s, u"intervalLength"_s, u"intervalCount"_s}) {
        if (!membership.contains(name))
            membership.insert(name, plan.value(name));
    }
    membership.insert(u"isLocked"_s, false);
    membership.insert(u"source"_s, u"api"_s);
    const QJsonObject added = add(membership);
    touch(added);
    return added;
}

Served<QJsonObject> Memberships::update(const QString &id, const QJsonObject &body)
{
    auto updated = Collection::update(id, body);
    if (updated)
        touch(*updated);
    return updated;
}

Served<QJsonObject> Memberships::remove(const QString &id)
{
    const auto membership = stored(id);
    if (membership && membership->value(u"isLocked"_s).toBool())
        return refusedByRule(state(), u"Cannot delete invoiced membership"_s);
    auto removed = Collection::remove(id);
    if (removed)
        touch(*removed);
    return removed;
}

void Memberships::touch(const QJsonObject &membership)
{
    m_board.touched(membership.value(u"member"_s).toString(),
                    membership.value(u"company"_s).toString());
}

} // namespace twinbook::sandbox::officernd
