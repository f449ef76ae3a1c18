// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/normalize.h"
#include "mapping/support/property.h"
#include "sync/accounting.h"
#include "sync/reasonnames.h"
#include "sync/support/randomworld.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using testing::Applied;
using testing::holds;
using testing::Look;
using testing::Tape;
using testing::World;

constexpr int cases = 3000;

Tape anyTape()
{
    const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<quint32>());
    return Tape(seed, *rc::gen::inRange(0, 600));
}

//! Calls `law` with a random world; if it fails, the report shows how the world began.
template<class Law>
auto inAnyWorld(Law law)
{
    return [law] {
        Tape tape = anyTape();
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

Plan planOf(const World &world, const Look &look)
{
    const Result<Plan> made = plan(world.input(look));
    RC_ASSERT(made.has_value());
    return *made;
}

bool isWrittenTo(Side side, const FieldPlan &field)
{
    return field.outcome == FieldOutcome::ToBoth
        || field.outcome == (side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight);
}

QString drawn(const PersonPlan &person)
{
    QString text = u"%1=%2 link %3 %4 %5 question %6 other %7 gone %8"_s.arg(person.left)
                       .arg(person.right)
                       .arg(person.link.number())
                       .arg(personStateName(person.state), matchBasisName(person.basis))
                       .arg(person.question)
                       .arg(person.other)
                       .arg(person.gone.text());
    for (const FieldPlan &field : person.fields)
        text += u"; %1 %2 %3 '%4'"_s.arg(field.row).arg(fieldOutcomeName(field.outcome),
                                                        fieldReasonName(field.reason),
                                                        field.value.toDisplay());
    return text;
}

QStringList drawn(const Plan &plan)
{
    QStringList lines;
    for (const PersonPlan &person : plan.people)
        lines.append(drawn(person));
    for (const Question &question : plan.questions)
        lines.append(questionKindName(question.key.kind) + u' ' + question.key.left.text() + u' '
                     + question.key.right.text() + u' ' + question.key.field + u' ' + question.why);
    return lines;
}

const Observation &at(const Look &look, Side side, int index)
{
    return (side == Side::Left ? look.left : look.right).people[static_cast<std::size_t>(index)];
}

void everyFieldKeepsTheRules(const World &world, const Look &look, const PersonPlan &person)
{
    for (const FieldPlan &field : person.fields) {
        const FieldMapping &row = world.projection.row(field.row);
        for (const Side side : bothSides) {
            if (!isWrittenTo(side, field))
                continue;
            RC_ASSERT(row.flowsTo(side));
            RC_ASSERT(world.projection.writability(side, field.row)
                      != Projection::Writability::Never);
            RC_ASSERT(world.projection.canHold(side, field.row, field.value));
            const int index = side == Side::Left ? person.left : person.right;
            if (index == PersonPlan::nobody)
                continue;
            RC_ASSERT(world.projection.writability(side, field.row)
                      == Projection::Writability::Writable);
            const FieldValue &present = at(look, side, index).values[field.row];
            RC_ASSERT(!world.projection.equivalent(field.row, present, field.value));
            const bool erases = field.value.isEmpty() && !present.isEmpty();
            RC_ASSERT(!erases || row.emptyRule == EmptyRule::Erase
                      || field.reason == FieldReason::PersonDecided);
        }
    }
}

void everyStateIsDeserved(const Plan &plan, const PersonPlan &person)
{
    const bool isOneSided = person.left == PersonPlan::nobody || person.right == PersonPlan::nobody;
    RC_ASSERT((person.state == PersonState::NeedsYou) == (person.question >= 0));
    RC_ASSERT(person.state != PersonState::New || (isOneSided && !person.fields.empty()));
    RC_ASSERT(person.state != PersonState::Link || (!isOneSided && person.link.isNull()));
    RC_ASSERT(person.state != PersonState::InSync || !person.link.isNull());
    RC_ASSERT(person.question < static_cast<int>(plan.questions.size()));
    const bool writes
        = std::any_of(person.fields.cbegin(), person.fields.cend(), [](const FieldPlan &field) {
              return isWrittenTo(Side::Left, field) || isWrittenTo(Side::Right, field);
          });
    if (person.state == PersonState::InSync || person.state == PersonState::Link)
        RC_ASSERT(!writes);
    if (person.state == PersonState::Changed)
        RC_ASSERT(writes);
}

void nobodyIsAddedWhoIsThere(const World &world, const Look &look, const Plan &plan)
{
    const int nameRow = world.projection.rowWithRole(FieldRole::Name);
    const int emailRow = world.projection.rowWithRole(FieldRole::Email);
    const auto isSame = [&](const Observation &a, const Observation &b) {
        const auto key = [](const Observation &person, int row) {
            return person.values[static_cast<std::size_t>(row)].toDisplay();
        };
        return !emailKey(key(a, emailRow)).isEmpty() && !foldedText(key(a, nameRow)).isEmpty()
            && emailKey(key(a, emailRow)) == emailKey(key(b, emailRow))
            && foldedText(key(a, nameRow)) == foldedText(key(b, nameRow));
    };
    const auto isJudged = [&](const QuestionKey &key) {
        const auto it = world.judgements.answers.constFind(key);
        return it != world.judgements.answers.cend() && it->choice == Choice::Different;
    };
    PerSide<std::vector<int>> added;
    for (const PersonPlan &person : plan.people) {
        if (person.state != PersonState::New)
            continue;
        const Side here = person.left != PersonPlan::nobody ? Side::Left : Side::Right;
        const int index = here == Side::Left ? person.left : person.right;
        const Observation &newcomer = at(look, here, index);
        const QuestionKey twin = here == Side::Left
            ? QuestionKey {QuestionKind::Twin, newcomer.id, {}, {}}
            : QuestionKey {QuestionKind::Twin, {}, newcomer.id, {}};
        if (isJudged(twin))
            continue;
        const SideState &there = here == Side::Left ? look.right : look.left;
        for (const Observation &other : there.people) {
            const bool isAnother = isJudged({QuestionKind::SamePerson,
                                             here == Side::Left ? newcomer.id : other.id,
                                             here == Side::Left ? other.id : newcomer.id,
                                             {}});
            RC_ASSERT(isAnother || !isSame(newcomer, other));
        }
        for (const int other : added[here])
            RC_ASSERT(!isSame(newcomer, at(look, here, other)));
        added[here].push_back(index);
    }
}

//! What has to be true of every plan.
void isLawful(const World &world, const Look &look, const Plan &plan)
{
    RC_ASSERT(everybodyAccountedFor(world.input(look), plan).has_value());
    RC_ASSERT(drawn(plan) == drawn(planOf(world, look)));
    QSet<QuestionKey> keys;
    for (const Question &question : plan.questions) {
        RC_ASSERT(!keys.contains(question.key));
        keys.insert(question.key);
    }
    for (const PersonPlan &person : plan.people) {
        everyStateIsDeserved(plan, person);
        everyFieldKeepsTheRules(world, look, person);
    }
    nobodyIsAddedWhoIsThere(world, look, plan);
}

//! What has to be true of every deed.
void isHarmless(const World &world, const Plan &plan, const Applied &applied)
{
    RC_ASSERT(applied.refused == 0); // HighLevel gives an e-mail or phone to one person only
    int created = 0;
    for (const Applied::Sent &sent : applied.sent) {
        created += sent.id.isEmpty() ? 1 : 0;
        for (const FieldWrite &write : sent.writes) {
            const QList<FieldMapping> &rows = world.projection.profile().rows;
            RC_ASSERT(std::any_of(rows.cbegin(), rows.cend(), [&](const FieldMapping &row) {
                return row.flowsTo(sent.to) && row.keys(sent.to).contains(write.key);
            }));
        }
    }
    RC_ASSERT(created == plan.counts.created.left + plan.counts.created.right);
    for (const Side side : bothSides) {
        const FieldKey unmapped = side == Side::Left ? u"description"_s : u"source"_s;
        for (const auto &[id, fields] : world.services[side].people()) {
            if (fields.contains(unmapped))
                RC_ASSERT(fields.value(unmapped) == FieldValue(u"never mapped"_s));
        }
    }
}

//! Nothing of this person is open: no question, and no e-mail or phone that somebody else has.
bool isSettled(const PersonPlan &person)
{
    return person.question < 0
        && std::none_of(person.fields.cbegin(), person.fields.cend(), [](const FieldPlan &field) {
               return field.reason == FieldReason::TakenByAnother;
           });
}

//! Plans and applies once. Whoever is settled after that is added to `settled`; whoever was settled
//! before must not be written. The number of writes.
std::size_t cycle(World &world, QSet<RemoteId> &settled)
{
    const World before = world;
    const Look look = world.look();
    const Plan plan = planOf(world, look);
    isLawful(world, look, plan);
    const Applied applied = world.apply(look, plan);
    isHarmless(world, plan, applied);
    for (const Applied::Sent &sent : applied.sent) {
        if (settled.contains(sent.id) || settled.contains(sent.counterpart)) {
            RC_LOG() << testing::drawn(before).toStdString()
                     << drawn(plan).join(u'\n').toStdString();
            RC_FAIL("somebody was settled and is written again");
        }
    }
    for (const PersonPlan &person : plan.people) {
        if (!isSettled(person))
            continue;
        if (person.left != PersonPlan::nobody)
            settled.insert(at(look, Side::Left, person.left).id);
        if (person.right != PersonPlan::nobody)
            settled.insert(at(look, Side::Right, person.right).id);
    }
    return applied.sent.size();
}

//! Nobody edits any more: who is settled is written no more, and who waits for somebody else (for
//! an e-mail to be given up, for a likeness to end) does not wait for ever.
void comesToRest(World &world)
{
    constexpr int patience = 10;
    QSet<RemoteId> settled;
    for (int cycles = 0; cycles < patience; ++cycles) {
        if (cycle(world, settled) == 0)
            return;
    }
    RC_FAIL("writes for ever");
}

} // namespace

class PlanLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlanIsLawful();
    void afterApplyingThereIsNothingToDo();
    void answersAreCarriedOutOnce();
    void historiesComeToRest();
    void equalPeopleNeedNothing();
    void aLostDatabaseDoublesNobody();
};

