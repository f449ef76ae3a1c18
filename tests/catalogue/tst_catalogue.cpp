// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QString shared(const QString &file)
{
    return QDir(qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT)))
        .filePath(file);
}

//! "GET /members"
QString address(const QString &method, const QString &path)
{
    return method.toUpper() + u' ' + path;
}

QJsonObject row()
{
    return {{u"name"_s, u"officernd.a"_s},
            {u"service"_s, u"officernd"_s},
            {u"kind"_s, u"operation"_s},
            {u"group"_s, u"A"_s},
            {u"method"_s, u"GET"_s},
            {u"path"_s, u"/a/{id}"_s},
            {u"scope"_s, QString()},
            {u"use"_s, u"available"_s},
            {u"effect"_s, u"reads"_s},
            {u"what"_s, u"Reads."_s},
            {u"example"_s, QJsonObject {{u"path"_s, QJsonObject {{u"id"_s, u"1"_s}}}}},
            {u"source"_s, u"code"_s}};
}

QByteArray table(const QJsonArray &rows)
{
    return QJsonDocument(rows).toJson();
}

} // namespace

class TestCatalogue final : public QObject
{
    Q_OBJECT

private:
    Catalogue m_catalogue;

    [[nodiscard]] QSet<QString> addresses(Side side) const
    {
        QSet<QString> found;
        for (const Operation &operation : m_catalogue.operations()) {
            if (operation.service == side && operation.kind == OperationKind::Operation)
                found.insert(address(rawMethodName(operation.method), operation.path));
        }
        return found;
    }

