// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/decisionstore.h"
#include "storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;
using namespace std::chrono_literals;

namespace {

Question differs(const QString &field, const QString &left, const QString &right)
{
    return {.key = {.kind = QuestionKind::FieldDiffers,
                    .left = RemoteId(u"l1"_s),
                    .right = RemoteId(u"r1"_s),
                    .field = field},
            .left = FieldValue(left),
            .right = FieldValue(right),
            .base = FieldValue(u"base"_s),
            .person = u"Ana Ruíz"_s,
            .why = {},
            .score = 0};
}

Question samePerson(const QString &left, const QString &right)
{
    return {.key = {.kind = QuestionKind::SamePerson,
                    .left = RemoteId(left),
                    .right = RemoteId(right),
                    .field = {}},
            .left = {},
            .right = {},
            .base = {},
            .person = u"Bo"_s,
            .why = u"Same name and street"_s,
            .score = 0.83};
}

QList<qint64> numbers(const Result<QList<Decision>> &decisions)
{
    QList<qint64> numbers;
    for (const Decision &decision : decisions.value())
        numbers.append(decision.id.number());
    return numbers;
}

Answer useLeft(const QString &left, const QString &right)
{
    return {.choice = Choice::UseLeft,
            .value = {},
            .seenLeft = FieldValue(left),
            .seenRight = FieldValue(right)};
}

} // namespace

class DecisionStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWholeQuestion();
    void askingAgainKeepsNumberAndTime();
    void noLongerAskedIsClosedAndComesBack();
    void changedQuestionIsUpdated();
    void answeredIsNotOpen();
    void answerHoldsOnlyForTheValuesSeen();
    void withdrawReopens();
    void differentIsRememberedForEver();
    void everyChoiceIsKept();
    void peopleLeftOut();
    void answerToNothingIsABug();
    void manyQuestionsAtOnce();
};

void DecisionStoreTest::keepsTheWholeQuestion()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    const Question question = samePerson(u"l"_s, u"r"_s);
    VERIFY_GOOD(store.setOpen({question, differs(u"phone"_s, u"1"_s, u"2"_s)}));
    const auto open = store.open();
    VERIFY_GOOD(open);
    QCOMPARE(open->size(), 2);
    const Decision &first = open->first();
    QVERIFY(first.question.key == question.key);
    QCOMPARE(first.question.person, question.person);
    QCOMPARE(first.question.why, question.why);
    QCOMPARE(first.question.score, question.score);
    QVERIFY(first.question.left.isAbsent());
    QCOMPARE(first.askedAt, clock.now());
    QVERIFY(!first.answer);
    QVERIFY(!first.answeredAt.isValid());
    QCOMPARE(open->last().question.base, FieldValue(u"base"_s));
    QCOMPARE(store.find(first.id).value()->question.person, question.person);
    QVERIFY(!store.find(DecisionId(99)).value());
}

void DecisionStoreTest::askingAgainKeepsNumberAndTime()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    DecisionStore store(database, clock);
    const QDateTime start = clock.now();
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
    clock.advance(1h);
    VERIFY_GOOD(store.setOpen({differs(u"b"_s, u"1"_s, u"2"_s), differs(u"a"_s, u"1"_s, u"2"_s)}));
    QCOMPARE(numbers(store.open()), (QList<qint64> {1, 2}));
    QCOMPARE(store.open()->first().askedAt, start);
    QCOMPARE(store.open()->last().askedAt, clock.now());
}

void DecisionStoreTest::noLongerAskedIsClosedAndComesBack()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s), differs(u"b"_s, u"1"_s, u"2"_s)}));
    VERIFY_GOOD(store.setOpen({differs(u"b"_s, u"1"_s, u"2"_s)}));
    QCOMPARE(numbers(store.open()), (QList<qint64> {2}));
    QVERIFY(store.find(DecisionId(1)).value());
    clock.advance(1h);
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s), differs(u"b"_s, u"1"_s, u"2"_s)}));
    QCOMPARE(numbers(store.open()), (QList<qint64> {2, 1})); // asked anew, so it is younger
    VERIFY_GOOD(store.setOpen({}));
    QVERIFY(store.open()->isEmpty());
}

void DecisionStoreTest::changedQuestionIsUpdated()
{
    StoreFolder folder;
    const Database database = folder.open();
    HandClock clock;
    DecisionStore store(database, clock);
    const QDateTime start = clock.now();
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
    clock.advance(1h);
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"3"_s)}));
    const auto open = store.open();
    QCOMPARE(open->size(), 1);
    QCOMPARE(open->first().question.right, FieldValue(u"3"_s));
    QCOMPARE(open->first().askedAt, start);
}

