// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/presence.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;
using Stamps = CollectionRules::Stamps;

CollectionRules visitorRules()
{
    return {.list = {.equality = {u"_id"_s, u"name"_s, u"email"_s, u"type"_s}, .sets = {u"_id"_s}},
            .create = {{.name = u"name"_s},
                       {.name = u"type"_s, .options = {u"preregistration"_s, u"reception"_s}},
                       {.name = u"email"_s, .null = Null::Allowed},
                       {.name = u"phone"_s, .null = Null::Allowed},
                       {.name = u"member"_s, .null = Null::Allowed},
                       {.name = u"company"_s, .null = Null::Allowed}},
            .required = {u"name"_s, u"type"_s},
            .references = {{u"member"_s, &State::members, u"member"_s},
                           {u"company"_s, &State::companies, u"team"_s}},
            .stamps = Stamps::None};
}

CollectionRules visitRules()
{
    return {.create = {{.name = u"member"_s},
                       {.name = u"visitor"_s},
                       {.name = u"location"_s},
                       {.name = u"start"_s, .kind = Kind::Moment},
                       {.name = u"end"_s, .kind = Kind::Moment, .null = Null::Allowed},
                       {.name = u"receptionFlow"_s, .null = Null::Allowed}},
            .required = {u"visitor"_s, u"location"_s, u"start"_s},
            .references = {{u"member"_s, &State::members, u"member"_s},
                           {u"visitor"_s, &State::visitors, u"visitor"_s},
                           {u"location"_s, &State::locations, u"office"_s},
                           {u"receptionFlow"_s, &State::receptionFlows, u"reception flow"_s}},
            .stamps = Stamps::None};
}

} // namespace

Presence::Checkins::Checkins(State &state)
    : Collection(state, state.checkins,
                 {.list = {.equality = {u"member"_s, u"company"_s, u"location"_s},
                           .ranges = {u"start"_s, u"end"_s, u"createdAt"_s},
                           .indexed = {u"member"_s, u"company"_s}},
                  .create = {{.name = u"location"_s},
                             {.name = u"start"_s, .kind = Kind::Moment},
                             {.name = u"end"_s, .kind = Kind::Moment, .null = Null::Allowed}},
                  .update = {{.name = u"end"_s, .kind = Kind::Moment}},
                  .required = {u"location"_s, u"start"_s},
                  .references = {{u"location"_s, &State::locations, u"office"_s}},
                  .eventName = u"checkin"_s,
                  .stamps = Stamps::CreatedOnly})
{ }

Served<QJsonObject> Presence::Checkins::checkIn(const QString &member, const QJsonObject &body)
{
    const QJsonObject *present = state().members.find(member);
    if (!present)
        return refused(404, u"Item with Id (%1) was not found"_s.arg(member));
    const auto good = checked(body, rules().create, rules().required);
    if (!good)
        return good;
    QJsonObject checkin = merged({{u"member"_s, member}, {u"source"_s, u"api"_s}}, *good, state());
    if (present->contains(u"company"_s))
        checkin.insert(u"company"_s, present->value(u"company"_s));
    return add(checkin);
}

Served<QJsonObject> Presence::Checkins::checkOut(const QString &member, const QJsonObject &body)
{
    const auto good = checked(body, rules().update, {});
    if (!good)
        return good;
    const QStringList own = state().checkins.idsWithKey(u"member:"_s + member);
    for (const QString &id : own) {
        const QJsonObject before = *state().checkins.find(id);
        if (before.contains(u"end"_s))
            continue;
        QJsonObject after = before;
        after.insert(u"end"_s,
                     good->contains(u"end"_s) ? good->value(u"end"_s)
                                              : QJsonValue(isoStamp(state().stamps.now())));
        return store(before, after);
    }
    return refusedByRule(state(), u"Member is not checked in"_s);
}

Presence::Presence(State &state)
    : m_checkins(state)
    , m_visitors(state, state.visitors, visitorRules())
    , m_visits(state, state.visits, visitRules())
    , m_receptionFlows(state, state.receptionFlows, {})
{ }

void Presence::addTo(Routes &routes)
{
    const QString readCheckins = u"community.checkins.read"_s;
    routes.addList(u"checkins"_s, readCheckins, m_checkins.listing());
    // What visitors leave behind when they come is a visit.
    routes.addList(u"checkins/visitors"_s, readCheckins, m_visits.listing());
    routes.addGet(u"checkins"_s, readCheckins, m_checkins);
    routes.addObject("POST", u"checkins/checkout/*"_s, u"community.checkins.update"_s, 200,
                     [this](const Call &call) { return m_checkins.checkOut(call.id, call.body); });
    routes.addObject("POST", u"checkins/*"_s, u"community.checkins.create"_s, 201,
                     [this](const Call &call) { return m_checkins.checkIn(call.id, call.body); });
    const auto addGuests = [&](const QString &path, const QString &scope, Collection &guests) {
        const QString prefix = u"community."_s + scope + u'.';
        routes.addList(path, prefix + u"read"_s, guests.listing());
        routes.addGet(path, prefix + u"read"_s, guests);
        routes.addObject("POST", path, prefix + u"create"_s, 201,
                         [&guests](const Call &call) { return guests.create(call.body); });
        routes.addObject("DELETE", path + u"/*"_s, prefix + u"delete"_s, 200,
                         [&guests](const Call &call) { return guests.remove(call.id); });
    };
    addGuests(u"visitors"_s, u"visitors"_s, m_visitors);
    addGuests(u"visits"_s, u"visits"_s, m_visits);
    routes.addList(u"reception-flows"_s, u"community.receptionFlows.read"_s,
                   m_receptionFlows.listing());
}

} // namespace twinbook::sandbox::officernd
