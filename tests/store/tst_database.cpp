// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"
#include "store/observationstore.h"
#include "store/settingsstore.h"
#include "store/statement.h"
#include "storefixture.h"

#include <QFile>
#include <QObject>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

RemoteRecord person(const QString &id)
{
    return {.id = RemoteId(id),
            .modifiedAt = {},
            .fidelity = Fidelity::Complete,
            .fields = {{u"name"_s, FieldValue("Person "_L1 + id)}}};
}

constexpr QFile::Permissions everybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

void pragma(const Database &database, const QString &sql)
{
    QVERIFY(QSqlQuery(database.connection()).exec(sql));
}

} // namespace

class DatabaseTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreForTheirOwnerOnly();
    void tightensAFileThatWasOpenToAll();
    void leavesAForeignFolderAsItIs();
    void settingsOfTheConnection();
    void readerSeesWhatWasCommitted();
    void readerCannotWrite();
    void readerNeedsAFile();
    void movedDatabaseStillWorks();
    void folderThatCannotBeMade();
    void fileThatCannotBeOpened();
    void fileOfAnotherKind();
    void fullDisk();
    void lockedByAnother();
    void damagedPages();
    void brokenRuleIsABug();
    void rollsBackUnlessCommitted();
    void innerTransactionGoesAlone();
    void outerTransactionTakesInnerAlong();
    void statementUsedInsideItself();
};

void DatabaseTest::filesAreForTheirOwnerOnly()
{
    StoreFolder folder;
    const QString path = folder.folder() + "/new/deeper/twinbook.db"_L1;
    auto database = Database::open(path, Database::Mode::ReadWrite);
    VERIFY_GOOD(database);
    VERIFY_GOOD(ObservationStore(*database).put(Side::Left, person(u"a"_s)));
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY2(QFile::exists(path + suffix), qPrintable(suffix));
        QVERIFY2(!(QFile::permissions(path + suffix) & everybodyElse), qPrintable(suffix));
    }
    QVERIFY(!(QFile::permissions(folder.folder() + "/new/deeper"_L1) & everybodyElse));
}

void DatabaseTest::tightensAFileThatWasOpenToAll()
{
    StoreFolder folder;
    {
        const Database database = folder.open();
    }
    QVERIFY(QFile::setPermissions(folder.path(),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const Database database = folder.open();
    QVERIFY(!(QFile::permissions(folder.path()) & everybodyElse));
}

void DatabaseTest::leavesAForeignFolderAsItIs()
{
    StoreFolder folder;
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
        | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(folder.folder(), permissions));
    const Database database = folder.open();
    QVERIFY(QFile::permissions(folder.folder()) & QFile::ReadOther);
}

void DatabaseTest::settingsOfTheConnection()
{
    StoreFolder folder;
    const Database database = folder.open();
    const auto setting = [&](const QString &name) {
        QSqlQuery query(database.connection());
        return query.exec("PRAGMA "_L1 + name) && query.next() ? query.value(0).toString()
                                                               : QString();
    };
    QCOMPARE(setting(u"journal_mode"_s), u"wal"_s);
    QCOMPARE(setting(u"foreign_keys"_s), u"1"_s);
    QCOMPARE(setting(u"synchronous"_s), u"2"_s); // FULL
    QVERIFY(setting(u"busy_timeout"_s).toInt() >= 5000);
}

void DatabaseTest::readerSeesWhatWasCommitted()
{
    StoreFolder folder;
    const Database writer = folder.open();
    const Database reader = folder.open(Database::Mode::ReadOnly);
    ObservationStore written(writer);
    const ObservationStore seen(reader);
    {
        auto transaction = Transaction::begin(writer);
        VERIFY_GOOD(transaction);
        VERIFY_GOOD(written.put(Side::Left, person(u"a"_s)));
        QCOMPARE(seen.all(Side::Left)->size(), 0);
        VERIFY_GOOD(transaction->commit());
    }
    QCOMPARE(seen.all(Side::Left)->size(), 1);
}

void DatabaseTest::readerCannotWrite()
{
    StoreFolder folder;
    {
        const Database writer = folder.open();
    }
    const Database reader = folder.open(Database::Mode::ReadOnly);
    const auto written = ObservationStore(reader).put(Side::Left, person(u"a"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QCOMPARE(ObservationStore(reader).all(Side::Left)->size(), 0);
}

void DatabaseTest::readerNeedsAFile()
{
    StoreFolder folder;
    const auto opened = Database::open(folder.path(), Database::Mode::ReadOnly);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(opened.error().message.contains(u"not been set up"_s));
    QVERIFY(!QFile::exists(folder.path()));
}

void DatabaseTest::movedDatabaseStillWorks()
{
    StoreFolder folder;
    StoreFolder other;
    Database database = folder.open();
    VERIFY_GOOD(ObservationStore(database).put(Side::Left, person(u"a"_s)));
    Database moved = std::move(database);
    QCOMPARE(ObservationStore(moved).all(Side::Left)->size(), 1);
    moved = other.open();
    QCOMPARE(ObservationStore(moved).all(Side::Left)->size(), 0);
}

void DatabaseTest::folderThatCannotBeMade()
{
    StoreFolder folder;
    QFile file(folder.folder() + "/plain"_L1);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto opened
        = Database::open(file.fileName() + "/twinbook.db"_L1, Database::Mode::ReadWrite);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(opened.error().message.contains(u"cannot write"_s));
}

void DatabaseTest::fileThatCannotBeOpened()
{
    StoreFolder folder;
    const auto opened = Database::open(folder.folder(), Database::Mode::ReadWrite);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(opened.error().message.contains(u"cannot write"_s));
}

void DatabaseTest::fileOfAnotherKind()
{
    StoreFolder folder;
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    for (const auto mode : {Database::Mode::ReadWrite, Database::Mode::ReadOnly}) {
        const auto opened = Database::open(folder.path(), mode);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Storage);
        QVERIFY2(opened.error().message.contains(u"damaged"_s), qPrintable(opened.error().message));
    }
}

//! SQLite's own limit of pages gives the same error as a disk without room.
void DatabaseTest::fullDisk()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(u"a"_s)}));
    pragma(database, u"PRAGMA max_page_count = 1"_s); // rounded up to the present size
    QList<RemoteRecord> many;
    for (int i = 0; i < 5000; ++i)
        many.append(person("person-"_L1 + QString::number(i)));
    const auto written = store.replaceAll(Side::Left, many);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Storage);
    QVERIFY(written.error().message.contains(u"disk is full"_s));
    QCOMPARE(store.all(Side::Left)->size(), 1);

    pragma(database, u"PRAGMA max_page_count = 1000000"_s);
    VERIFY_GOOD(store.replaceAll(Side::Left, many));
    QCOMPARE(store.all(Side::Left)->size(), 5000);
}

