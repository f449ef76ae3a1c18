// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/preparation.h"

#include "store/decisionstore.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/settingsstore.h"

namespace twinbook {

namespace {

SideState stateOf(const Projection &projection, Side side, const SideLook &look)
{
    SideState state;
    state.extent = look.extent;
    state.previousCount = look.previousCount;
    state.people.reserve(static_cast<std::size_t>(look.people.size()));
    for (const RemoteRecord &record : look.people)
        state.people.push_back({record.id, record.modifiedAt, record.fidelity,
                                projection.project(side, record.fields),
                                projection.counterpart(side, record.fields)});
    return state;
}

Result<MappingProfile> mappingInForce(const PerSide<SideLook> &look, SettingsStore &settings)
{
    Result<std::optional<MappingProfile>> stored = settings.mapping();
    if (!stored)
        return Failure(stored.error());
    if (*stored)
        return **stored;
    MappingProfile suggested = suggestedMapping(look.left.schema, look.right.schema);
    if (Result<> saved = settings.setMapping(suggested); !saved)
        return Failure(saved.error());
    return suggested;
}

} // namespace

Result<Projection> projectionInForce(const PerSide<SideLook> &look, const Database &database,
                                     const Clock &clock)
{
    SettingsStore settings(database, clock);
    const Result<MappingProfile> mapping = mappingInForce(look, settings);
    if (!mapping)
        return Failure(mapping.error());
    return Projection(*mapping, look.left.schema, look.right.schema);
}

Result<std::shared_ptr<PreparedPlan>> prepare(const PerSide<SideLook> &look,
                                              const Database &database, const Clock &clock)
{
    Result<Projection> projection = projectionInForce(look, database, clock);
    if (!projection)
        return Failure(projection.error());

    auto prepared = std::make_shared<PreparedPlan>();
    prepared->projection = *std::move(projection);
    prepared->schemas = {look.left.schema, look.right.schema};
    prepared->left = stateOf(prepared->projection, Side::Left, look.left);
    prepared->right = stateOf(prepared->projection, Side::Right, look.right);
    prepared->basedOn = clock.now();

    const QList<FieldId> rows = prepared->projection.rowIds();
    Result<std::vector<Link>> links = LinkStore(database).all(rows);
    if (!links)
        return Failure(links.error());
    prepared->links = *std::move(links);
    Result<Judgements> judgements = DecisionStore(database, clock).judgements();
    if (!judgements)
        return Failure(judgements.error());
    prepared->judgements = *std::move(judgements);

    Result<Plan> planned = plan(prepared->input());
    if (!planned)
        return Failure(planned.error());
    prepared->plan = *std::move(planned);
    return prepared;
}

Result<std::optional<PerSide<SideLook>>> lastLook(const Database &database, const Clock &clock)
{
    SettingsStore settings(database, clock);
    ObservationStore observations(database);
    PerSide<SideLook> look;
    for (const Side side : bothSides) {
        const Result<std::optional<ServiceSchema>> schema = settings.schema(side);
        if (!schema)
            return Failure(schema.error());
        if (!*schema)
            return std::optional<PerSide<SideLook>>();
        look[side].schema = **schema;
        Result<QList<RemoteRecord>> people = observations.all(side);
        if (!people)
            return Failure(people.error());
        look[side].people = *std::move(people);
        look[side].previousCount = static_cast<std::size_t>(look[side].people.size());
    }
    return std::optional(std::move(look));
}

Result<> publish(const PreparedPlan &prepared, const Failures &failures, const Database &database,
                 const Clock &clock)
{
    if (Result<> written = PeopleTable(database).replaceAll(peopleRows(prepared, failures));
        !written)
        return written;
    return DecisionStore(database, clock).setOpen(prepared.plan.questions);
}

} // namespace twinbook
