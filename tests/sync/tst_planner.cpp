// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/plan.h"

#include "sync/support/people.h"

#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::drawn;
using twinbook::testing::Situation;
using twinbook::testing::Someone;

namespace twinbook {

namespace {

Someone someone(const QString &name, const QString &email = {}, const QString &phone = {})
{
    Someone made;
    made.name = name;
    made.email = email;
    made.phone = phone;
    return made;
}

QStringList planned(const Situation &situation)
{
    return drawn(situation, situation.planned());
}

FieldValue &valueOf(Situation &situation, Side side, std::size_t person, const FieldId &field)
{
    SideState &state = side == Side::Left ? situation.left : situation.right;
    return state.people[person]
        .values[static_cast<std::size_t>(situation.projection.profile().indexOf(field))];
}

RemoteId idOf(const QString &id)
{
    return RemoteId(id);
}

const Someone ana = someone(u"Ana Ruiz"_s, u"ana@x.bg"_s, u"088 100 0001"_s);
const Someone ben = someone(u"Ben Kolev"_s, u"ben@x.bg"_s, u"088 100 0002"_s);

} // namespace

class PlannerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsInOnePlace();
    void newPeople();
    void peopleOnOneSideWithNothingToGive();
    void aNeededNameIsAskedFor();
    void conflictsAreAskedAndAnswered();
    void anAnswerHoldsOnlyForWhatWasSeen();
    void goneAndWhatPeopleSay();
    void aMergedContactIsNotAddedToOfficeRnD();
    void addingAgainDoesNotDouble();
    void twinsOnEitherSide();
    void twinsAmongNewcomers();
    void anIdentifierIsGivenToOnePerson();
    void aTypedIdentifierIsCheckedToo();
    void leftOutPeopleStayOut();
    void aRecordToldTwice();
    void namesKnownFromTheSearchAreReadAgain();
    void formattingAloneIsNoConflict();
    void countsSayWhatWillHappen();
    void explainShowsEveryRow();
};

void PlannerTest::everybodyIsInOnePlace()
{
    Situation situation({ana, ben, someone(u"Vera Petrova"_s, u"vera@x.bg"_s)},
                        {ben, ana, someone(u"Emil Stoev"_s, u"emil@x.bg"_s)});
    situation.link(0, 1);
    QCOMPARE(
        planned(situation),
        (QStringList {u"-=r2 new; name to-officernd new-person; email to-officernd new-person"_s,
                      u"l0=r1 in-sync"_s, u"l1=r0 link by email"_s,
                      u"l2=- new; name to-highlevel new-person; email to-highlevel new-person"_s}));
}

void PlannerTest::newPeople()
{
    Someone full = ana;
    full.company = u"Ruiz Ltd"_s;
    full.tags = {u"VIP"_s};
    const Situation situation({full}, {});
    const Plan plan = situation.planned();
    QCOMPARE(plan.counts.created.right, 1);
    // The company can be given at creation only, and that is now.
    QCOMPARE(drawn(situation, plan),
             QStringList {u"l0=- new; name to-highlevel new-person; email to-highlevel new-person; "
                          "phone to-highlevel new-person; company to-highlevel new-person; tags "
                          "to-highlevel new-person"_s});
    // A phone HighLevel cannot read is held back; the person is added all the same.
    const Situation odd({someone(u"Ana Ruiz"_s, {}, u"ask Eva"_s)}, {});
    QCOMPARE(planned(odd),
             QStringList {
                 u"l0=- new; name to-highlevel new-person; phone held-back cannot-be-written"_s});
}

void PlannerTest::peopleOnOneSideWithNothingToGive()
{
    Situation situation({ana}, {});
    MappingProfile profile = situation.projection.profile();
    for (FieldMapping &row : profile.rows)
        row.direction = Direction::ToLeft;
    situation.projection = Projection(profile, {}, {});
    const Plan plan = situation.planned();
    QCOMPARE(plan.people.front().state, PersonState::LeftOut);
    QCOMPARE(plan.counts.writes(), 0);
}

