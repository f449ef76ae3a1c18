// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/opportunities.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRules writeRules()
{
    FieldRules list {{.name = u"name"_s},
                     {.name = u"status"_s},
                     {.name = u"startDate"_s, .kind = Kind::Moment, .null = Null::Allowed},
                     {.name = u"resources"_s, .kind = Kind::TextList},
                     {.name = u"requestedPlans"_s, .kind = Kind::TextList},
                     {.name = u"properties"_s, .kind = Kind::Object}};
    for (const QString &name : {u"member"_s, u"company"_s})
        list.append({.name = name, .null = Null::Allowed});
    for (const QString &name : {u"probability"_s, u"dealSize"_s, u"membersCount"_s})
        list.append({.name = name, .kind = Kind::Number, .null = Null::Allowed});
    return list;
}

CollectionRules opportunityRules()
{
    return {
        .list = {.equality = {u"_id"_s, u"member"_s, u"company"_s},
                 .sets = {u"_id"_s},
                 .ranges = {u"createdAt"_s, u"modifiedAt"_s},
                 .indexed = {u"member"_s, u"company"_s}},
        .create = writeRules(),
        .update = writeRules(),
        .references = {{u"member"_s, &State::members, u"member"_s},
                       {u"company"_s, &State::companies, u"team"_s},
                       {u"status"_s, &State::opportunityStatuses, u"opportunity status"_s}},
        .propertyTarget = u"lead"_s,
    };
}

bool hasOwner(const QJsonObject &opportunity)
{
    return opportunity.contains(u"member"_s) || opportunity.contains(u"company"_s);
}

} // namespace

Opportunities::Opportunities(State &state, StatusBoard &board)
    : Collection(state, state.opportunities, opportunityRules())
    , m_board(board)
    , m_stages(state, state.opportunityStatuses, {})
{ }

void Opportunities::addTo(Routes &routes)
{
    const QString read = u"community.opportunities.read"_s;
    routes.addList(u"opportunities"_s, read, listing());
    routes.addCount(u"opportunities"_s, read, listing());
    routes.addGet(u"opportunities"_s, read, *this);
    routes.addObject("POST", u"opportunities"_s, u"community.opportunities.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"opportunities/*"_s, u"community.opportunities.update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("DELETE", u"opportunities/*"_s, u"community.opportunities.delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
    routes.addList(u"opportunity-statuses"_s, u"community.opportunityStatuses.read"_s,
                   m_stages.listing());
}

Served<QJsonObject> Opportunities::create(const QJsonObject &body)
{
    const auto good = checked(body, rules().create, {});
    if (!good)
        return good;
    QJsonObject opportunity = merged({}, *good, state());
    if (!hasOwner(opportunity))
        return refusedByRule(state(), u"Member or company is required"_s);
    const auto &stages = state().opportunityStatuses.all();
    if (!opportunity.contains(u"status"_s) && !stages.empty())
        opportunity.insert(u"status"_s, stages.begin()->first);
    const QJsonObject added = add(opportunity);
    touch(added);
    return added;
}

Served<QJsonObject> Opportunities::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    const auto good = checked(body, rules().update, {});
    if (!good)
        return good;
    const QJsonObject after = merged(*before, *good, state());
    if (!hasOwner(after))
        return refusedByRule(state(), u"Member or company is required"_s);
    const QJsonObject changed = store(*before, after);
    touch(*before);
    touch(changed);
    return changed;
}

Served<QJsonObject> Opportunities::remove(const QString &id)
{
    auto removed = Collection::remove(id);
    if (removed)
        touch(*removed);
    return removed;
}

void Opportunities::touch(const QJsonObject &opportunity)
{
    m_board.touched(opportunity.value(u"member"_s).toString(),
                    opportunity.value(u"company"_s).toString());
}

} // namespace twinbook::sandbox::officernd
