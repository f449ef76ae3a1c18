// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures.h"
#include "inventedpeople.h"
#include "measure.h"
#include "memorytable.h"
#include "sync/matchkeys.h"
#include "sync/plan.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

namespace {

constexpr int repetitions = 5;

struct World
{
    Projection projection = suggestedProjection();
    PerSide<SideState> sides;
    std::vector<Link> links;
    Judgements judgements;

    [[nodiscard]] PlanInput input() const
    {
        return {projection, sides.left, sides.right, links, judgements};
    }
};

Observation observed(const Projection &projection, Side side, int number)
{
    const RemoteRecord record = inventedPerson(side, number);
    return {record.id, record.modifiedAt, record.fidelity, projection.project(side, record.fields)};
}

void observe(World &world, Side side, int from, int count)
{
    SideState &state = world.sides[side];
    state.extent = PeopleSnapshot::Extent::Whole;
    state.previousCount = static_cast<std::size_t>(count);
    state.people.reserve(static_cast<std::size_t>(count));
    for (int i = from; i < from + count; ++i)
        state.people.push_back(observed(world.projection, side, i));
}

//! The base is projected again, because in the program it comes from the database and shares no
//! memory with what was seen.
void link(World &world, int count)
{
    world.links.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const Observation left = observed(world.projection, Side::Left, i);
        const Observation right = observed(world.projection, Side::Right, i);
        Link link {LinkId(i + 1), left.id, right.id, {}};
        link.base.reserve(left.values.size());
        for (std::size_t row = 0; row < left.values.size(); ++row) {
            const bool same = left.values[row] == right.values[row];
            link.base.push_back({AgreedPair::Known::Yes, left.values[row],
                                 same ? left.values[row] : right.values[row]});
        }
        world.links.push_back(std::move(link));
    }
}

//! One in a hundred has a new phone at OfficeRnD.
void change(World &world)
{
    const int phone = world.projection.rowWithRole(FieldRole::Phone);
    std::vector<Observation> &people = world.sides.left.people;
    for (std::size_t i = 0; i < people.size(); i += 100)
        people[i].values[static_cast<std::size_t>(phone)]
            = FieldValue(u"+359 2 %1"_s.arg(1'000'000 + static_cast<int>(i)));
}

Plan planOf(const World &world)
{
    return orGiveUp(plan(world.input()));
}

