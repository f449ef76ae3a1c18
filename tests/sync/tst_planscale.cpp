// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/people.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using twinbook::testing::Situation;
using twinbook::testing::Someone;

namespace twinbook {

namespace {

constexpr int crowdSize = 20000;

std::vector<Someone> crowd()
{
    const QStringList firsts {u"Ana"_s,  u"Boris"_s, u"Vera"_s, u"Georgi"_s, u"Diana"_s,
                              u"Emil"_s, u"Zoya"_s,  u"Ivan"_s, u"Katya"_s,  u"Lyubo"_s};
    const QStringList syllables {u"pet"_s, u"ro"_s, u"van"_s, u"il"_s,  u"sto"_s,
                                 u"ya"_s,  u"no"_s, u"kol"_s, u"dim"_s, u"gen"_s};
    QRandomGenerator random(20260501);
    std::vector<Someone> people;
    for (int i = 0; i < crowdSize; ++i) {
        Someone person;
        person.name = firsts.at(random.bounded(10)) + u' ';
        for (int j = 0; j < 3; ++j)
            person.name += syllables.at(random.bounded(10));
        if (i % 5 != 0)
            person.email = u"p%1@x%2.bg"_s.arg(i).arg(i % 300);
        if (i % 3 != 0)
            person.phone = u"+35988%1"_s.arg(1000000 + i);
        person.street = u"Shipka %1"_s.arg(random.bounded(2000));
        person.city = u"Sofia"_s;
        person.company = u"Firm %1"_s.arg(random.bounded(800));
        person.tags = {u"Desk %1"_s.arg(random.bounded(50))};
        people.push_back(person);
    }
    return people;
}

Plan timed(const char *what, const Situation &situation)
{
    QElapsedTimer timer;
    timer.start();
    Plan plan = situation.planned();
    qInfo("%s: %lld ms, %d writes, %d questions", what, timer.elapsed(), plan.counts.writes(),
          plan.counts.questions);
    return plan;
}

} // namespace

//! Prints how long plans of 20,000 x 20,000 people take. Checks what is in them, not the time:
//! that belongs to the machine.
class PlanScaleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstMeeting();
    void nothingChanged();
    void everybodyWantsTheSameKey();
};

void PlanScaleTest::firstMeeting()
{
    const std::vector<Someone> people = crowd();
    std::vector<Someone> others(people.rbegin(), people.rend());
    const Plan plan = timed("20,000 x 20,000, never seen before", Situation(people, others));
    const int recognised = plan.counts.of(PersonState::Link) + plan.counts.of(PersonState::Changed);
    QVERIFY(recognised > crowdSize * 9 / 10);
}

void PlanScaleTest::nothingChanged()
{
    const std::vector<Someone> people = crowd();
    Situation situation(people, people);
    situation.links.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        situation.link(i, i);
    const Plan plan = timed("20,000 linked pairs, nothing changed", situation);
    QCOMPARE(plan.counts.of(PersonState::InSync), crowdSize);
    QCOMPARE(plan.counts.writes(), 0);
}

//! Everybody has the phone of the front desk and the same common name.
void PlanScaleTest::everybodyWantsTheSameKey()
{
    std::vector<Someone> people(2000);
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].name = i % 2 ? u"Ivan Ivanov"_s : u"Member %1"_s.arg(i);
        people[i].email = u"info@kliment.bg"_s;
        people[i].phone = u"02 981 0001"_s;
    }
    const Plan plan
        = timed("2,000 x 2,000 with one phone and one e-mail", Situation(people, people));
    QCOMPARE(plan.people.size() >= people.size(), true);
}

} // namespace twinbook

QTEST_GUILESS_MAIN(twinbook::PlanScaleTest)

#include "tst_planscale.moc"