void PlannerTest::aNeededNameIsAskedFor()
{
    Situation situation({}, {someone({}, u"ana@x.bg"_s)});
    const Plan plan = situation.planned();
    QCOMPARE(plan.counts.created.left, 0);
    QCOMPARE(plan.questions.size(), 1U);
    QCOMPARE(plan.questions.front().key.field, u"name"_s);
    situation.answer(plan.questions.front().key, Choice::UseValue, FieldValue(u"Ana Ruiz"_s));
    const Plan answered = situation.planned();
    QCOMPARE(answered.counts.created.left, 1);
    QVERIFY(answered.questions.empty());
    // The record that has no name gets the one that was typed as well.
    QCOMPARE(answered.people.front().fields.front().value, FieldValue(u"Ana Ruiz"_s));
    QCOMPARE(answered.people.front().fields.front().outcome, FieldOutcome::ToBoth);
    QCOMPARE(answered.counts.updated.right, 1);
}

void PlannerTest::conflictsAreAskedAndAnswered()
{
    Situation situation({ana}, {ana});
    situation.link(0, 0);
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Sofia"_s);
    valueOf(situation, Side::Right, 0, u"city"_s) = FieldValue(u"Varna"_s);
    valueOf(situation, Side::Left, 0, u"street"_s) = FieldValue(u"Shipka 6"_s);
    const Plan plan = situation.planned();
    // The other field is written although one must be decided.
    QCOMPARE(
        drawn(situation, plan),
        QStringList {u"l0=r0 needs-you field-differs city; street to-highlevel fills-empty"_s});
    const Question question = plan.questions.front();
    QCOMPARE(question.left, FieldValue(u"Sofia"_s));
    QCOMPARE(question.right, FieldValue(u"Varna"_s));
    QCOMPARE(question.person, u"Ana Ruiz"_s);

    situation.judgements.answers.insert(
        question.key, Answer {Choice::UseRight, {}, question.left, question.right});
    QCOMPARE(
        planned(situation),
        QStringList {
            u"l0=r0 changed; street to-highlevel fills-empty; city to-officernd person-decided"_s});
}

void PlannerTest::anAnswerHoldsOnlyForWhatWasSeen()
{
    Situation situation({ana}, {ana});
    situation.link(0, 0);
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Sofia"_s);
    valueOf(situation, Side::Right, 0, u"city"_s) = FieldValue(u"Varna"_s);
    const Question question = situation.planned().questions.front();
    situation.judgements.answers.insert(
        question.key, Answer {Choice::UseRight, {}, question.left, question.right});
    QVERIFY(situation.planned().questions.empty());
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Burgas"_s);
    QCOMPARE(situation.planned().questions.size(), 1U);
}

void PlannerTest::goneAndWhatPeopleSay()
{
    Situation situation({ana, ben}, {ana, ben});
    situation.link(0, 0);
    situation.link(1, 1);
    situation.right.people.erase(situation.right.people.begin());
    const Plan plan = situation.planned();
    QCOMPARE(drawn(situation, plan), (QStringList {u"l0=- needs-you gone"_s, u"l1=r0 in-sync"_s}));
    QCOMPARE(plan.people.front().gone, idOf(u"r0"_s));
    const QuestionKey key = plan.questions.front().key;
    QCOMPARE(key, (QuestionKey {QuestionKind::Gone, idOf(u"l0"_s), idOf(u"r0"_s), {}}));
    QVERIFY(plan.questions.front().why.contains(u"HighLevel no longer has this person"_s));

    situation.answer(key, Choice::Unlink);
    QCOMPARE(planned(situation), (QStringList {u"l0=- left-out"_s, u"l1=r0 in-sync"_s}));
    situation.answer(key, Choice::AddAgain);
    const Plan again = situation.planned();
    QCOMPARE(again.counts.created.right, 1);
    QCOMPARE(again.people.front().link, LinkId(1));
    QCOMPARE(again.people.front().gone, idOf(u"r0"_s));
    // It was there all the time: the answer does no harm.
    situation.right = testing::sideOf(Side::Right, {ana, ben});
    QCOMPARE(planned(situation), (QStringList {u"l0=r0 in-sync"_s, u"l1=r1 in-sync"_s}));
}

