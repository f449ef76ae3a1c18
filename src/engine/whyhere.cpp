// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/whyhere.h"

#include "core/normalize.h"
#include "engine/preparation.h"
#include "store/linkstore.h"
#include "store/observationstore.h"
#include "store/runhistory.h"
#include "store/settingsstore.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::WhyHere)
};

Failure refused(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

//! The mapping over what both sides offered at the last look.
Result<Projection> lastProjection(const Database &database, const Clock &clock)
{
    const SettingsStore settings(database, clock);
    const Result<std::optional<MappingProfile>> mapping = settings.mapping();
    const Result<std::optional<ServiceSchema>> left = settings.schema(Side::Left);
    const Result<std::optional<ServiceSchema>> right = settings.schema(Side::Right);
    if (!mapping)
        return Failure(mapping.error());
    if (!left || !right)
        return Failure(left ? right.error() : left.error());
    if (!*mapping || !*left || !*right)
        return refused(Tr::tr("Nothing has been read from OfficeRnD and HighLevel yet. Check for "
                              "changes first."));
    return Projection(**mapping, **left, **right);
}

Result<PerSide<RemoteId>> pairOf(const RemoteId &record, const Database &database)
{
    const LinkStore links(database);
    PerSide<RemoteId> ids;
    for (const Side side : bothSides) {
        const Result<std::optional<Link>> link = links.of(side, record);
        if (!link)
            return Failure(link.error());
        if (*link)
            return PerSide<RemoteId> {(*link)->left, (*link)->right};
        ids[side] = record; // of no link: found on one of the sides only
    }
    return ids;
}

void judge(const Projection &projection, std::size_t row, const QList<ChangeEntry> &changes,
           WhyHere &why)
{
    const auto last
        = std::find_if(changes.crbegin(), changes.crend(), [&](const ChangeEntry &change) {
              return change.side == why.side && change.record == why.record
                  && change.field == projection.row(row).id;
          });
    if (last == changes.crend())
        return;
    why.last = *last;
    why.origin = projection.equivalent(row, why.value, last->after) ? WhyHere::Origin::WrittenBySync
                                                                    : WhyHere::Origin::ChangedThere;
}

} // namespace

Result<FieldId> fieldOf(const QString &field, const Database &database, const Clock &clock)
{
    const Result<std::optional<MappingProfile>> mapping = SettingsStore(database, clock).mapping();
    if (!mapping)
        return Failure(mapping.error());
    const QList<FieldMapping> rows = *mapping ? (*mapping)->rows : QList<FieldMapping>();
    QStringList known;
    for (const FieldMapping &row : rows) {
        if (row.id == field || caselessText(row.title) == caselessText(field))
            return row.id;
        known.append(row.id);
    }
    return refused(Tr::tr("There is no field \"%1\" in the mapping. There are: %2.")
                       .arg(field, known.join(u", "_s)));
}

Result<RemoteId> recordOf(const QString &person, const Database &database, const Clock &clock)
{
    const ObservationStore observations(database);
    for (const Side side : bothSides) {
        const Result<std::optional<RemoteRecord>> found = observations.find(side, RemoteId(person));
        if (!found)
            return Failure(found.error());
        if (*found)
            return (*found)->id;
    }
    const Result<Projection> projection = lastProjection(database, clock);
    if (!projection)
        return Failure(projection.error());
    const int email = projection->rowWithRole(FieldRole::Email);
    const auto row = static_cast<std::size_t>(email);
    for (const Side side : bothSides) {
        const Result<QList<RemoteRecord>> people = observations.all(side);
        if (!people)
            return Failure(people.error());
        QList<RemoteId> found;
        for (const RemoteRecord &record : *people) {
            const bool has = email >= 0
                && projection->equivalent(row, projection->project(side, record.fields)[row],
                                          FieldValue(person));
            if (has)
                found.append(record.id);
        }
        if (found.size() == 1)
            return found.constFirst();
        if (found.size() > 1)
            return refused(Tr::tr("%n people in %1 have this e-mail address. Give the id of the "
                                  "one you mean.",
                                  nullptr, static_cast<int>(found.size()))
                               .arg(serviceName(side)));
    }
    return refused(Tr::tr("Nobody with this id or e-mail address was seen at the last look."));
}

Result<QList<WhyHere>> whyHere(const QString &person, const QString &field,
                               const Database &database, const Clock &clock)
{
    const Result<Projection> projection = lastProjection(database, clock);
    if (!projection)
        return Failure(projection.error());
    const Result<FieldId> row = fieldOf(field, database, clock);
    const Result<RemoteId> record = recordOf(person, database, clock);
    if (!row)
        return Failure(row.error());
    if (!record)
        return Failure(record.error());
    const Result<PerSide<RemoteId>> ids = pairOf(*record, database);
    const Result<QList<ChangeEntry>> changes = RunHistory(database, clock).changesOf(*record);
    if (!ids)
        return Failure(ids.error());
    if (!changes)
        return Failure(changes.error());
    const auto index = static_cast<std::size_t>(projection->profile().indexOf(*row));
    QList<WhyHere> answers;
    for (const Side side : bothSides) {
        const Result<std::optional<RemoteRecord>> seen
            = ObservationStore(database).find(side, (*ids)[side]);
        if (!seen)
            return Failure(seen.error());
        if (!*seen)
            continue;
        WhyHere why;
        why.side = side;
        why.record = (*seen)->id;
        why.title = projection->row(index).title;
        why.value = projection->project(side, (*seen)->fields)[index];
        judge(*projection, index, *changes, why);
        answers.append(std::move(why));
    }
    return answers;
}

} // namespace twinbook
