// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planrows.h"
#include "preparedplans.h"
#include "viewmodels/decisionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using twinbook::testing::PlanBuilder;
using twinbook::testing::printedRows;

//! Questions in words. Above all: a card says what its own side has, never the other's.
class DecisionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsNeverSwapSides();
    void newerIsSaidOnlyWhenBothTimesAreKnown();
    void everyKindHasItsOwnWords();
    void onlySensibleAnswersAreOffered();
    void typedTextBecomesTheFieldsKind_data();
    void typedTextBecomesTheFieldsKind();
    void answersRememberWhatWasSeen();
    void listFiltersAndFindsAlike();

private:
    static QList<Decision> decisionsOf(const PreparedPlan &prepared);
};

QList<Decision> DecisionsTest::decisionsOf(const PreparedPlan &prepared)
{
    QList<Decision> decisions;
    for (const Question &question : prepared.plan.questions) {
        Decision decision;
        decision.id = DecisionId(decisions.size() + 1);
        decision.question = question;
        decisions += decision;
    }
    return decisions;
}

void DecisionsTest::cardsNeverSwapSides()
{
    PlanBuilder plans;
    for (int i = 0; i < 40; ++i) {
        const QString name = u"Person %1"_s.arg(i);
        const QString email = u"p%1@x.com"_s.arg(i);
        const QDateTime left(QDate(2026, 3, 1).addDays(i % 3), QTime(10, 0), Qt::UTC);
        const QDateTime right(QDate(2026, 3, 2), QTime(10, 0), Qt::UTC);
        plans.link(plans.add(Side::Left, name, email, u"+35988700%1"_s.arg(1000 + i), {}, left),
                   plans.add(Side::Right, name, email, u"+35988800%1"_s.arg(1000 + i), {}, right),
                   {name, email, u"+359889000000"_s, {}});
    }
    const PreparedPlanPtr prepared = plans.build();
    QCOMPARE(prepared->plan.questions.size(), std::size_t(40));
    for (const Question &question : prepared->plan.questions) {
        const DecisionText text = describe(question, prepared.get());
        for (Side side : bothSides) {
            const RemoteId &id = side == Side::Left ? question.key.left : question.key.right;
            const auto &people = prepared->side(side).people;
            const auto record = std::find_if(people.begin(), people.end(),
                                             [&](const auto &person) { return person.id == id; });
            QVERIFY(record != people.end());
            QCOMPARE(text.cards[side].value, record->values[2].toDisplay());
            const auto &others = prepared->side(opposite(side)).people;
            const auto &other = others[static_cast<std::size_t>(record - people.begin())];
            const auto age = record->modifiedAt == other.modifiedAt ? DecisionCard::Age::Unknown
                : record->modifiedAt > other.modifiedAt             ? DecisionCard::Age::Newer
                                                                    : DecisionCard::Age::Older;
            QCOMPARE(text.cards[side].age, age);
        }
        QCOMPARE(text.topic, u"Phone"_s);
        QCOMPARE(text.base, u"was: +359889000000 (the last value both agreed on)"_s);
    }
}

void DecisionsTest::newerIsSaidOnlyWhenBothTimesAreKnown()
{
    PlanBuilder plans;
    plans.link(plans.add(Side::Left, u"A B"_s, u"a@b.c"_s, u"+359887000001"_s, {},
                         QDateTime(QDate(2026, 3, 1), QTime(1, 0), Qt::UTC)),
               plans.add(Side::Right, u"A B"_s, u"a@b.c"_s, u"+359887000002"_s),
               {u"A B"_s, u"a@b.c"_s, u"+359887000000"_s, {}});
    const PreparedPlanPtr prepared = plans.build();
    const DecisionText text = describe(prepared->plan.questions.front(), prepared.get());
    QCOMPARE(text.cards.left.age, DecisionCard::Age::Unknown);
    QCOMPARE(text.cards.right.age, DecisionCard::Age::Unknown);
    QCOMPARE(text.cards.right.changed, u"time unknown"_s);
    // Without a plan there are still the values, and no dates.
    const DecisionText bare = describe(prepared->plan.questions.front(), nullptr);
    QCOMPARE(bare.cards.left.value, u"+359887000001"_s);
    QCOMPARE(bare.cards.left.changed, u"time unknown"_s);
}

void DecisionsTest::everyKindHasItsOwnWords()
{
    PlanBuilder plans;
    plans.add(Side::Left, u"Li Wei"_s, u"li@w.cn"_s, {}, u"Sofia"_s);
    const PreparedPlanPtr prepared = plans.build();
    Question gone;
    gone.key = {QuestionKind::Gone, RemoteId(u"l1"_s), RemoteId(u"r9"_s), {}};
    gone.person = u"Li Wei"_s;
    const DecisionText removed = describe(gone, prepared.get());
    QCOMPARE(removed.question, u"Li Wei is no longer in HighLevel, but still in OfficeRnD."_s);
    QVERIFY(removed.goneFrom == Side::Right);
    QCOMPARE(resultText(gone, removed, Choice::Unlink),
             u"Result: Li Wei stays as it is in OfficeRnD. The two are no longer linked."_s);
    QCOMPARE(resultText(gone, removed, Choice::AddAgain),
             u"Result: Li Wei is added to HighLevel again at the next sync."_s);
    const QList<DecisionCard::Detail> details {
        {u"Name"_s, u"Li Wei"_s}, {u"E-mail"_s, u"li@w.cn"_s}, {u"City"_s, u"Sofia"_s}};
    QCOMPARE(removed.cards.left.details, details);
    QVERIFY(removed.cards.right.details.isEmpty());

    Question twin = gone;
    twin.key = {QuestionKind::Twin, RemoteId(u"l1"_s), {}, {}};
    const DecisionText second = describe(twin, prepared.get());
    QVERIFY(second.question.contains(u"twice"_s));
    QVERIFY(!second.goneFrom);
    Question same = gone;
    same.key = {QuestionKind::SamePerson, RemoteId(u"l1"_s), RemoteId(u"r1"_s), {}};
    same.why = u"same phone, name differs by 1 letter"_s;
    const DecisionText pair = describe(same, prepared.get());
    QCOMPARE(pair.question, u"Are these two the same person?"_s);
    QCOMPARE(pair.evidence, same.why);
}

