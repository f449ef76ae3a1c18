// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/normalize.h"
#include "mapping/support/property.h"
#include "sync/pilot.h"
#include "sync/support/randomworld.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using testing::holds;
using testing::Look;
using testing::Tape;
using testing::World;

constexpr int cases = 2000;

//! A world, its plan, and a pilot that may ask for anything.
struct Case
{
    World world;
    Look look;
    Plan plan;
    Pilot pilot;
    QSet<int> leftOut;
    Outsiders outsiders;

    [[nodiscard]] int size() const { return static_cast<int>(plan.people.size()); }
    [[nodiscard]] bool isIn(int position) const
    {
        return !outsiders.positions.contains(position) && !leftOut.contains(position);
    }
    [[nodiscard]] const PersonPlan &person(int position) const
    {
        return plan.people[static_cast<std::size_t>(position)];
    }
    //! The person's records, one or two.
    [[nodiscard]] std::vector<const Observation *> recordsOf(int position) const
    {
        std::vector<const Observation *> records;
        if (person(position).left != PersonPlan::nobody)
            records.push_back(&look.left.people[static_cast<std::size_t>(person(position).left)]);
        if (person(position).right != PersonPlan::nobody)
            records.push_back(&look.right.people[static_cast<std::size_t>(person(position).right)]);
        return records;
    }
    //! Something would be done with this person if nobody were kept out.
    [[nodiscard]] bool isConcerned(int position) const
    {
        const PersonPlan &each = person(position);
        const bool becomesLinked = recordsOf(position).size() == 2 && each.link.isNull()
            && each.state != PersonState::LeftOut;
        return isWritten(each) || becomesLinked;
    }
    [[nodiscard]] bool fits(int position) const
    {
        const int tags = world.projection.rowWithRole(FieldRole::Tags);
        const std::vector<const Observation *> records = recordsOf(position);
        const bool isListed = !pilot.listed
            || std::any_of(records.begin(), records.end(), [&](const Observation *seen) {
                   return pilot.listed->contains(seen->id);
               });
        const bool isTagged
            = pilot.tag.isEmpty()
            || std::any_of(records.begin(), records.end(), [&](const Observation *seen) {
                   const QStringList all = tags < 0
                       ? QStringList()
                       : seen->values[static_cast<std::size_t>(tags)].list();
                   return std::any_of(all.begin(), all.end(), [&](const QString &tag) {
                       return foldedText(tag) == foldedText(pilot.tag);
                   });
               });
        return isListed && isTagged;
    }
};

QString someTag(const Look &look, int row, Tape &tape)
{
    QStringList tags {u"nobody has this"_s};
    for (const SideState *state : {&look.left, &look.right}) {
        for (const Observation &seen : state->people) {
            if (row >= 0)
                tags += seen.values[static_cast<std::size_t>(row)].list();
        }
    }
    return tape.of(tags).toUpper();
}

Case drawnCase()
{
    const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<quint32>());
    Tape tape(seed, *rc::gen::inRange(0, 600));
    Case drawn;
    drawn.world = randomWorld(tape);
    drawn.look = drawn.world.look();
    const Result<Plan> made = plan(drawn.world.input(drawn.look));
    RC_ASSERT(made.has_value());
    drawn.plan = *made;
    if (tape.oneIn(2))
        drawn.pilot.first = tape.below(6);
    if (tape.oneIn(3))
        drawn.pilot.tag
            = someTag(drawn.look, drawn.world.projection.rowWithRole(FieldRole::Tags), tape);
    if (tape.oneIn(3)) {
        drawn.pilot.listed.emplace();
        for (const SideState *state : {&drawn.look.left, &drawn.look.right}) {
            for (const Observation &seen : state->people) {
                if (tape.oneIn(3))
                    drawn.pilot.listed->insert(seen.id);
            }
        }
    }
    for (int i = 0; i < drawn.size(); ++i) {
        if (tape.oneIn(6))
            drawn.leftOut.insert(i);
    }
    drawn.outsiders
        = outsidersOf(drawn.pilot, drawn.world.input(drawn.look), drawn.plan, drawn.leftOut);
    return drawn;
}

} // namespace

class PilotLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! What is asked for, in other words: who fits is in, as many as there is room for, those who
    //! are written first.
    void justThoseTakePartWhoFit()
    {
        QVERIFY(holds("just those take part who fit", cases, [] {
            const Case drawn = drawnCase();
            int room = drawn.pilot.first > 0 ? drawn.pilot.first : drawn.size();
            QSet<int> in;
            for (const bool written : {true, false}) {
                for (int i = 0; i < drawn.size(); ++i) {
                    const bool mayJoin = drawn.isConcerned(i) && drawn.fits(i)
                        && isWritten(drawn.person(i)) == written && !drawn.leftOut.contains(i);
                    if (mayJoin && room > 0) {
                        --room;
                        in.insert(i);
                    }
                }
            }
            int waiting = 0;
            for (int i = 0; i < drawn.size(); ++i) {
                if (drawn.isConcerned(i) && !drawn.leftOut.contains(i)) {
                    RC_ASSERT(drawn.isIn(i) == in.contains(i));
                    waiting += in.contains(i) ? 0 : 1;
                }
            }
            RC_ASSERT(drawn.outsiders.waiting == waiting);
            RC_ASSERT(drawn.outsiders.takingPart == in.size());
        }));
    }

    void everybodyMeansEverybody()
    {
        QVERIFY(holds("everybody means everybody", cases, [] {
            const Case drawn = drawnCase();
            const Outsiders none
                = outsidersOf({}, drawn.world.input(drawn.look), drawn.plan, drawn.leftOut);
            RC_ASSERT(none.positions.isEmpty() && none.waiting == 0);
        }));
    }

    //! Carrying out the rest of the plan leaves no trace on them.
    void outsidersStayAsTheyAre()
    {
        QVERIFY(holds("outsiders stay as they are", cases, [] {
            Case drawn = drawnCase();
            PerSide<QHash<RemoteId, FieldMap>> before;
            const std::size_t linksBefore = drawn.world.links.size();
            Plan rest = drawn.plan;
            rest.people.clear();
            for (int i = 0; i < drawn.size(); ++i) {
                const PersonPlan &person = drawn.person(i);
                if (drawn.isIn(i)) {
                    rest.people.push_back(person);
                    continue;
                }
                for (const Side side : bothSides) {
                    const int index = side == Side::Left ? person.left : person.right;
                    if (index == PersonPlan::nobody)
                        continue;
                    const SideState &state
                        = side == Side::Left ? drawn.look.left : drawn.look.right;
                    const RemoteId &id = state.people[static_cast<std::size_t>(index)].id;
                    before[side].insert(id, drawn.world.services[side].fields(id));
                }
            }
            drawn.world.apply(drawn.look, rest);
            for (const Side side : bothSides) {
                for (auto it = before[side].cbegin(); it != before[side].cend(); ++it)
                    RC_ASSERT(drawn.world.services[side].fields(it.key()) == it.value());
            }
            for (std::size_t i = linksBefore; i < drawn.world.links.size(); ++i) {
                RC_ASSERT(!before.left.contains(drawn.world.links[i].left));
                RC_ASSERT(!before.right.contains(drawn.world.links[i].right));
            }
        }));
    }
};

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PilotLawsTest)

#include "tst_pilotlaws.moc"
