// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/healthfacts.h"

#include "store/decisionstore.h"
#include "store/storefixture.h"

#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

class HealthFactsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPeopleAndQuestionsApart();
};

void HealthFactsTest::countsPeopleAndQuestionsApart()
{
    const StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    const auto question = [](const QString &person, const QString &field) {
        Question asked;
        asked.key = {.kind = QuestionKind::FieldDiffers,
                     .left = RemoteId(person),
                     .right = RemoteId(u"r-"_s + person),
                     .field = field};
        asked.person = person;
        return asked;
    };
    DecisionStore store(database, clock);
    VERIFY_GOOD(store.setOpen({question(u"eve"_s, u"street"_s), question(u"eve"_s, u"city"_s),
                               question(u"bo"_s, u"phone"_s)}));
    const auto facts = healthFacts(database, clock);
    VERIFY_GOOD(facts);
    QCOMPARE(facts->openDecisions, 3);
    QCOMPARE(facts->waitingPeople, 2);
    QVERIFY(!facts->lastRun);
    QCOMPARE(healthOf(*facts, clock.now()).sentence,
             u"2 people need your decision. Everything else is in sync."_s);
}

QTEST_GUILESS_MAIN(HealthFactsTest)
#include "tst_healthfacts.moc"