    [[nodiscard]] qsizetype count(Side side, OperationKind kind) const
    {
        const auto &rows = m_catalogue.operations();
        return std::count_if(rows.begin(), rows.end(), [&](const Operation &operation) {
            return operation.service == side && operation.kind == kind;
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Catalogue> loaded = Catalogue::load();
        QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
        m_catalogue = *loaded;
    }

    //! The counts are told to people; whoever changes the table changes them here as well.
    void holdsEveryOperationAndEvent()
    {
        QCOMPARE(count(Side::Left, OperationKind::Operation), 81);
        QCOMPARE(count(Side::Left, OperationKind::Event), 40);
        QCOMPARE(count(Side::Right, OperationKind::Operation), 130);
        QCOMPARE(count(Side::Right, OperationKind::Event), 32);
        QCOMPARE(m_catalogue.operations().size(), 283);
    }

    void everyRowIsNumberedAndFound()
    {
        int number = 0;
        for (const Operation &operation : m_catalogue.operations()) {
            QCOMPARE(operation.number, ++number);
            const Operation *found = m_catalogue.find(operation.name);
            QVERIFY(found != nullptr);
            QCOMPARE(found->number, number);
        }
        QVERIFY(m_catalogue.find(u"officernd.nothing"_s) == nullptr);
    }

    //! What changes nothing although it is no GET, one by one: a forgotten flag would let a
    //! writing request go out unasked.
    void everythingThatWritesSaysSo()
    {
        const QSet<QString> harmless {
            u"officernd.bookings.validate"_s, u"highlevel.contacts.search"_s,
            u"highlevel.tasks.search"_s,      u"highlevel.users.search-by-email"_s,
            u"highlevel.objects.search"_s,    u"highlevel.calendar-groups.validate-slug"_s};
        QSet<QString> found;
        for (const Operation &operation : m_catalogue.operations()) {
            if (operation.kind == OperationKind::Event || operation.method == RawMethod::Get)
                continue;
            if (operation.effect == RawEffect::Reads) {
                QCOMPARE(operation.method, RawMethod::Post);
                found.insert(operation.name);
            }
        }
        QCOMPARE(found, harmless);
    }

    void examplesAreInvented()
    {
        static const QRegularExpression mail(u"[^\\s\"]+@([^\\s\"]+)"_s);
        for (const Operation &operation : m_catalogue.operations()) {
            QStringList texts = operation.pathExample.values() + operation.queryExample.values();
            texts.append(operation.bodyExample);
            const QString all = texts.join(u'\n');
            auto addresses = mail.globalMatch(all);
            while (addresses.hasNext())
                QCOMPARE(addresses.next().captured(1), u"example.com"_s);
            QVERIFY2(!all.contains("pit-"_L1) && !all.contains("secret"_L1),
                     qPrintable(operation.name));
        }
    }

    //! Twinbook never offers what signs in, makes users or removes whole accounts.
    void whatIsAboutWholeAccountsIsNeverSent()
    {
        for (const QString &name :
             {u"highlevel.oauth.token"_s, u"highlevel.users.create"_s, u"highlevel.users.delete"_s,
              u"highlevel.locations.delete"_s, u"highlevel.fields.delete"_s})
            QCOMPARE(m_catalogue.find(name)->use, OperationUse::Never);
    }

    void holdsTheListsOfTheResearch()
    {
        const QByteArray csv = contentOf(shared(u"apis/highlevel/operations-catalogue.csv"_s));
        if (csv.isEmpty())
            QSKIP("The lists of operations are not here; set TWINBOOK_SHARED to their folder.");
        const QSet<QString> ours = addresses(Side::Right);
        int seen = 0;
        const QStringList lines = QString::fromUtf8(csv).split(u'\n').mid(1);
        for (const QString &line : lines) {
            const QStringList cells = line.split(u',');
            if (cells.size() < 6)
                continue;
            ++seen;
            if (cells.at(1) == "trigger"_L1)
                QVERIFY2(m_catalogue.find("highlevel.event."_L1 + cells.at(3)), qPrintable(line));
            else
                QVERIFY2(ours.contains(address(cells.at(4), cells.at(5))), qPrintable(line));
        }
        QCOMPARE(seen, 121);
    }

    void holdsEveryOperationOfTheVendorsFiles()
    {
        const QDir folder(shared(u"apis/highlevel/apps"_s));
        const QStringList files = folder.entryList({u"*.json"_s}, QDir::Files);
        if (files.isEmpty())
            QSKIP("The vendor's descriptions are not here; set TWINBOOK_SHARED to their folder.");
        const QSet<QString> ours = addresses(Side::Right);
        int seen = 0;
        for (const QString &file : files) {
            const QJsonObject paths
                = QJsonDocument::fromJson(contentOf(folder.filePath(file)))["paths"_L1].toObject();
            for (auto path = paths.begin(); path != paths.end(); ++path) {
                const QStringList methods = path.value().toObject().keys();
                for (const QString &method : methods) {
                    if (method == "parameters"_L1)
                        continue;
                    ++seen;
                    QVERIFY2(ours.contains(address(method, path.key())),
                             qPrintable(file + u' ' + method + u' ' + path.key()));
                }
            }
        }
        QVERIFY(seen > 100);
    }

    void holdsEveryOperationOfOfficeRnDsDescription()
    {
        const QByteArray yaml = contentOf(shared(u"apis/officernd/officernd-flex-v2.yaml"_s));
        if (yaml.isEmpty())
            QSKIP("The description is not here; set TWINBOOK_SHARED to its folder.");
        static const QRegularExpression pathLine(u"^  (/[^:]*):$"_s);
        static const QRegularExpression methodLine(u"^    (get|post|put|delete|patch):$"_s);
        const QSet<QString> ours = addresses(Side::Left);
        QString path;
        int seen = 0;
        const QStringList lines = QString::fromUtf8(yaml).split(u'\n');
        for (const QString &line : lines) {
            if (const auto found = pathLine.match(line); found.hasMatch())
                path = found.captured(1);
            const auto found = methodLine.match(line);
            if (!found.hasMatch())
                continue;
            ++seen;
            QVERIFY2(ours.contains(address(found.captured(1), path)), qPrintable(path));
        }
        QCOMPARE(seen, 40);
    }

    void holdsEveryRowOfOfficeRnDsFactSheet()
    {
        const QByteArray sheet = contentOf(shared(u"apis/officernd.md"_s));
        if (sheet.isEmpty())
            QSKIP("The fact sheet is not here; set TWINBOOK_SHARED to its folder.");
        static const QRegularExpression tableRow(
            u"^\\| \\d+ \\| [^|]+\\| (GET|POST|PUT|DELETE)[^|]*"
            "\\| `(/[^` ]*)"_s,
            QRegularExpression::MultilineOption);
        const QSet<QString> ours = addresses(Side::Left);
        int seen = 0;
        auto rows = tableRow.globalMatch(QString::fromUtf8(sheet));
        while (rows.hasNext()) {
            const auto found = rows.next();
            ++seen;
            QVERIFY2(ours.contains(address(found.captured(1), found.captured(2))),
                     qPrintable(found.captured(0)));
        }
        QCOMPARE(seen, 81);
    }

    void filters()
    {
        const auto names = [this](const OperationFilter &filter) {
            QStringList found;
            const QList<Operation> rows = m_catalogue.filter(filter);
            for (const Operation &row : rows)
                found.append(row.name);
            return found;
        };
        QCOMPARE(names({}).size(), 283);
        QCOMPARE(names({.text = u"business-HOURS settings"_s}),
                 QStringList {u"officernd.settings.business-hours"_s});
        QVERIFY(names({.text = u"no such thing"_s}).isEmpty());
        QCOMPARE(names({.service = Side::Left}).size(), 121);
        const QStringList sync = names({.service = Side::Right, .use = OperationUse::Sync});
        QVERIFY(sync.contains(u"highlevel.contacts.create"_s));
        QVERIFY(!sync.contains(u"highlevel.contacts.delete"_s));
    }

    void refusesARowThatCannotBeUsed_data()
    {
        QTest::addColumn<QJsonArray>("rows");
        const auto with = [](const QString &member, const QJsonValue &value) {
            QJsonObject changed = row();
            changed.insert(member, value);
            return QJsonArray {changed};
        };
        QTest::newRow("method") << with(u"method"_s, u"PATCH"_s);
        QTest::newRow("service") << with(u"service"_s, u"other"_s);
        QTest::newRow("use") << with(u"use"_s, u"often"_s);
        QTest::newRow("no sentence") << with(u"what"_s, QString());
        QTest::newRow("no example for a place") << with(u"path"_s, u"/a/{other}"_s);
        QTest::newRow("foreign name") << with(u"name"_s, u"highlevel.a"_s);
        QTest::newRow("GET that writes") << with(u"effect"_s, u"writes"_s);
        QTest::newRow("required and unknown") << with(u"required"_s, QJsonArray {u"q"_s});
        QTest::newRow("event with a path") << with(u"kind"_s, u"event"_s);
        QTest::newRow("same name") << QJsonArray {row(), row()};
        QJsonObject sameAddress = row();
        sameAddress.insert("name"_L1, u"officernd.b"_s);
        QTest::newRow("same address") << QJsonArray {row(), sameAddress};
        QTest::newRow("nothing") << QJsonArray();
    }

    void refusesARowThatCannotBeUsed()
    {
        QVERIFY(Catalogue::parse(table({row()})));
        QFETCH(const QJsonArray, rows);
        const Result<Catalogue> parsed = Catalogue::parse(table(rows));
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Bug);
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