void PlanLawsTest::everyPlanIsLawful()
{
    QVERIFY(
        holds("every plan and deed keeps the rules", cases, inAnyWorld([](World &world, Tape &) {
                  QSet<RemoteId> none;
                  cycle(world, none);
              })));
}

void PlanLawsTest::afterApplyingThereIsNothingToDo()
{
    QVERIFY(holds("after applying a plan there is nothing to do", cases,
                  inAnyWorld([](World &world, Tape &) { comesToRest(world); })));
}

void PlanLawsTest::answersAreCarriedOutOnce()
{
    QVERIFY(holds("answers are carried out once and then there is nothing to do", cases,
                  inAnyWorld([](World &world, Tape &tape) {
                      for (int rounds = 0; rounds < 3; ++rounds)
                          answerSome(world, planOf(world, world.look()), tape);
                      comesToRest(world);
                  })));
}

void PlanLawsTest::historiesComeToRest()
{
    QVERIFY(holds("any history of edits, answers and syncs comes to rest", cases,
                  inAnyWorld([](World &world, Tape &tape) {
                      for (int rounds = 0; rounds < 3; ++rounds) {
                          edit(world, tape);
                          answerSome(world, planOf(world, world.look()), tape);
                          QSet<RemoteId> none;
                          cycle(world, none);
                      }
                      comesToRest(world);
                  })));
}