QString hashOf(const CanonicalValues &values)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const FieldValue &value : values) {
        hash.addData(value.toText().toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

//! A synchronizer without knowledge of people: hashes every record, and lets SQLite find those
//! whose hash is not the one remembered with the link.
double hashScanMs(const World &world)
{
    MemoryTable table;
    table.run(u"CREATE TABLE link (l TEXT, r TEXT, hl TEXT, hr TEXT)"_s);
    table.run(u"BEGIN"_s);
    QSqlQuery links = table.prepare(u"INSERT INTO link VALUES (?, ?, ?, ?)"_s);
    for (const Link &link : world.links) {
        CanonicalValues left;
        CanonicalValues right;
        for (const AgreedPair &pair : link.base) {
            left.push_back(pair.left);
            right.push_back(pair.right);
        }
        insert(links, {link.left.text(), link.right.text(), hashOf(left), hashOf(right)});
    }
    table.run(u"COMMIT"_s);
    int changed = 0;
    const double taken = medianMs(1, [&] {
        table.run(u"BEGIN"_s);
        for (const Side side : bothSides) {
            const QString name = side == Side::Left ? u"a"_s : u"b"_s;
            table.run("CREATE TABLE "_L1 + name
                      + " (id TEXT PRIMARY KEY, h TEXT) WITHOUT ROWID"_L1);
            QSqlQuery people = table.prepare("INSERT INTO "_L1 + name + " VALUES (?, ?)"_L1);
            for (const Observation &person : world.sides[side].people)
                insert(people, {person.id.text(), hashOf(person.values)});
        }
        table.run(u"COMMIT"_s);
        changed = table.number(uR"(SELECT count(*) FROM link JOIN a ON a.id = link.l
            JOIN b ON b.id = link.r WHERE a.h <> link.hl OR b.h <> link.hr)"_s);
    });
    if (changed != static_cast<int>((world.sides.left.people.size() + 99) / 100))
        giveUp(u"The reference found %1 changed people."_s.arg(changed));
    return taken;
}

//! SQLite joins the ready-made keys; making them is not counted.
double keyJoinMs(const World &world)
{
    const MatchRows rows(world.projection);
    PerSide<std::vector<MatchKeys>> keys;
    for (const Side side : bothSides) {
        for (const Observation &person : world.sides[side].people)
            keys[side].push_back(matchKeysOf(person, rows, u"BG"_s));
    }
    MemoryTable table;
    int found = 0;
    const double taken = medianMs(1, [&] {
        table.run(u"BEGIN"_s);
        for (const Side side : bothSides) {
            const QString name = side == Side::Left ? u"a"_s : u"b"_s;
            table.run("CREATE TABLE "_L1 + name + " (id TEXT, email TEXT, phone TEXT)"_L1);
            QSqlQuery people = table.prepare("INSERT INTO "_L1 + name + " VALUES (?, ?, ?)"_L1);
            for (std::size_t i = 0; i < keys[side].size(); ++i)
                insert(people,
                       {world.sides[side].people[i].id.text(), keys[side][i].email,
                        keys[side][i].phone + u'|' + keys[side][i].last()});
            table.run("CREATE INDEX "_L1 + name + "_email ON "_L1 + name + " (email)"_L1);
            table.run("CREATE INDEX "_L1 + name + "_phone ON "_L1 + name + " (phone)"_L1);
        }
        table.run(u"COMMIT"_s);
        found = table.number(uR"(SELECT count(*) FROM (
            SELECT a.id, b.id FROM a JOIN b ON a.email = b.email WHERE a.email <> ''
            UNION SELECT a.id, b.id FROM a JOIN b ON a.phone = b.phone))"_s);
    });
    if (found == 0)
        giveUp(u"The reference found nobody."_s);
    return taken;
}

} // namespace

QList<Figure> planFigures(int people)
{
    World world;
    observe(world, Side::Left, 0, people);
    observe(world, Side::Right, 0, people);
    link(world, people);
    const double unchanged = medianMs(repetitions, [&] {
        if (planOf(world).counts.writes() != 0)
            giveUp(u"The plan writes although nothing changed."_s);
    });
    change(world);
    const double planning = medianMs(repetitions, [&] {
        if (planOf(world).counts.updated.right != (people + 99) / 100)
            giveUp(u"The plan does not write what changed."_s);
    });
    const double memory = peakMemoryMb();
    const double reference = hashScanMs(world);
    const QString referenceName = u"hash every record, compare in SQLite"_s;
    return {{.name = u"plan, all linked, 1 % changed"_s,
             .unit = u"ms"_s,
             .measured = planning,
             .goal = 1000,
             .reference = reference,
             .referenceName = referenceName},
            {.name = u"plan, all linked, 1 % changed: peak memory"_s,
             .unit = u"MB"_s,
             .measured = memory,
             .goal = 400},
            {.name = u"no change: plan from memory"_s,
             .unit = u"ms"_s,
             .measured = unchanged,
             .goal = 150,
             .reference = reference,
             .referenceName = referenceName}};
}

QList<Figure> firstMatchFigures(int people)
{
    World world;
    observe(world, Side::Left, 0, people);
    observe(world, Side::Right, people / 5, people);
    const double matching = medianMs(repetitions, [&] {
        const Plan plan = planOf(world);
        if (plan.counts.of(PersonState::New) == 0)
            giveUp(u"The first match found nobody to create."_s);
    });
    const double memory = peakMemoryMb();
    return {{.name = u"first match, 80 % on both sides"_s,
             .unit = u"ms"_s,
             .measured = matching,
             .goal = 1000,
             .reference = keyJoinMs(world),
             .referenceName = u"SQLite joins ready-made keys"_s},
            {.name = u"first match: peak memory"_s, .unit = u"MB"_s, .measured = memory}};
}

} // namespace twinbook::bench