//! HighLevel merged two contacts: the linked one is gone, the other has its e-mail.
void PlannerTest::aMergedContactIsNotAddedToOfficeRnD()
{
    Situation situation({ana}, {ana, ana});
    situation.link(0, 0);
    situation.right.people.erase(situation.right.people.begin());
    const Plan plan = situation.planned();
    QCOMPARE(drawn(situation, plan),
             (QStringList {u"-=r0 needs-you twin"_s, u"l0=- needs-you gone"_s}));
    QCOMPARE(plan.counts.created.left, 0);
}

void PlannerTest::addingAgainDoesNotDouble()
{
    Situation situation({ana}, {ana, ana});
    situation.link(0, 0);
    situation.right.people.erase(situation.right.people.begin());
    situation.answer({QuestionKind::Gone, idOf(u"l0"_s), idOf(u"r0"_s), {}}, Choice::AddAgain);
    const Plan plan = situation.planned();
    QCOMPARE(plan.counts.created.left, 0);
    QCOMPARE(plan.counts.created.right, 0);
}

void PlannerTest::twinsOnEitherSide()
{
    for (const Side side : bothSides) {
        const bool onLeft = side == Side::Left;
        Situation situation(onLeft ? std::vector {ana, ana} : std::vector {ana},
                            onLeft ? std::vector {ana} : std::vector {ana, ana});
        situation.link(0, 0);
        const Plan plan = situation.planned();
        QCOMPARE(plan.counts.writes(), 0);
        QCOMPARE(plan.questions.size(), 1U);
        const Question &question = plan.questions.front();
        QCOMPARE(question.key.kind, QuestionKind::Twin);
        QVERIFY(
            question.why.contains(serviceName(opposite(side)) + u" already has \"Ana Ruiz\""_s));
        situation.answer(question.key, Choice::Different);
        const Plan different = situation.planned();
        QVERIFY(different.questions.empty());
        QCOMPARE(different.counts.created[opposite(side)], 1);
    }
}

void PlannerTest::twinsAmongNewcomers()
{
    const Situation lefts({ana, ana}, {});
    const Plan plan = lefts.planned();
    QCOMPARE(plan.counts.created.right, 1);
    QCOMPARE(plan.questions.size(), 1U);
    QCOMPARE(plan.questions.front().key.kind, QuestionKind::Twin);
    const Plan rights = Situation({}, {ana, ana}).planned();
    QCOMPARE(rights.counts.created.left, 1);
    QCOMPARE(rights.questions.size(), 1U);
    // Two people of one household are two people; the phone can only be kept for one of them.
    Someone son = ana;
    son.name = u"Boris Ruiz"_s;
    son.email = u"boris@x.bg"_s;
    const Plan household = Situation({ana, son}, {}).planned();
    QCOMPARE(household.counts.created.right, 2);
    QVERIFY(household.questions.empty());
    QCOMPARE(household.counts.heldBack, 1);
}

void PlannerTest::anIdentifierIsGivenToOnePerson()
{
    Situation situation({ana, ben}, {ana, ben});
    situation.link(0, 0);
    situation.link(1, 1);
    const FieldValue wanted(u"new@x.bg"_s);
    valueOf(situation, Side::Left, 0, u"email"_s) = wanted;
    valueOf(situation, Side::Left, 1, u"email"_s) = FieldValue(u" NEW@x.bg"_s);
    QCOMPARE(planned(situation),
             (QStringList {u"l0=r0 changed; email to-highlevel changed-in-officernd"_s,
                           u"l1=r1 in-sync; email held-back taken-by-another"_s}));
    // Somebody else's is not taken either, not even if that person is about to give it up.
    valueOf(situation, Side::Left, 1, u"email"_s) = FieldValue(u"ana@x.bg"_s);
    QCOMPARE(planned(situation),
             (QStringList {u"l0=r0 changed; email to-highlevel changed-in-officernd"_s,
                           u"l1=r1 in-sync; email held-back taken-by-another"_s}));
}

