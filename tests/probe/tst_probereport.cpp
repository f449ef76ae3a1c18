// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probereport.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestProbeReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatIsContradictedIsSwitchedOff()
    {
        const ProbeReport report {.service = Side::Right,
                                  .account = u"a1"_s,
                                  .at = QDateTime::fromSecsSinceEpoch(0, Qt::UTC),
                                  .findings
                                  = {{Quirk::SearchIndexLags, {QuirkState::Confirmed}},
                                     {Quirk::DuplicateIsRefused, {QuirkState::Contradicted}},
                                     {Quirk::VersionIsRequired, unknown(u"Why."_s)}},
                                  .leftBehind = {}};
        const QJsonObject json = report.toJson();
        QCOMPARE(json.value("service"_L1).toString(), u"highlevel"_s);
        QCOMPARE(json.value("time"_L1).toString(), u"1970-01-01T00:00:00Z"_s);
        const Result<QuirkSet> set = quirksFromProbe(json);
        QVERIFY(set);
        QCOMPARE(*set, QuirkSet().without(Quirk::DuplicateIsRefused));
    }

    void otherFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("no quirks") << QByteArray(R"({"service": "highlevel"})");
        QTest::newRow("other service") << QByteArray(R"({"service": "x", "quirks": {}})");
        QTest::newRow("unknown quirk")
            << QByteArray(R"({"service": "highlevel", "quirks": {"x": {"state": "unknown"}}})");
        QTest::newRow("unknown state") << QByteArray(
            R"({"service": "highlevel", "quirks": {"highlevel.null-clears": {"state": "x"}}})");
        QTest::newRow("no state") << QByteArray(
            R"({"service": "highlevel", "quirks": {"highlevel.null-clears": true}})");
        QTest::newRow("the other service's quirk") << QByteArray(
            R"({"service": "highlevel", "quirks": {"officernd.null-clears": {"state": "unknown"}}})");
    }

    void otherFilesAreRefused()
    {
        QFETCH(QByteArray, file);
        const Result<QuirkSet> set = quirksFromProbe(QJsonDocument::fromJson(file).object());
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!set.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProbeReport)
#include "tst_probereport.moc"