void DecisionsTest::onlySensibleAnswersAreOffered()
{
    Question question;
    question.key = {QuestionKind::FieldDiffers, RemoteId(u"l1"_s), RemoteId(u"r1"_s), u"phone"_s};
    question.left = FieldValue(u"1"_s);
    QCOMPARE(allowedChoices(question),
             (QList {Choice::UseLeft, Choice::UseRight, Choice::UseValue}));
    // A new person lacks a field the other service needs: there is nothing to choose from.
    question.key.right = {};
    question.left = {};
    QCOMPARE(allowedChoices(question), (QList {Choice::UseValue}));
    question.key.kind = QuestionKind::SamePerson;
    QCOMPARE(allowedChoices(question), (QList {Choice::Same, Choice::Different}));
    question.key.kind = QuestionKind::Gone;
    QCOMPARE(allowedChoices(question), (QList {Choice::Unlink, Choice::AddAgain}));
    question.key.kind = QuestionKind::Twin;
    QCOMPARE(allowedChoices(question), (QList {Choice::Different}));
}

void DecisionsTest::typedTextBecomesTheFieldsKind_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<FieldValue>("pattern");
    QTest::addColumn<FieldValue>("expected"); // absent: cannot be read
    QTest::newRow("text") << u"  +34 1 "_s << FieldValue(u"x"_s) << FieldValue(u"+34 1"_s);
    QTest::newRow("blank") << u"  "_s << FieldValue(u"x"_s) << FieldValue();
    QTest::newRow("tags") << u"a, b,,"_s << FieldValue(QStringList {u"z"_s})
                          << FieldValue(QStringList {u"a"_s, u"b"_s});
    QTest::newRow("number") << u"12.5"_s << FieldValue(1.0) << FieldValue(12.5);
    QTest::newRow("no number") << u"twelve"_s << FieldValue(1.0) << FieldValue();
    QTest::newRow("yes") << u"Yes"_s << FieldValue(false) << FieldValue(true);
    QTest::newRow("date") << u"2026-02-28"_s << FieldValue(QDate(2000, 1, 1))
                          << FieldValue(QDate(2026, 2, 28));
    QTest::newRow("no date") << u"2026-02-31"_s << FieldValue(QDate(2000, 1, 1)) << FieldValue();
}

void DecisionsTest::typedTextBecomesTheFieldsKind()
{
    QFETCH(QString, typed);
    QFETCH(FieldValue, pattern);
    QFETCH(FieldValue, expected);
    Question question;
    question.left = pattern;
    QCOMPARE(typedValue(typed, question).value_or(FieldValue()), expected);
}

void DecisionsTest::answersRememberWhatWasSeen()
{
    Question question;
    question.left = FieldValue(u"L"_s);
    question.right = FieldValue(u"R"_s);
    const Answer answer = answerTo(question, Choice::UseValue, FieldValue(u"T"_s));
    QCOMPARE(
        answer,
        (Answer {Choice::UseValue, FieldValue(u"T"_s), FieldValue(u"L"_s), FieldValue(u"R"_s)}));
}

void DecisionsTest::listFiltersAndFindsAlike()
{
    PlanBuilder plans;
    for (int i = 0; i < 3; ++i) {
        const QString email = u"p%1@x.com"_s.arg(i);
        const QString name = u"Pat %1"_s.arg(i);
        const QString city = i == 2 ? u"Ruse"_s : QString();
        plans.link(plans.add(Side::Left, name, email, u"+35988700%1"_s.arg(1000 + i), city),
                   plans.add(Side::Right, name, email, u"+35988800%1"_s.arg(1000 + i),
                             i == 2 ? u"Varna"_s : QString()),
                   {name, email, u"+359889000000"_s, i == 2 ? u"Sofia"_s : QString()});
    }
    const PreparedPlanPtr prepared = plans.build();
    DecisionModel model;
    const QAbstractItemModelTester tester(&model);
    const QList<Decision> decisions = decisionsOf(*prepared);
    model.setDecisions(decisions, prepared);
    QCOMPARE(printedRows(model),
             (QStringList {u"Pat 0 - Phone"_s, u"Pat 1 - Phone"_s, u"Pat 2 - Phone"_s,
                           u"Pat 2 - City"_s}));
    QCOMPARE(model.topics(), (QList<DecisionModel::Topic> {{u"Phone"_s, 3}, {u"City"_s, 1}}));
    QCOMPARE(model.alike(decisions.at(0).id).size(), 2);
    QCOMPARE(model.alike(decisions.at(3).id).size(), 0);
    model.setTopic(u"City"_s);
    QCOMPARE(printedRows(model), QStringList {u"Pat 2 - City"_s});
    QCOMPARE(model.total(), 4);
    QCOMPARE(model.lineOf(decisions.at(3).id), 0);
    QCOMPARE(model.lineOf(decisions.at(0).id), -1);
}

QTEST_GUILESS_MAIN(DecisionsTest)
#include "tst_decisions.moc"
