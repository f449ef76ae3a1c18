// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/matching.h"

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

//! "l0=r0 by email" or "l0?r0" for each match and question, sorted.
QStringList recognised(const Situation &situation)
{
    QStringList lines;
    const Plan plan = situation.planned();
    for (const PersonPlan &person : plan.people) {
        const bool isMatch
            = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
        if (isMatch)
            lines.append(u"l%1=r%2"_s.arg(person.left).arg(person.right));
        else if (person.left != PersonPlan::nobody && person.other != PersonPlan::nobody)
            lines.append(u"l%1?r%2"_s.arg(person.left).arg(person.other));
    }
    lines.sort();
    return lines;
}

QuestionKey samePerson(int left, int right)
{
    return {
        QuestionKind::SamePerson, RemoteId(u"l%1"_s.arg(left)), RemoteId(u"r%1"_s.arg(right)), {}};
}

const QString home = u"02 981 0001"_s;
const QString desk = u"info@kliment.bg"_s;

} // namespace

class MatchingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognising_data();
    void recognising();
    void judgementsAreRespected();
    void contradictingAnswersDoNotDependOnOrder();
    void fiveHundredPeopleWithoutEmail();
    void everyQuestionShowsItsEvidence();
};

void MatchingTest::recognising_data()
{
    QTest::addColumn<std::vector<Someone>>("left");
    QTest::addColumn<std::vector<Someone>>("right");
    QTest::addColumn<QStringList>("expected");
    using People = std::vector<Someone>;
    const auto row
        = [](const char *what, const People &left, const People &right,
             const QStringList &expected) { QTest::newRow(what) << left << right << expected; };
    const Someone ana = someone(u"Ana Ruiz"_s, u"ana@x.bg"_s);

    row("same e-mail", {ana}, {someone(u"ana ruiz"_s, u"ANA@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, one without a name", {ana}, {someone({}, u"ana@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, changed last name", {ana}, {someone(u"Ana Petrova"_s, u"ana@x.bg"_s)},
        {u"l0=r0"_s});
    row("same e-mail, swapped names", {ana}, {someone(u"Ruiz Ana"_s, u"ana@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, initial", {ana}, {someone(u"A. Ruiz"_s, u"ana@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, short form", {someone(u"Alexander Boev"_s, u"a@x.bg"_s)},
        {someone(u"Alex Boev"_s, u"a@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, hyphen", {someone(u"Anne-Marie Roy"_s, u"a@x.bg"_s)},
        {someone(u"Anne Marie Roy"_s, u"a@x.bg"_s)}, {u"l0=r0"_s});
    row("same e-mail, unlike names are a question", {ana},
        {someone(u"Boris Tanev"_s, u"ana@x.bg"_s)}, {u"l0?r0"_s});
    row("a couple with one mailbox is a question", {someone(u"Jan Novak"_s, u"novak@x.bg"_s)},
        {someone(u"Jana Novak"_s, u"novak@x.bg"_s)}, {u"l0?r0"_s});
    row("siblings with one mailbox are a question", {someone(u"Maria Ruiz"_s, u"ruiz@x.bg"_s)},
        {someone(u"Mario Ruiz"_s, u"ruiz@x.bg"_s)}, {u"l0?r0"_s});
    row("other e-mail, same name", {ana}, {someone(u"Ana Ruiz"_s, u"ruiz@y.bg"_s)}, {u"l0?r0"_s});
    row("nothing alike", {ana}, {someone(u"Boris Tanev"_s, u"boris@x.bg"_s)}, {});

    row("shared desk, same name", {someone(u"Ana Ruiz"_s, desk), someone(u"Ben Kolev"_s, desk)},
        {someone(u"Ben Kolev"_s, desk), someone(u"Ana Ruiz"_s, desk)}, {u"l0=r1"_s, u"l1=r0"_s});
    row("shared desk, other names", {someone(u"Ana Ruiz"_s, desk)}, {someone(u"Ben Kolev"_s, desk)},
        {});
    row("shared desk, the desk itself is nobody", {someone(u"Ana Ruiz"_s, desk)},
        {someone({}, desk)}, {});

    row("phone and last name", {someone(u"Ana Ruiz"_s, {}, u"088 100 0001"_s)},
        {someone(u"ANA RUIZ"_s, {}, u"+359881000001"_s)}, {u"l0=r0"_s});
    row("phone and last name, further first name", {someone(u"Ana Ruiz"_s, {}, home)},
        {someone(u"Ana Maria Ruiz"_s, {}, home)}, {u"l0=r0"_s});
    row("phone, swapped names are a question", {someone(u"Ana Ruiz"_s, {}, home)},
        {someone(u"Ruiz Ana"_s, {}, home)}, {u"l0?r0"_s});
    row("phone, slip of the pen is a question", {someone(u"Boris Tanev"_s, {}, home)},
        {someone(u"Borsi Tanev"_s, {}, home)}, {u"l0?r0"_s});
    row("phone, only a last name is a question", {someone(u"Ana Ruiz"_s, {}, home)},
        {someone(u"Ruiz"_s, {}, home)}, {u"l0?r0"_s});
    row("a household meets itself",
        {someone(u"Ana Ruiz"_s, {}, home), someone(u"Ben Ruiz"_s, {}, home)},
        {someone(u"Ben Ruiz"_s, {}, home), someone(u"Ana Ruiz"_s, {}, home)},
        {u"l0=r1"_s, u"l1=r0"_s});
    row("a household of two, one on each side", {someone(u"Ana Ruiz"_s, {}, home)},
        {someone(u"Ben Ruiz"_s, {}, home)}, {});
    row("Jan and Jana of one household", {someone(u"Jan Novak"_s, {}, home)},
        {someone(u"Jana Novak"_s, {}, home)}, {u"l0?r0"_s});

    row("father and son with one mailbox", {someone(u"Jan Novak Sr"_s, u"novak@x.bg"_s)},
        {someone(u"Jan Novak, Jr."_s, u"novak@x.bg"_s)}, {u"l0?r0"_s});
    row("the same son, once without his suffix", {someone(u"Jan Novak Jr"_s, u"novak@x.bg"_s)},
        {someone(u"Jan Novak"_s, u"novak@x.bg"_s)}, {u"l0=r0"_s});
    Someone elder = someone(u"Jan Novak"_s, u"novak@x.bg"_s, home);
    elder.born = QDate(1950, 1, 2);
    Someone younger = elder;
    younger.born = QDate(1981, 11, 30);
    row("father and son, told apart by birth date", {elder}, {younger}, {u"l0?r0"_s});
    row("each his own", {elder, younger}, {younger, elder}, {u"l0=r1"_s, u"l1=r0"_s});

    Someone mother = someone(u"Elena Ruiz"_s, {}, home);
    mother.street = u"Shipka 6"_s;
    mother.city = u"Sofia"_s;
    mother.postalCode = u"1504"_s;
    mother.company = u"Ruiz Ltd"_s;
    Someone son = mother;
    son.name = u"Boris Ruiz"_s;
    row("a household with everything in common", {mother}, {son}, {});

    row("namesakes with other addresses",
        {someone(u"Ivan Ivanov"_s, u"ivan@a.bg"_s, u"088 100 0001"_s)},
        {someone(u"Ivan Ivanov"_s, u"ii@b.bg"_s, u"088 200 0002"_s)}, {});
    row("twins in one list", {ana, ana}, {ana}, {u"l0?r0"_s, u"l1?r0"_s});
    row("twins in both lists", {ana, ana}, {ana, ana}, {u"l0?r0"_s, u"l1?r1"_s});
    row("only a name", {someone(u"Ana Ruiz"_s)}, {someone(u"ana ruiz"_s)}, {u"l0?r0"_s});
    row("nobody at all", {someone({})}, {someone({})}, {});
}

void MatchingTest::recognising()
{
    QFETCH(const std::vector<Someone>, left);
    QFETCH(const std::vector<Someone>, right);
    QTEST(recognised(Situation(left, right)), "expected");
}

void MatchingTest::judgementsAreRespected()
{
    const Someone ana = someone(u"Ana Ruiz"_s, u"ana@x.bg"_s, home);
    Situation situation({ana}, {ana});
    QCOMPARE(recognised(situation), QStringList {u"l0=r0"_s});

    // Not the same: never linked, never asked again, also not as a twin.
    situation.answer(samePerson(0, 0), Choice::Different);
    QCOMPARE(recognised(situation), QStringList());
    QVERIFY(situation.planned().questions.empty());

    Situation strangers({someone(u"Ana Ruiz"_s)}, {someone(u"Boris Tanev"_s)});
    QCOMPARE(recognised(strangers), QStringList());
    strangers.answer(samePerson(0, 0), Choice::Same);
    QCOMPARE(recognised(strangers), QStringList {u"l0=r0"_s});
    QCOMPARE(strangers.planned().people.front().basis, MatchBasis::PersonDecided);
}

void MatchingTest::contradictingAnswersDoNotDependOnOrder()
{
    // Every process has its own order of hashes, so the check is who wins, not that it stays.
    for (int others = 1; others < 40; ++others) {
        std::vector<Someone> rights;
        for (int i = 0; i <= others; ++i)
            rights.push_back(someone(u"Stranger %1"_s.arg(i)));
        Situation situation({someone(u"Ana Ruiz"_s)}, rights);
        for (int i = others; i >= 0; --i)
            situation.answer(samePerson(0, i), Choice::Same);
        QCOMPARE(recognised(situation), QStringList {u"l0=r0"_s});
    }
}

//! "Help, you duplicated all my contacts": everybody is recognised or asked about, nobody added.
void MatchingTest::fiveHundredPeopleWithoutEmail()
{
    const QStringList firsts {u"Ana"_s,  u"Boris"_s, u"Vera"_s, u"Georgi"_s, u"Diana"_s,
                              u"Emil"_s, u"Zoya"_s,  u"Ivan"_s, u"Katya"_s,  u"Lyubo"_s};
    const QStringList lasts {u"Ruiz"_s, u"Tanev"_s, u"Petrova"_s, u"Kolev"_s, u"Stoyanova"_s};
    std::vector<Someone> left;
    std::vector<Someone> right;
    for (int i = 0; i < 500; ++i) {
        // Ten people have each first and last name; every fifth phone belongs to two of them.
        const QString name = firsts.at(i % 10) + u' ' + lasts.at(i / 10 % 5);
        const int number = i % 5 == 4 ? i - 1 : i;
        left.push_back(someone(name, {}, u"088 1%1"_s.arg(number, 6, 10, QLatin1Char('0'))));
        right.push_back(
            someone(name.toUpper(), {}, u"+3598810%1"_s.arg(number, 5, 10, QLatin1Char('0'))));
    }
    std::reverse(right.begin(), right.end());
    const Situation situation(left, right);
    const Plan plan = situation.planned();
    QCOMPARE(plan.counts.created.left, 0);
    QCOMPARE(plan.counts.created.right, 0);
    int wrong = 0;
    for (const PersonPlan &person : plan.people)
        wrong += person.left >= 0 && person.right >= 0 && person.left != 499 - person.right ? 1 : 0;
    QCOMPARE(wrong, 0);
    QVERIFY(plan.counts.of(PersonState::Link) >= 400);
}

void MatchingTest::everyQuestionShowsItsEvidence()
{
    Someone left = someone(u"Jan Novak"_s, u"novak@x.bg"_s);
    left.born = QDate(1980, 2, 3);
    Someone right = someone(u"Jana Novak"_s, u"novak@x.bg"_s);
    right.born = QDate(1982, 3, 4);
    const Plan plan = Situation({left}, {right}).planned();
    QCOMPARE(plan.questions.size(), 1U);
    const Question &question = plan.questions.front();
    QVERIFY(question.why.contains(u"same E-mail"_s));
    QVERIFY(question.why.contains(u"similar Name"_s));
    QVERIFY(question.score >= 0.5 && question.score <= 1);
    QCOMPARE(question.person, u"Jan Novak"_s);
    // Both records stand in the plan, each pointing to the other.
    QCOMPARE(plan.people.size(), 2U);
    QCOMPARE(plan.people[0].other, 0);
    QCOMPARE(plan.people[1].other, 0);
    QCOMPARE(plan.people[0].question, plan.people[1].question);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::MatchingTest)

#include "tst_matching.moc"
