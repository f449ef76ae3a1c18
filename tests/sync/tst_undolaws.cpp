// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/support/property.h"
#include "sync/reasonnames.h"
#include "sync/support/randomworld.h"
#include "sync/undoplan.h"

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

//! What a run leaves behind, as the engine writes it.
struct History
{
    QList<ChangeEntry> changes;
    QList<LinkEntry> links;
};

const Observation &at(const Look &look, Side side, int index)
{
    return (side == Side::Left ? look.left : look.right).people[static_cast<std::size_t>(index)];
}

CanonicalValues valuesOf(const World &world, Side side, const RemoteId &id)
{
    return world.projection.project(side, world.services[side].fields(id));
}

FieldMap fieldsOfRow(const World &world, Side side, const RemoteId &id, std::size_t row)
{
    FieldMap fields;
    const FieldMap all = world.services[side].fields(id);
    for (const FieldKey &key : world.projection.row(row).keys(side))
        fields.insert(key, all.value(key));
    return fields;
}

void remember(const World &before, const World &after, const Look &look, const PersonPlan &person,
              RunId run, History &history)
{
    for (const Side side : bothSides) {
        const int index = side == Side::Left ? person.left : person.right;
        if (index == PersonPlan::nobody)
            continue;
        const Observation &seen = at(look, side, index);
        const CanonicalValues now = valuesOf(after, side, seen.id);
        for (const FieldPlan &field : person.fields) {
            if (!writesTo(side, field)
                || after.projection.equivalent(field.row, now[field.row], seen.values[field.row]))
                continue;
            ChangeEntry entry;
            entry.run = run;
            entry.side = side;
            entry.record = seen.id;
            entry.field = after.projection.row(field.row).id;
            entry.before = seen.values[field.row];
            entry.after = now[field.row];
            entry.beforeFields = fieldsOfRow(before, side, seen.id, field.row);
            history.changes.append(entry);
        }
    }
}

//! One sync; what it did.
History sync(World &world)
{
    const Look look = world.look();
    const Result<Plan> made = plan(world.input(look));
    RC_ASSERT(made.has_value());
    const World before = world;
    world.apply(look, *made);
    History history;
    for (const PersonPlan &person : made->people)
        remember(before, world, look, person, RunId(1), history);
    for (const Link &link : world.links) {
        const bool isCreated = before.services.left.fields(link.left).isEmpty()
            || before.services.right.fields(link.right).isEmpty();
        if (!isCreated)
            continue;
        LinkEntry entry;
        entry.left = link.left;
        entry.right = link.right;
        entry.reason = fieldReasonName(FieldReason::NewPerson);
        history.links.append(entry);
    }
    return history;
}

//! Carries the values of an undo out, as the engine does. Returns the history of the undo; an
//! entry that the service refused is not in it.
History carryOut(World &world, const UndoInput &input, const UndoPlan &undo)
{
    History history;
    ExecutableUndo work = executable(input, undo);
    for (const PersonPlan &person : work.people) {
        PerSide<Observation *> seen {};
        if (person.left != PersonPlan::nobody)
            seen.left = &work.left.people[static_cast<std::size_t>(person.left)];
        if (person.right != PersonPlan::nobody)
            seen.right = &work.right.people[static_cast<std::size_t>(person.right)];
        for (const FieldPlan &field : person.fields) {
            for (const Side side : bothSides) {
                if (!writesTo(side, field))
                    continue;
                const RemoteId id = seen[side]->id;
                ChangeEntry entry;
                entry.run = RunId(2);
                entry.side = side;
                entry.record = id;
                entry.field = world.projection.row(field.row).id;
                entry.before = seen[side]->values[field.row];
                entry.beforeFields = fieldsOfRow(world, side, id, field.row);
                FieldWrites writes;
                for (auto it = field.exact.cbegin(); it != field.exact.cend(); ++it)
                    writes.append({it.key(), it.value()});
                RC_ASSERT(!writes.isEmpty());
                if (!world.services[side].update(id, writes))
                    continue;
                entry.after = valuesOf(world, side, id)[field.row];
                seen[side]->values[field.row] = entry.after;
                history.changes.append(entry);
                const auto link
                    = std::find_if(world.links.begin(), world.links.end(),
                                   [&](const Link &known) { return known.id == person.link; });
                if (link == world.links.end() || !seen.left || !seen.right)
                    continue;
                AgreedPair pair {AgreedPair::Known::Yes, seen.left->values[field.row],
                                 seen.right->values[field.row]};
                if (!world.projection.equivalent(field.row, pair.left, pair.right))
                    pair.standing = AgreedPair::Standing::LeftApart;
                link->base.resize(world.projection.size());
                link->base[field.row] = pair;
            }
        }
    }
    return history;
}

struct Undone
{
    UndoPlan plan;
    History history;
};

Undone undo(World &world, const History &history)
{
    const Look look = world.look();
    const UndoInput input {world.projection, look.left,       look.right,
                           world.links,      history.changes, history.links};
    Undone undone {planUndo(input), {}};
    undone.history = carryOut(world, input, undone.plan);
    return undone;
}

bool isIn(const History &history, const ChangeEntry &entry)
{
    return std::any_of(history.changes.cbegin(), history.changes.cend(),
                       [&](const ChangeEntry &other) {
                           return other.side == entry.side && other.record == entry.record
                               && other.field == entry.field;
                       });
}

std::size_t rowOf(const World &world, const ChangeEntry &entry)
{
    return static_cast<std::size_t>(world.projection.profile().indexOf(entry.field));
}