void DecisionStoreTest::answeredIsNotOpen()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    const Question question = differs(u"a"_s, u"1"_s, u"2"_s);
    VERIFY_GOOD(store.setOpen({question, samePerson(u"l"_s, u"r"_s)}));
    const Answer typed {.choice = Choice::UseValue,
                        .value = FieldValue(u"1.5"_s),
                        .seenLeft = question.left,
                        .seenRight = question.right};
    VERIFY_GOOD(store.answer(DecisionId(1), typed));
    QCOMPARE(numbers(store.open()), (QList<qint64> {2}));
    const auto found = store.find(DecisionId(1));
    QVERIFY(found.value()->answer == typed);
    QCOMPARE(found.value()->answeredAt, clock.now());
    const auto judgements = store.judgements();
    VERIFY_GOOD(judgements);
    QCOMPARE(judgements->answers.size(), 1);
    QVERIFY(judgements->answers.value(question.key) == typed);
    // The next plan does not ask it again, and the answer stays.
    VERIFY_GOOD(store.setOpen({samePerson(u"l"_s, u"r"_s)}));
    QVERIFY(store.judgements()->answers.value(question.key) == typed);
}

void DecisionStoreTest::answerHoldsOnlyForTheValuesSeen()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
    VERIFY_GOOD(store.answer(DecisionId(1), useLeft(u"1"_s, u"2"_s)));
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
    QVERIFY(store.open()->isEmpty());
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"9"_s)}));
    QCOMPARE(numbers(store.open()), (QList<qint64> {1}));
    VERIFY_GOOD(store.answer(DecisionId(1), useLeft(u"1"_s, u"9"_s)));
    QVERIFY(store.open()->isEmpty());
}

void DecisionStoreTest::withdrawReopens()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
    VERIFY_GOOD(store.answer(DecisionId(1), useLeft(u"1"_s, u"2"_s)));
    VERIFY_GOOD(store.setOpen({}));
    VERIFY_GOOD(store.withdraw(DecisionId(1)));
    QCOMPARE(numbers(store.open()), (QList<qint64> {1}));
    QVERIFY(!store.open()->first().answer);
    QVERIFY(store.judgements()->answers.isEmpty());
}

void DecisionStoreTest::differentIsRememberedForEver()
{
    StoreFolder folder;
    const Question question = samePerson(u"l"_s, u"r"_s);
    const HandClock clock;
    {
        const Database database = folder.open();
        DecisionStore store(database, clock);
        VERIFY_GOOD(store.setOpen({question}));
        VERIFY_GOOD(store.answer(
            DecisionId(1),
            {.choice = Choice::Different, .value = {}, .seenLeft = {}, .seenRight = {}}));
        for (int i = 0; i < 3; ++i) {
            VERIFY_GOOD(store.setOpen({}));
            VERIFY_GOOD(store.setOpen({differs(u"a"_s, u"1"_s, u"2"_s)}));
        }
    }
    const Database database = folder.open();
    const auto judgements = DecisionStore(database, clock).judgements();
    QCOMPARE(judgements->answers.value(question.key).choice, Choice::Different);
}

void DecisionStoreTest::everyChoiceIsKept()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.setOpen({samePerson(u"l"_s, u"r"_s)}));
    for (const Choice choice : {Choice::UseLeft, Choice::UseRight, Choice::UseValue, Choice::Same,
                                Choice::Different, Choice::Unlink, Choice::AddAgain}) {
        VERIFY_GOOD(store.answer(DecisionId(1),
                                 {.choice = choice, .value = {}, .seenLeft = {}, .seenRight = {}}));
        QCOMPARE(store.find(DecisionId(1)).value()->answer->choice, choice);
    }
}

void DecisionStoreTest::peopleLeftOut()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.leaveOut(Side::Left, RemoteId(u"a"_s)));
    VERIFY_GOOD(store.leaveOut(Side::Left, RemoteId(u"a"_s)));
    VERIFY_GOOD(store.leaveOut(Side::Right, RemoteId(u"b"_s)));
    auto judgements = store.judgements();
    VERIFY_GOOD(judgements);
    QCOMPARE(judgements->leftOut.left, QSet<RemoteId> {RemoteId(u"a"_s)});
    QCOMPARE(judgements->leftOut.right, QSet<RemoteId> {RemoteId(u"b"_s)});
    VERIFY_GOOD(store.takeIn(Side::Left, RemoteId(u"a"_s)));
    VERIFY_GOOD(store.takeIn(Side::Left, RemoteId(u"never"_s)));
    QVERIFY(store.judgements()->leftOut.left.isEmpty());
}

void DecisionStoreTest::answerToNothingIsABug()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    QCOMPARE(store.answer(DecisionId(1), {}).error().kind, ErrorKind::Bug);
    QCOMPARE(store.withdraw(DecisionId(1)).error().kind, ErrorKind::Bug);
}

void DecisionStoreTest::manyQuestionsAtOnce()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    DecisionStore store(database, clock);
    std::vector<Question> questions;
    for (int i = 0; i < 20'000; ++i)
        questions.push_back(samePerson(u"l%1"_s.arg(i), u"r%1"_s.arg(i)));
    VERIFY_GOOD(store.setOpen(questions));
    VERIFY_GOOD(store.setOpen(questions));
    QCOMPARE(store.open()->size(), 20'000);
    questions.erase(questions.begin(), questions.begin() + 15'000);
    VERIFY_GOOD(store.setOpen(questions));
    QCOMPARE(store.open()->size(), 5'000);
    QCOMPARE(store.open()->first().id.number(), 15'001);
}

QTEST_GUILESS_MAIN(DecisionStoreTest)
#include "tst_decisionstore.moc"