void DatabaseTest::lockedByAnother()
{
    StoreFolder folder;
    const Database first = folder.open();
    const Database second = folder.open();
    pragma(second, u"PRAGMA busy_timeout = 50"_s);
    {
        const auto transaction = Transaction::begin(first);
        VERIFY_GOOD(transaction);
        const auto written = ObservationStore(second).put(Side::Left, person(u"a"_s));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QVERIFY(written.error().message.contains(u"Another program"_s));
    }
    VERIFY_GOOD(ObservationStore(second).put(Side::Left, person(u"a"_s)));
}

void DatabaseTest::damagedPages()
{
    StoreFolder folder;
    qint64 root = 0;
    {
        const Database database = folder.open();
        QList<RemoteRecord> many;
        for (int i = 0; i < 2000; ++i)
            many.append(person("person-"_L1 + QString::number(i)));
        VERIFY_GOOD(ObservationStore(database).replaceAll(Side::Left, many));
        root = Statement(database,
                         u"SELECT rootpage FROM sqlite_schema WHERE name = 'observation'"_s)
                   .number()
                   .value();
    }
    constexpr int pageSize = 4096;
    QFile file(folder.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((root - 1) * pageSize));
    file.write(QByteArray(pageSize, '\x5a'));
    file.close();
    const Database database = folder.open();
    const auto read = ObservationStore(database).all(Side::Left);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Storage);
    QVERIFY2(read.error().message.contains(u"damaged"_s), qPrintable(read.error().detail));
    QVERIFY(!read.error().detail.contains(u"person-"_s));
}

void DatabaseTest::brokenRuleIsABug()
{
    StoreFolder folder;
    const Database database = folder.open();
    const auto written = ObservationStore(database).put(Side::Left, person(u""_s));
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Bug);
}

void DatabaseTest::rollsBackUnlessCommitted()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    {
        const auto transaction = Transaction::begin(database);
        VERIFY_GOOD(transaction);
        VERIFY_GOOD(store.put(Side::Left, person(u"a"_s)));
    }
    QCOMPARE(store.all(Side::Left)->size(), 0);
}

void DatabaseTest::innerTransactionGoesAlone()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    auto outer = Transaction::begin(database);
    VERIFY_GOOD(outer);
    VERIFY_GOOD(store.put(Side::Left, person(u"a"_s)));
    {
        const auto inner = Transaction::begin(database);
        VERIFY_GOOD(inner);
        VERIFY_GOOD(store.put(Side::Left, person(u"b"_s)));
    }
    VERIFY_GOOD(store.replaceAll(Side::Right, {person(u"c"_s)}));
    VERIFY_GOOD(outer->commit());
    QCOMPARE(store.all(Side::Left)->size(), 1);
    QCOMPARE(store.all(Side::Right)->size(), 1);
}

void DatabaseTest::outerTransactionTakesInnerAlong()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    {
        const auto outer = Transaction::begin(database);
        VERIFY_GOOD(outer);
        VERIFY_GOOD(store.replaceAll(Side::Right, {person(u"c"_s)}));
    }
    QCOMPARE(store.all(Side::Right)->size(), 0);
    QCOMPARE(store.count(Side::Right).value(), 0);
}

void DatabaseTest::statementUsedInsideItself()
{
    StoreFolder folder;
    const Database database = folder.open();
    ObservationStore store(database);
    VERIFY_GOOD(store.replaceAll(Side::Left, {person(u"a"_s), person(u"b"_s), person(u"c"_s)}));
    const QString sql = u"SELECT remote_id FROM observation ORDER BY remote_id"_s;
    QStringList pairs;
    VERIFY_GOOD(Statement(database, sql).forEach([&](const Row &outer) {
        const QString one = outer.text(0);
        const auto done = Statement(database, sql).forEach([&](const Row &inner) {
            pairs.append(one + inner.text(0));
        });
        QVERIFY(done.has_value());
    }));
    QCOMPARE(pairs, u"aa ab ac ba bb bc ca cb cc"_s.split(u' '));
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
