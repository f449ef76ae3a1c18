// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/mappingexample.h"

#include "store/observationstore.h"
#include "viewmodels/recognition.h"

namespace twinbook {

namespace {

RemoteId idOf(const PreparedPlan &prepared, Side side, int record)
{
    return record == PersonPlan::nobody
        ? RemoteId()
        : prepared.side(side).people[static_cast<std::size_t>(record)].id;
}

//! On both sides, and not from the search index alone, which spells names in lower case.
bool isKnownInFull(const PreparedPlan &prepared, const PersonPlan &person)
{
    return person.left != PersonPlan::nobody && person.right != PersonPlan::nobody
        && prepared.right.people[static_cast<std::size_t>(person.right)].fidelity
        == Fidelity::Complete;
}

} // namespace

QList<ExampleChoice> exampleChoices(const PreparedPlan &prepared, int limit)
{
    QList<ExampleChoice> known;
    QList<ExampleChoice> onBoth;
    QList<ExampleChoice> onOne;
    for (const PersonPlan &person : prepared.plan.people) {
        if (known.size() >= limit)
            break;
        ExampleChoice choice {
            personName(prepared, person),
            {idOf(prepared, Side::Left, person.left), idOf(prepared, Side::Right, person.right)}};
        const bool both = !choice.ids.left.isEmpty() && !choice.ids.right.isEmpty();
        (isKnownInFull(prepared, person) ? known : both ? onBoth : onOne).append(std::move(choice));
    }
    return (known + onBoth + onOne).mid(0, limit);
}

Result<ExamplePerson> examplePerson(const Database &database, const ExampleChoice &choice)
{
    ExamplePerson example;
    example.name = choice.name;
    const ObservationStore store(database);
    for (Side side : bothSides) {
        if (choice.ids[side].isEmpty())
            continue;
        const Result<std::optional<RemoteRecord>> record = store.find(side, choice.ids[side]);
        if (!record)
            return Failure(record.error());
        if (*record)
            example.fields[side] = (*record)->fields;
    }
    return example;
}

Result<PerSide<QHash<FieldKey, int>>> fieldUsage(const Database &database)
{
    PerSide<QHash<FieldKey, int>> usage;
    const ObservationStore store(database);
    for (Side side : bothSides) {
        const Result<QList<RemoteRecord>> people = store.all(side);
        if (!people)
            return Failure(people.error());
        for (const RemoteRecord &person : *people) {
            for (auto field = person.fields.cbegin(); field != person.fields.cend(); ++field)
                usage[side][field.key()] += field->isEmpty() ? 0 : 1;
        }
    }
    return usage;
}

} // namespace twinbook