//! Whoever came to rest, with every question answered or not, stays so when the links and bases
//! are all there is: an equal state plans no write.
void PlanLawsTest::equalPeopleNeedNothing()
{
    QVERIFY(holds("people who agree need nothing, with or without a base", cases,
                  inAnyWorld([](World &world, Tape &tape) {
                      comesToRest(world);
                      const Look look = world.look();
                      for (Link &link : world.links) {
                          const auto indexIn = [](const SideState &side, const RemoteId &id) {
                              for (std::size_t i = 0; i < side.people.size(); ++i) {
                                  if (side.people[i].id == id)
                                      return static_cast<int>(i);
                              }
                              return PersonPlan::nobody;
                          };
                          const int left = indexIn(look.left, link.left);
                          const int right = indexIn(look.right, link.right);
                          if (left == PersonPlan::nobody || right == PersonPlan::nobody)
                              continue;
                          for (std::size_t row = 0; row < link.base.size(); ++row) {
                              if (world.projection.equivalent(
                                      row, at(look, Side::Left, left).values[row],
                                      at(look, Side::Right, right).values[row])
                                  && tape.oneIn(2))
                                  link.base[row] = {};
                          }
                      }
                      RC_ASSERT(planOf(world, look).counts.writes() == 0);
                  })));
}

//! Links and bases are gone, answers too: whoever was in sync is recognised or asked about.
void PlanLawsTest::aLostDatabaseDoublesNobody()
{
    QVERIFY(holds("a lost database doubles nobody", cases, inAnyWorld([](World &world, Tape &) {
                      comesToRest(world);
                      world.links.clear();
                      world.judgements = {};
                      comesToRest(world);
                  })));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PlanLawsTest)

#include "tst_planlaws.moc"