void PlannerTest::aTypedIdentifierIsCheckedToo()
{
    Situation situation({ana, ben}, {ana, ben});
    situation.link(0, 0);
    situation.link(1, 1);
    valueOf(situation, Side::Left, 0, u"email"_s) = FieldValue(u"a@x.bg"_s);
    valueOf(situation, Side::Right, 0, u"email"_s) = FieldValue(u"b@x.bg"_s);
    const Question question = situation.planned().questions.front();
    situation.judgements.answers.insert(
        question.key,
        Answer {Choice::UseValue, FieldValue(u"Ben@x.bg"_s), question.left, question.right});
    const Plan plan = situation.planned();
    QCOMPARE(plan.people.front().fields.front().reason, FieldReason::TakenByAnother);
    QCOMPARE(plan.counts.writes(), 0);
}

void PlannerTest::leftOutPeopleStayOut()
{
    Situation situation({ana, ben}, {ana, ben});
    situation.link(0, 0);
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Sofia"_s);
    situation.judgements.leftOut.left = {idOf(u"l0"_s)};
    situation.judgements.leftOut.right = {idOf(u"r1"_s)};
    const Plan plan = situation.planned();
    QCOMPARE(plan.people.size(), 3U);
    QCOMPARE(plan.counts.of(PersonState::LeftOut), 2);
    QCOMPARE(plan.counts.created.left, 0);
}

void PlannerTest::aRecordToldTwice()
{
    Situation situation({ana, ben}, {ana, ben});
    situation.link(0, 0);
    situation.left.people.push_back(situation.left.people.front());
    situation.right.people.push_back(situation.right.people.back());
    const Plan plan = situation.planned();
    QCOMPARE(plan.counts.writes(), 0);
    QVERIFY(plan.questions.empty());
    QCOMPARE(plan.counts.of(PersonState::InSync), 1);
    QCOMPARE(plan.counts.of(PersonState::Link), 1);
}

void PlannerTest::namesKnownFromTheSearchAreReadAgain()
{
    const Someone vera = someone(u"Vera Petrova"_s, u"vera@x.bg"_s);
    const Someone emil = someone(u"Emil Stoev"_s, u"emil@x.bg"_s);
    // In sync; changed here; changed there; asked; new there; twin; read by id already.
    Situation situation({ana, ben, vera, emil, ana},
                        {ana, ben, vera, emil, someone(u"Zoya Ilieva"_s)});
    for (std::size_t i = 0; i < 4; ++i)
        situation.link(i, i);
    for (Observation &person : situation.right.people)
        person.fidelity = Fidelity::SearchHit;
    valueOf(situation, Side::Left, 1, u"city"_s) = FieldValue(u"Sofia"_s);
    valueOf(situation, Side::Right, 2, u"name"_s) = FieldValue(u"vera ilieva"_s);
    valueOf(situation, Side::Left, 3, u"city"_s) = FieldValue(u"Sofia"_s);
    valueOf(situation, Side::Right, 3, u"city"_s) = FieldValue(u"varna"_s);
    QCOMPARE(needFullRead(situation.input(), situation.planned()), (std::vector<int> {0, 2, 3, 4}));
    for (Observation &person : situation.right.people)
        person.fidelity = Fidelity::Complete;
    QVERIFY(needFullRead(situation.input(), situation.planned()).empty());
}

