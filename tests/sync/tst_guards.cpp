// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/guards.h"

#include "sync/support/people.h"

#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::Situation;
using twinbook::testing::Someone;

namespace twinbook {

namespace {

std::vector<Someone> crowd(int size)
{
    std::vector<Someone> people;
    for (int i = 0; i < size; ++i) {
        Someone person;
        person.name = u"Person Number%1"_s.arg(i);
        person.email = u"p%1@x.bg"_s.arg(i);
        person.city = u"Sofia"_s;
        people.push_back(person);
    }
    return people;
}

//! A list as it came, of which the first `linked` people are linked.
Situation situationOf(int left, int right, int linked)
{
    Situation situation(crowd(std::max(left, linked)), crowd(std::max(right, linked)));
    for (int i = 0; i < linked; ++i)
        situation.link(static_cast<std::size_t>(i), static_cast<std::size_t>(i));
    situation.left.people.resize(static_cast<std::size_t>(left));
    situation.right.people.resize(static_cast<std::size_t>(right));
    return situation;
}

std::vector<GuardStop> stopsOf(const Situation &situation)
{
    return situation.planned().stops;
}

void eraseCities(Situation &situation, int people)
{
    const auto row = static_cast<std::size_t>(situation.projection.profile().indexOf(u"city"_s));
    for (int i = 0; i < people; ++i)
        situation.left.people[static_cast<std::size_t>(i)].values[row] = {};
}

void becomeOthers(Situation &situation, int people)
{
    const Projection &projection = situation.projection;
    const auto name = static_cast<std::size_t>(projection.rowWithRole(FieldRole::Name));
    const auto email = static_cast<std::size_t>(projection.rowWithRole(FieldRole::Email));
    for (int i = 0; i < people; ++i) {
        CanonicalValues &values = situation.left.people[static_cast<std::size_t>(i)].values;
        values[name] = FieldValue(u"Other Stranger%1"_s.arg(i));
        values[email] = FieldValue(u"s%1@y.bg"_s.arg(i));
    }
}

} // namespace

class GuardsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Ids that a service has given to other people would overwrite the other side.
    void manyWhoBecomeOthers()
    {
        Situation few = situationOf(50, 50, 50);
        becomeOthers(few, 5);
        QVERIFY(stopsOf(few).empty());

        Situation many = situationOf(50, 50, 50);
        becomeOthers(many, 6);
        const std::vector<GuardStop> stops = stopsOf(many);
        QCOMPARE(stops.size(), std::size_t(1));
        QVERIFY(stops.front()
                == (GuardStop {GuardStop::Kind::ManyBecameOthers, Side::Left, 50, 6}));
    }

    void anEmptySide();
    void aShrunkenSide_data();
    void aShrunkenSide();
    void partnersThatWereGivenUpAreNotMissed();
    void aSideThatWasNotReadToItsEnd();
    void absenceFromAPartialListIsNoQuestion();
    void manyErased_data();
    void manyErased();
};

void GuardsTest::anEmptySide()
{
    QVERIFY(stopsOf(situationOf(0, 0, 0)).empty());
    QVERIFY(stopsOf(situationOf(5, 0, 0)).empty());
    const std::vector<GuardStop> stops = stopsOf(situationOf(3, 0, 3));
    QCOMPARE(stops.size(), 1U);
    QCOMPARE(stops.front(), (GuardStop {GuardStop::Kind::SideIsEmpty, Side::Right, 3, 0}));

    Situation forgotten = situationOf(3, 0, 0);
    forgotten.right.previousCount = 3;
    QCOMPARE(stopsOf(forgotten).size(), 1U);
}

void GuardsTest::aShrunkenSide_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::addColumn<bool>("stops");
    QTest::newRow("grown") << 100 << 120 << false;
    QTest::newRow("exactly a fifth fewer") << 100 << 80 << false;
    QTest::newRow("one more") << 100 << 79 << true;
    QTest::newRow("one person left of many") << 1000 << 1 << true;
    QTest::newRow("few people may shrink") << 9 << 1 << false;
    QTest::newRow("ten people may not") << 10 << 7 << true;
}

void GuardsTest::aShrunkenSide()
{
    QFETCH(const int, before);
    QFETCH(const int, now);
    QFETCH(const bool, stops);
    for (const Side side : bothSides) {
        Situation situation = situationOf(now, now, 0);
        (side == Side::Left ? situation.left : situation.right).previousCount
            = static_cast<std::size_t>(before);
        std::vector<GuardStop> expected;
        if (stops)
            expected.push_back({GuardStop::Kind::SideShrank, side, before, now});
        QVERIFY(stopsOf(situation) == expected);
    }
}

//! Otherwise an account that once lost a quarter of its people could never be synchronized again.
void GuardsTest::partnersThatWereGivenUpAreNotMissed()
{
    Situation situation = situationOf(20, 14, 20);
    situation.right.previousCount = 14;
    QCOMPARE(stopsOf(situation).size(), 1U);
    for (std::size_t i = 14; i < 20; ++i)
        situation.answer(
            {QuestionKind::Gone, situation.links[i].left, situation.links[i].right, {}},
            Choice::Unlink);
    QVERIFY(stopsOf(situation).empty());
}

void GuardsTest::aSideThatWasNotReadToItsEnd()
{
    for (const Side side : bothSides) {
        Situation situation = situationOf(2, 2, 2);
        (side == Side::Left ? situation.left : situation.right).extent
            = PeopleSnapshot::Extent::Partial;
        const std::vector<GuardStop> stops = stopsOf(situation);
        QCOMPARE(stops.size(), 1U);
        QCOMPARE(stops.front().kind, GuardStop::Kind::NotAllRead);
        QCOMPARE(stops.front().side, side);
    }
}

void GuardsTest::absenceFromAPartialListIsNoQuestion()
{
    Situation situation = situationOf(3, 2, 3);
    QCOMPARE(situation.planned().questions.size(), 1U);
    situation.right.extent = PeopleSnapshot::Extent::Partial;
    const Plan plan = situation.planned();
    QVERIFY(plan.questions.empty());
    QCOMPARE(plan.counts.writes(), 0);
}

void GuardsTest::manyErased_data()
{
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("erased");
    QTest::addColumn<bool>("stops");
    QTest::newRow("five of few") << 8 << 5 << false;
    QTest::newRow("six of few") << 8 << 6 << true;
    QTest::newRow("a tenth") << 100 << 10 << false;
    QTest::newRow("more than a tenth") << 100 << 11 << true;
    QTest::newRow("fifty of many") << 1000 << 50 << false;
    QTest::newRow("more than fifty") << 1000 << 51 << true;
}

void GuardsTest::manyErased()
{
    QFETCH(const int, people);
    QFETCH(const int, erased);
    QFETCH(const bool, stops);
    Situation situation = situationOf(people, people, people);
    MappingProfile profile = situation.projection.profile();
    for (FieldMapping &row : profile.rows)
        row.emptyRule = EmptyRule::Erase;
    ServiceSchema account;
    for (const FieldMapping &row : std::as_const(profile.rows)) {
        for (const FieldKey &key : row.left + row.right) {
            FieldSpec spec;
            spec.key = key;
            account.fields.append(spec);
        }
    }
    situation.projection = Projection(profile, account, account);
    eraseCities(situation, erased);
    const std::vector<GuardStop> found = stopsOf(situation);
    QCOMPARE(found.size(), stops ? 1U : 0U);
    if (stops)
        QVERIFY(found.front()
                == (GuardStop {GuardStop::Kind::ManyErased, Side::Right, people, erased}));
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::GuardsTest)

#include "tst_guards.moc"
