// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/world.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::simulation;

//! Every statement of two full syncs fails once, with each error a disk has to offer. Nothing may
//! be lost, nobody doubled, and the next sync must make it good; people are told in a sentence.
class FailingDatabaseTest final : public QObject
{
    Q_OBJECT

private:
    Disk m_disk;

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"twinbook.*=false"_s); }
    void everyStatement_data();
    void everyStatement();
    void aFullDisk();
    void aFileThatMayNotBeWritten();
    void aDamagedFile();
};

void FailingDatabaseTest::everyStatement_data()
{
    QTest::addColumn<int>("resultCode");
    QTest::newRow("disk full") << 13;
    QTest::newRow("disk error") << 10;
    QTest::newRow("locked") << 5;
    QTest::newRow("read-only") << 8;
    QTest::newRow("damaged") << 11;
}

void FailingDatabaseTest::everyStatement()
{
    QFETCH(const int, resultCode);
    m_disk.setFailure(resultCode);
    int points = 0;
    int told = 0;
    for (quint32 seed = 1; seed <= 4; ++seed) {
        Scenario scenario = calmScenario(seed);
        scenario.rounds.resize(2);
        for (Round &round : scenario.rounds)
            round.answered = 0;
        const Outcome sound = runScenario(scenario, m_disk);
        for (std::size_t at = 0; at < scenario.rounds.size(); ++at) {
            for (int k = 1; k <= sound.statements[at]; ++k) {
                scenario.rounds[at].failingStatement = k;
                const Outcome outcome = runScenario(scenario, m_disk);
                scenario.rounds[at].failingStatement = 0;
                ++points;
                told += outcome.sentences.isEmpty() ? 0 : 1;
                QVERIFY2(outcome.violations.isEmpty(),
                         qPrintable(
                             u"seed %1, round %2, statement %3\n%4"_s.arg(seed).arg(at).arg(k).arg(
                                 outcome.violations.join(u'\n'))));
                for (const QString &sentence : outcome.sentences)
                    QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            }
        }
    }
    m_disk.setFailure(13);
    QVERIFY(points > 100);
    qInfo("%d statements failed in turn; %d times a sync could not go on and said so", points,
          told);
}

//! SQLite's own refusal, not a played one: the file may grow no further.
void FailingDatabaseTest::aFullDisk()
{
    const Scenario scenario = calmScenario(3);
    QSqlQuery limit(m_disk.database().connection());
    QVERIFY(limit.exec(u"PRAGMA page_count"_s) && limit.next());
    const int pages = limit.value(0).toInt();
    limit.finish();
    QVERIFY(limit.exec(u"PRAGMA max_page_count = %1"_s.arg(pages)));
    const Outcome outcome = runScenario(scenario, m_disk);
    QVERIFY(limit.exec(u"PRAGMA max_page_count = 1000000"_s));
    // The file has room from earlier histories: what does not fit is said, and nobody is doubled.
    const QStringList doubled = outcome.violations.filter(u"I4"_s);
    QVERIFY2(doubled.isEmpty(), qPrintable(doubled.join(u'\n')));
}

void FailingDatabaseTest::aFileThatMayNotBeWritten()
{
    QSqlQuery pragma(m_disk.database().connection());
    m_disk.clear();
    QVERIFY(pragma.exec(u"PRAGMA query_only = ON"_s));
    EventQueue queue;
    Trace trace(Trace::Words::Forgotten);
    Wire wire(queue, trace, 1);
    const Scenario scenario;
    Oracle oracle(scenario, queue);
    SimulatedService left(Side::Left, wire, oracle, Scenario::nobody);
    SimulatedService right(Side::Right, wire, oracle, Scenario::nobody);
    const SimulatedClock clock(queue);
    QString told;
    {
        Engine engine(left, right, m_disk.database(), clock);
        connect(&engine, &Engine::failed, this, [&](const Error &error) { told = error.message; });
        engine.checkForChanges();
        for (int step = 0; step < 50 && told.isEmpty(); ++step) {
            for (int pass = 0; pass < 20; ++pass)
                QCoreApplication::sendPostedEvents();
            if (!queue.isEmpty())
                queue.runNext();
        }
    }
    QVERIFY(pragma.exec(u"PRAGMA query_only = OFF"_s));
    QVERIFY2(told.contains("cannot write its records"_L1), qPrintable(told));
    QCOMPARE(left.writes + right.writes, 0);
}

void FailingDatabaseTest::aDamagedFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"twinbook.db"_s);
    QVERIFY(Database::open(path, Database::Mode::ReadWrite));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(100));
    file.write(QByteArray(static_cast<int>(file.size()) - 100, '\x5a'));
    file.close();
    const Result<Database> opened = Database::open(path, Database::Mode::ReadWrite);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains("damaged"_L1), qPrintable(opened.error().message));
}

QTEST_GUILESS_MAIN(FailingDatabaseTest)
#include "tst_failingdatabase.moc"
