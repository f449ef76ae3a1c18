// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! The list of requests from the command line, after a practice sync that made it.
class TestCliRequests final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_directory;

    //! Practice mode has a folder of its own.
    QString place() const { return m_directory.filePath(u"practice"_s); }

    Ended requests(const QStringList &more, const QStringList &format = {u"--json"_s}) const
    {
        return twinbookctl(QStringList {u"requests"_s} + more
                           + QStringList {u"--data-dir"_s, place()} + format);
    }
    int count(const QStringList &more) const
    {
        return static_cast<int>(
            requests(QStringList {u"list"_s} + more).json["requests"_L1].toArray().size());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(count({}), 0);
        const Ended practice = twinbookctl({u"practice"_s, u"--people"_s, u"40"_s, u"--data-dir"_s,
                                            m_directory.path(), u"--json"_s});
        QVERIFY2(practice.code == 0 || practice.code == 1, practice.told().constData());
    }

    void listsAndFilters()
    {
        const int all = count({});
        QVERIFY(all > 20);
        const int left = count({u"--service"_s, u"officernd"_s});
        const int right = count({u"--service"_s, u"highlevel"_s});
        QVERIFY(left > 3 && right > 3);
        QCOMPARE(left + right, all);
        QCOMPARE(count({u"--last"_s, u"3"_s}), 3);
        QCOMPARE(count({u"--since"_s, u"2999-01-01"_s}), 0);
        QCOMPARE(count({u"--since"_s, u"2020-01-01T10:00"_s}), all);
        QVERIFY(count({u"--failed"_s}) < all);
        const int searches = count({u"contacts.search"_s});
        QVERIFY(searches > 0 && searches < right);
        const Ended last = requests({u"list"_s, u"--last"_s, u"1"_s});
        const QJsonObject one = last.json["requests"_L1].toArray().at(0).toObject();
        QVERIFY(one.value("operation"_L1).toString().contains(u'.'));
        const Ended lines = requests({u"list"_s, u"--last"_s, u"2"_s}, {});
        QVERIFY(lines.out.contains("Done") && lines.out.count('\n') == 2);
    }

    void everyOperationHasAName()
    {
        const QJsonArray all = requests({u"list"_s}).json["requests"_L1].toArray();
        for (const QJsonValue &each : all)
            QVERIFY2(!each["operation"_L1].toString().isEmpty()
                         || each["path"_L1].toString() == "oauth/token"_L1,
                     qPrintable(each["path"_L1].toString()));
    }

    void writesFiles()
    {
        const int all = count({});
        const QString csv = m_directory.filePath(u"out.csv"_s);
        const Ended written = requests({u"export"_s, csv});
        VERIFY_EXIT(written, 0);
        QCOMPARE(written.json["exported"_L1].toInt(), all);
        QFile file(csv);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.count('\n') >= all + 1);
        QCOMPARE(requests({u"list"_s, u"--csv"_s}, {}).out, content);
        VERIFY_EXIT(requests({u"export"_s, m_directory.filePath(u"out.json"_s)}), 0);
        VERIFY_EXIT(requests({u"export"_s, m_directory.filePath(u"out.txt"_s)}), 2);
        VERIFY_EXIT(requests({u"export"_s, u"/proc/nowhere/out.csv"_s}), 2);
        VERIFY_EXIT(requests({u"export"_s}), 2);
        VERIFY_EXIT(requests({u"list"_s, u"--since"_s, u"yesterday"_s}), 2);
        VERIFY_EXIT(requests({u"list"_s, u"--service"_s, u"else"_s}), 2);
        VERIFY_EXIT(requests({u"nothing"_s}), 2);
    }

    void damageIsSkippedAndCounted()
    {
        const int all = count({});
        QFile file(place() + u"/requests.log"_s);
        QVERIFY(file.open(QFile::Append));
        file.write("Ann <ann@example.test>\n{}\n");
        file.close();
        const Ended ended = requests({u"list"_s});
        QCOMPARE(ended.json["requests"_L1].toArray().size(), all);
        QCOMPARE(ended.json["damaged"_L1].toInt(), 2);
        QVERIFY(!ended.out.contains("ann@"));
        QVERIFY(requests({u"list"_s}, {}).out.contains("2 lines of the list were damaged"));
    }
};

QTEST_GUILESS_MAIN(TestCliRequests)
#include "tst_cli_requests.moc"
