// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/catalogue.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

QJsonObject addPlan(State &state, const QString &name, const QString &code, double price,
                    const QString &interval)
{
    QJsonArray locations;
    for (const auto &[id, location] : state.locations.all())
        locations.append(id);
    const QJsonObject plan {{u"_id"_s, state.ids.next()},
                            {u"name"_s, name},
                            {u"code"_s, code},
                            {u"type"_s, u"service"_s},
                            {u"price"_s, price},
                            {u"intervalLength"_s, interval},
                            {u"intervalCount"_s, 1},
                            {u"locations"_s, locations},
                            {u"shouldPassesGrantActiveStatus"_s, false}};
    state.plans.put(plan);
    return plan;
}

QJsonObject addStage(State &state, const QString &label, int probability)
{
    const QJsonObject stage {{u"_id"_s, state.ids.next()},
                             {u"description"_s, label},
                             {u"probability"_s, probability},
                             {u"isSystem"_s, probability == 0 || probability == 100}};
    state.opportunityStatuses.put(stage);
    return stage;
}

QStringList addOptions(State &state, const QString &category, const QStringList &labels)
{
    QStringList ids;
    for (const QString &label : labels) {
        ids.append(state.ids.next());
        state.ticketOptions.put(
            {{u"_id"_s, ids.constLast()}, {u"category"_s, category}, {u"label"_s, label}});
    }
    return ids;
}

} // namespace

Catalogue furnishCatalogue(State &state)
{
    Catalogue made;
    made.monthlyPlans = {addPlan(state, u"Hot Desk"_s, u"HD"_s, 180, u"month"_s),
                         addPlan(state, u"Dedicated Desk"_s, u"DD"_s, 320, u"month"_s),
                         addPlan(state, u"Private Office"_s, u"PO"_s, 1450, u"month"_s)};
    made.dayPass = addPlan(state, u"Day Pass"_s, u"DP"_s, 25, u"once"_s);
    made.stages = {addStage(state, u"New enquiry"_s, 10), addStage(state, u"Tour booked"_s, 30),
                   addStage(state, u"Proposal sent"_s, 60), addStage(state, u"Won"_s, 100),
                   addStage(state, u"Lost"_s, 0)};
    made.ticketTypes = addOptions(state, u"type"_s, {u"Facilities"_s, u"IT"_s, u"Post"_s});
    made.severities = addOptions(state, u"severity"_s, {u"Minor"_s, u"Major"_s});
    made.priorities = addOptions(state, u"priority"_s, {u"Low"_s, u"Normal"_s, u"High"_s});
    made.rooms = {state.ids.next(), state.ids.next()};
    made.receptionFlow = state.ids.next();
    state.receptionFlows.put({{u"_id"_s, made.receptionFlow}, {u"name"_s, u"Front desk"_s}});
    for (const auto &[id, location] : state.locations.all()) {
        state.businessHours.put({{u"_id"_s, state.ids.next()},
                                 {u"location"_s, id},
                                 {u"workDays"_s, QJsonArray {1, 2, 3, 4, 5}},
                                 {u"openingTime"_s, 8.5},
                                 {u"closingTime"_s, 18},
                                 {u"closedDays"_s, QJsonArray()}});
    }
    return made;
}

} // namespace twinbook::sandbox::officernd