//! A thousand pairs that differ in spelling only, linked and not: no question, no write.
void PlannerTest::formattingAloneIsNoConflict()
{
    std::vector<Someone> lefts;
    std::vector<Someone> rights;
    for (int i = 0; i < 1000; ++i) {
        Someone left = someone(u"Ána-María Ruiz %1"_s.arg(i), u"Ana%1@Example.BG"_s.arg(i),
                               u"(088) %1-%2"_s.arg(100 + i / 100).arg(1000 + i));
        left.street = u" 6  Shipka St.\n"_s;
        left.city = u"Sofi\u0301a"_s;
        left.postalCode = u"1504 "_s;
        left.tags = {u"VIP"_s, u"Desk 4"_s};
        left.born = QDate(1990, 1, 1).addDays(i);
        Someone right = left;
        right.name = i % 2 ? left.name.toUpper() : left.name.toLower();
        right.name.replace(u' ', u"\u00A0 "_s);
        right.email = left.email.toLower();
        right.street = u"6 Shipka St."_s;
        right.city = u"Sofía"_s;
        right.postalCode = u"1504"_s;
        right.tags = {u"desk 4"_s, u"vip"_s};
        lefts.push_back(left);
        rights.push_back(right);
    }
    Situation situation(lefts, rights);
    const Plan first = situation.planned();
    QCOMPARE(first.counts.of(PersonState::Link), 1000);
    QCOMPARE(first.counts.writes(), 0);
    for (std::size_t i = 0; i < 500; ++i) {
        situation.link(i, i);
        if (i % 3 == 0)
            situation.links.back().base.clear();
    }
    const Plan plan = situation.planned();
    QVERIFY(plan.questions.empty());
    QCOMPARE(plan.counts.writes(), 0);
    QCOMPARE(plan.counts.of(PersonState::InSync), 500);
    QCOMPARE(plan.counts.of(PersonState::Link), 500);
    QCOMPARE(plan.counts.heldBack, 0);
}

void PlannerTest::countsSayWhatWillHappen()
{
    Situation situation({ana, ben}, {ana, someone(u"Emil Stoev"_s, u"emil@x.bg"_s)});
    situation.link(0, 0);
    valueOf(situation, Side::Left, 0, u"name"_s) = FieldValue(u"Ana Ilieva"_s);
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Sofia"_s);
    valueOf(situation, Side::Right, 0, u"street"_s) = FieldValue(u"Shipka 6"_s);
    const PlanCounts counts = situation.planned().counts;
    QCOMPARE(counts.created, (PerSide<int> {1, 1}));
    QCOMPARE(counts.updated, (PerSide<int> {1, 1}));
    QCOMPARE(counts.replaced, (PerSide<int> {0, 1}));
    QCOMPARE(counts.filled, (PerSide<int> {1, 1}));
    QCOMPARE(counts.erased, (PerSide<int> {0, 0}));
    QCOMPARE(counts.writes(), 4);
}

void PlannerTest::explainShowsEveryRow()
{
    Situation situation({ana}, {ana});
    situation.link(0, 0);
    valueOf(situation, Side::Right, 0, u"name"_s) = FieldValue(u"ANA RUIZ"_s);
    valueOf(situation, Side::Left, 0, u"city"_s) = FieldValue(u"Sofia"_s);
    const Plan plan = situation.planned();
    const std::vector<FieldPlan> rows = explain(situation.input(), plan.people.front());
    QCOMPARE(rows.size(), situation.projection.size());
    const auto reasonOf = [&](const FieldId &field) {
        return rows[static_cast<std::size_t>(situation.projection.profile().indexOf(field))].reason;
    };
    QCOMPARE(reasonOf(u"name"_s), FieldReason::FormattingOnly);
    QCOMPARE(reasonOf(u"email"_s), FieldReason::SameValue);
    QCOMPARE(reasonOf(u"city"_s), FieldReason::FillsEmpty);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PlannerTest)

#include "tst_planner.moc"
