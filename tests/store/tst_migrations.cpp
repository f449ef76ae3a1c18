// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"
#include "store/migrations.h"
#include "store/observationstore.h"
#include "store/runhistory.h"
#include "storefixture.h"

#include <QFile>
#include <QObject>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

QStringList schemaOf(const Database &database)
{
    QStringList statements;
    QSqlQuery query(database.connection());
    query.exec(u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"_s);
    while (query.next())
        statements.append(query.value(0).toString());
    return statements;
}

//! Runs SQL on the file by a connection of its own.
void change(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase plain = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"plain"_s);
        plain.setDatabaseName(path);
        QVERIFY(plain.open());
        for (const QString &sql : statements)
            QVERIFY2(QSqlQuery(plain).exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"plain"_s);
}

} // namespace

class MigrationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileToCurrent();
    void emptyFileToCurrent();
    void currentStaysAsItIs();
    void emptyDatabaseToCurrent();
    void oldHistoryIsKept();
    void refusesNewer();
    void refusesForeignTables();
    void readerRefusesOlder();
    void splitsStatements();
    void everyTableIsStrict();
};

void MigrationsTest::noFileToCurrent()
{
    StoreFolder folder;
    const Database database = folder.open();
    QSqlQuery query(database.connection());
    QVERIFY(query.exec(u"PRAGMA user_version"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), currentSchemaVersion());
    QVERIFY(currentSchemaVersion() >= 1);
}

void MigrationsTest::emptyFileToCurrent()
{
    StoreFolder folder;
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const Database database = folder.open();
    StoreFolder other;
    QCOMPARE(schemaOf(database), schemaOf(other.open()));
}

void MigrationsTest::currentStaysAsItIs()
{
    StoreFolder folder;
    QStringList schema;
    {
        const Database database = folder.open();
        schema = schemaOf(database);
        VERIFY_GOOD(ObservationStore(database).replaceAll(
            Side::Left, {{RemoteId(u"a"_s), {}, Fidelity::Complete, {}}}));
    }
    const Database database = folder.open();
    QCOMPARE(schemaOf(database), schema);
    QCOMPARE(ObservationStore(database).all(Side::Left)->size(), 1);
}

//! What is left if the program ends before its first migration was committed.
void MigrationsTest::emptyDatabaseToCurrent()
{
    StoreFolder folder;
    change(folder.path(), {u"PRAGMA journal_mode = WAL"_s});
    const Database database = folder.open();
    QVERIFY(!schemaOf(database).isEmpty());
}

//! A database of schema 3, made by its own migrations, with a change and an unsettled write in it.
void MigrationsTest::oldHistoryIsKept()
{
    QVERIFY(currentSchemaVersion() > 3);
    StoreFolder folder;
    QStringList old;
    for (const QString &name :
         {u"001_initial.sql"_s, u"002_intent_agreed.sql"_s, u"003_sent_request.sql"_s}) {
        QFile file(u":/twinbook/sql/"_s + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        old += statementsOf(QString::fromUtf8(file.readAll()));
    }
    old << u"INSERT INTO run (started_by, ending, started_ms) VALUES ('person', 'completed', 1)"_s
        << uR"(INSERT INTO change (run, at_ms, side, record_id, person, field, before_value,
            after_value, reason) VALUES (1, 5, 'highlevel', 'r', 'Ana', 'phone', '["1"]', '["2"]',
            'fills-empty'))"_s
        << uR"(INSERT INTO intent (run, side, kind, record_id, counterpart_id, writes, intended_ms,
            state) VALUES (1, 'highlevel', 'update', 'r', 'l', '[]', 5, 'unknown'))"_s
        << u"PRAGMA user_version = 3"_s;
    change(folder.path(), old);
    const Database database = folder.open();
    const HandClock clock;
    const QList<ChangeEntry> changes = *RunHistory(database, clock).changes(RunId(1));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.constFirst().after, FieldValue(u"2"_s));
    QCOMPARE(changes.constFirst().knownBy, ChangeEntry::KnownBy::Answer);
    QVERIFY(changes.constFirst().beforeFields.isEmpty());
    QCOMPARE(RunHistory(database, clock).newest(1)->constFirst().purpose, RunPurpose::Sync);
    QVERIFY(Journal(database, clock).unsettled()->constFirst().history.isEmpty());
    StoreFolder other;
    QCOMPARE(schemaOf(database), schemaOf(other.open()));
}

void MigrationsTest::refusesNewer()
{
    StoreFolder folder;
    {
        const Database database = folder.open();
    }
    change(folder.path(),
           {"PRAGMA user_version = "_L1 + QString::number(currentSchemaVersion() + 1)});
    QByteArray before;
    {
        QFile file(folder.path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        before = file.readAll();
    }
    for (const auto mode : {Database::Mode::ReadWrite, Database::Mode::ReadOnly}) {
        const auto opened = Database::open(folder.path(), mode);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QVERIFY2(opened.error().message.contains(u"newer version"_s),
                 qPrintable(opened.error().message));
    }
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
}

void MigrationsTest::refusesForeignTables()
{
    StoreFolder folder;
    change(folder.path(), {u"CREATE TABLE recipe (name TEXT)"_s});
    const auto opened = Database::open(folder.path(), Database::Mode::ReadWrite);
    QVERIFY(!opened);
    QVERIFY(opened.error().message.contains(u"another program"_s));
    change(folder.path(), {u"INSERT INTO recipe VALUES ('soup')"_s});
}

void MigrationsTest::readerRefusesOlder()
{
    StoreFolder folder;
    change(folder.path(), {u"PRAGMA journal_mode = WAL"_s});
    const auto opened = Database::open(folder.path(), Database::Mode::ReadOnly);
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"older version"_s),
             qPrintable(opened.error().message));
}

void MigrationsTest::splitsStatements()
{
    QCOMPARE(statementsOf(u"-- a; b\nCREATE TABLE x (\n  a -- one; two\n);\n\n;INSERT y;"_s),
             (QStringList {u"CREATE TABLE x (\n  a \n)"_s, u"INSERT y"_s}));
    QCOMPARE(statementsOf(u"-- nothing\n"_s), QStringList());
}

void MigrationsTest::everyTableIsStrict()
{
    StoreFolder folder;
    const Database database = folder.open();
    QSqlQuery query(database.connection());
    QVERIFY(query.exec(uR"(SELECT name, strict FROM pragma_table_list
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%')"_s));
    int tables = 0;
    while (query.next()) {
        QVERIFY2(query.value(1).toBool(), qPrintable(query.value(0).toString()));
        ++tables;
    }
    QVERIFY(tables >= 10);
}

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
