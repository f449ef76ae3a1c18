// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"
#include "store/runhistory.h"
#include "storefixture.h"

#include <QFile>
#include <QObject>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

Intent update(RunId run, const QString &record)
{
    return {.run = run,
            .side = Side::Right,
            .kind = IntentKind::Update,
            .record = RemoteId(record),
            .counterpart = RemoteId(u"left-1"_s),
            .writes = {{u"phone"_s, FieldValue(u"+359881234567"_s)},
                       {u"tags"_s, FieldValue(QStringList {u"b"_s, u"a"_s})},
                       {u"phone"_s, FieldValue()}},
            .agreed = {{u"phone"_s,
                        {AgreedPair::Known::Yes, FieldValue(u"0881 234567"_s),
                         FieldValue(u"+359881234567"_s)}},
                       {u"tags"_s, {AgreedPair::Known::Yes, FieldValue(), FieldValue()}}}};
}

void compare(const Intent &actual, const Intent &expected)
{
    QCOMPARE(actual.id, expected.id);
    QCOMPARE(actual.run, expected.run);
    QCOMPARE(actual.side, expected.side);
    QCOMPARE(actual.kind, expected.kind);
    QCOMPARE(actual.record, expected.record);
    QCOMPARE(actual.counterpart, expected.counterpart);
    QCOMPARE(actual.writes, expected.writes);
    QCOMPARE(actual.agreed, expected.agreed);
    QCOMPARE(actual.intendedAt, expected.intendedAt);
    QCOMPARE(actual.state, expected.state);
    QCOMPARE(actual.error, expected.error);
}

} // namespace

class JournalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWholeIntent();
    void unsettledAreIntendedAndUnknown();
    void creationLearnsItsRecord();
    void doneCreationNeedsItsRecord();
    void intentSurvivesACopyOfTheFiles();
    void outcomeOfNothingIsABug();
    void runMustExist();
};

void JournalTest::keepsTheWholeIntent()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    const auto run = RunHistory(database, clock).begin(RunTrigger::Person);
    Intent intent = update(*run, u"right-1"_s);
    const auto id = journal.intend(intent);
    VERIFY_GOOD(id);
    intent.id = *id;
    intent.intendedAt = clock.now();
    const auto unsettled = journal.unsettled();
    VERIFY_GOOD(unsettled);
    QCOMPARE(unsettled->size(), 1);
    compare(unsettled->first(), intent);
}

void JournalTest::unsettledAreIntendedAndUnknown()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    const auto run = RunHistory(database, clock).begin(RunTrigger::Schedule);
    QList<IntentId> ids;
    for (int i = 0; i < 5; ++i)
        ids.append(journal.intend(update(*run, u"r%1"_s.arg(i))).value());
    VERIFY_GOOD(journal.setOutcome(ids[0], IntentState::Done, {}, {}));
    VERIFY_GOOD(journal.setOutcome(ids[1], IntentState::Unknown, {}, u"No answer."_s));
    VERIFY_GOOD(journal.setOutcome(ids[2], IntentState::Failed, {}, u"The service said no."_s));
    VERIFY_GOOD(journal.setOutcome(ids[3], IntentState::Settled, {}, {}));
    const auto unsettled = journal.unsettled();
    VERIFY_GOOD(unsettled);
    QCOMPARE(unsettled->size(), 2);
    QCOMPARE(unsettled->at(0).id, ids[1]);
    QCOMPARE(unsettled->at(0).state, IntentState::Unknown);
    QCOMPARE(unsettled->at(0).error, u"No answer."_s);
    QCOMPARE(unsettled->at(0).record, RemoteId(u"r1"_s));
    QCOMPARE(unsettled->at(1).id, ids[4]);
    VERIFY_GOOD(journal.setOutcome(ids[1], IntentState::Settled, {}, {}));
    VERIFY_GOOD(journal.setOutcome(ids[4], IntentState::Done, {}, {}));
    QVERIFY(journal.unsettled()->isEmpty());
}

void JournalTest::creationLearnsItsRecord()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    Intent creation = update({}, u""_s);
    creation.kind = IntentKind::Create;
    const auto id = journal.intend(creation);
    VERIFY_GOOD(id);
    QVERIFY(journal.unsettled()->first().record.isEmpty());
    VERIFY_GOOD(journal.setOutcome(*id, IntentState::Unknown, RemoteId(u"new"_s), {}));
    QCOMPARE(journal.unsettled()->first().record, RemoteId(u"new"_s));
    VERIFY_GOOD(journal.setOutcome(*id, IntentState::Unknown, {}, {}));
    QCOMPARE(journal.unsettled()->first().record, RemoteId(u"new"_s));
}

void JournalTest::doneCreationNeedsItsRecord()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    Intent creation = update({}, u""_s);
    creation.kind = IntentKind::Create;
    const auto id = journal.intend(creation);
    QCOMPARE(journal.setOutcome(*id, IntentState::Done, {}, {}).error().kind, ErrorKind::Bug);
    QCOMPARE(journal.intend(update({}, u""_s)).error().kind, ErrorKind::Bug);
}

//! The files as they lie on the disk right after intend(), with the connection still open: what a
//! program that is killed leaves behind.
void JournalTest::intentSurvivesACopyOfTheFiles()
{
    StoreFolder folder;
    StoreFolder copy;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    VERIFY_GOOD(journal.intend(update({}, u"right-1"_s)));
    for (const QString &suffix : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(folder.path() + suffix, copy.path() + suffix));
    const Database survivor = copy.open();
    const auto unsettled = Journal(survivor, clock).unsettled();
    VERIFY_GOOD(unsettled);
    QCOMPARE(unsettled->size(), 1);
    QCOMPARE(unsettled->first().record, RemoteId(u"right-1"_s));
}

void JournalTest::outcomeOfNothingIsABug()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    QCOMPARE(journal.setOutcome(IntentId(5), IntentState::Done, {}, {}).error().kind,
             ErrorKind::Bug);
}

void JournalTest::runMustExist()
{
    StoreFolder folder;
    const Database database = folder.open();
    const HandClock clock;
    Journal journal(database, clock);
    QCOMPARE(journal.intend(update(RunId(9), u"r"_s)).error().kind, ErrorKind::Bug);
    VERIFY_GOOD(journal.intend(update({}, u"r"_s)));
}

QTEST_GUILESS_MAIN(JournalTest)
#include "tst_journal.moc"