//! HighLevel, in memory, stores what it is sent in its own way; what was put there without it
//! comes back as it stores it.
bool isAsBefore(const World &world, const ChangeEntry &entry)
{
    const FieldMap now = fieldsOfRow(world, entry.side, entry.record, rowOf(world, entry));
    for (auto it = entry.beforeFields.cbegin(); it != entry.beforeFields.cend(); ++it) {
        const FieldValue value = now.value(it.key());
        const bool isCut = entry.side == Side::Right && it.value().text().startsWith(value.text());
        const bool isSame = value == it.value() || (value.isEmpty() && it.value().isEmpty())
            || world.projection.equivalent(rowOf(world, entry), value, it.value());
        if (!isSame && !isCut)
            return false;
    }
    return true;
}

template<class Law>
auto inAnyWorld(Law law)
{
    return [law] {
        const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<quint32>());
        Tape tape(seed, *rc::gen::inRange(0, 600));
        World world = randomWorld(tape);
        const World beginning = world;
        try {
            law(world, tape);
        } catch (...) {
            RC_LOG() << testing::drawn(beginning).toStdString();
            throw;
        }
    };
}

} // namespace

//! Laws of taking back, in random worlds.
class UndoLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightAfterTheRunEverythingIsAsBefore();
    void whatWasTakenBackDoesNotComeBack();
    void noLaterEditIsTouched();
    void twiceIsAsBeforeTheUndo();
    void nobodyIsDeleted();
};

void UndoLawsTest::rightAfterTheRunEverythingIsAsBefore()
{
    int putBack = 0;
    QVERIFY(holds("an undo right after the run restores every field", cases,
                  inAnyWorld([&](World &world, Tape &) {
                      const History history = sync(world);
                      const Undone undone = undo(world, history);
                      RC_ASSERT(undone.plan.count(UndoVerdict::ChangedSince) == 0);
                      RC_ASSERT(undone.plan.count(UndoVerdict::PersonGone) == 0);
                      for (const ChangeEntry &entry : history.changes) {
                          if (!isIn(undone.history, entry))
                              continue; // refused, or not to be held any more
                          RC_ASSERT(isAsBefore(world, entry));
                          ++putBack;
                      }
                  })));
    qInfo("%d values taken back", putBack);
    QVERIFY2(putBack > cases / 10, "too few worlds had anything to take back");
}

void UndoLawsTest::whatWasTakenBackDoesNotComeBack()
{
    QVERIFY(holds("what was taken back does not come back by itself", cases,
                  inAnyWorld([](World &world, Tape &) {
                      const History history = sync(world);
                      const Undone undone = undo(world, history);
                      const History next = sync(world);
                      for (const ChangeEntry &entry : undone.history.changes)
                          RC_ASSERT(!isIn(next, entry));
                  })));
}

void UndoLawsTest::noLaterEditIsTouched()
{
    QVERIFY(holds("no later edit is touched", cases, inAnyWorld([](World &world, Tape &tape) {
                      const History history = sync(world);
                      edit(world, tape);
                      const World before = world;
                      const Undone undone = undo(world, history);
                      for (const Side side : bothSides) {
                          for (const auto &[id, fields] : before.services[side].people()) {
                              const FieldMap now = world.services[side].fields(id);
                              for (std::size_t row = 0; row < world.projection.size(); ++row) {
                                  ChangeEntry any;
                                  any.side = side;
                                  any.record = id;
                                  any.field = world.projection.row(row).id;
                                  if (!isIn(undone.history, any))
                                      RC_ASSERT(fieldsOfRow(before, side, id, row)
                                                == fieldsOfRow(world, side, id, row));
                              }
                          }
                      }
                      for (const ChangeEntry &entry : undone.history.changes) {
                          const auto written
                              = std::find_if(history.changes.cbegin(), history.changes.cend(),
                                             [&](const ChangeEntry &change) {
                                                 return change.side == entry.side
                                                     && change.record == entry.record
                                                     && change.field == entry.field;
                                             });
                          RC_ASSERT(written != history.changes.cend());
                          RC_ASSERT(world.projection.equivalent(
                              rowOf(world, entry),
                              valuesOf(before, entry.side, entry.record)[rowOf(world, entry)],
                              written->after));
                      }
                  })));
}

void UndoLawsTest::twiceIsAsBeforeTheUndo()
{
    QVERIFY(holds("an undo of the undo is as before the undo", cases,
                  inAnyWorld([](World &world, Tape &) {
                      const History history = sync(world);
                      const Undone undone = undo(world, history);
                      const Undone redone = undo(world, undone.history);
                      for (const ChangeEntry &entry : undone.history.changes) {
                          if (isIn(redone.history, entry))
                              RC_ASSERT(isAsBefore(world, entry));
                      }
                  })));
}

void UndoLawsTest::nobodyIsDeleted()
{
    QVERIFY(holds("nobody is deleted, and who was created is unlinked", cases,
                  inAnyWorld([](World &world, Tape &) {
                      const History history = sync(world);
                      const auto people = world.services.left.people().size()
                          + world.services.right.people().size();
                      const Undone undone = undo(world, history);
                      RC_ASSERT(world.services.left.people().size()
                                    + world.services.right.people().size()
                                == people);
                      RC_ASSERT(undone.plan.count(UndoPairing::Unlink) == history.links.size());
                  })));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::UndoLawsTest)

#include "tst_undolaws.moc"
