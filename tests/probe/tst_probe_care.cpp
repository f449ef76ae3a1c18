// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probestage.h"

#include "net/joboutcome.h"
#include "probe/evidence.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! That the probe changes nothing it was not told to, leaves nothing and repeats nothing.
class TestProbeCare final : public QObject
{
    Q_OBJECT

private:
    //! Nobody's name, address or number stands in the report.
    static void verifyNobodyIsTold(ProbeStage &stage, Side side, const ProbeReport &report)
    {
        const QString text
            = QString::fromUtf8(QJsonDocument(report.toJson()).toJson(QJsonDocument::Compact));
        for (const QJsonObject &person : stage.played().people(side)) {
            for (const QString &member :
                 {u"email"_s, u"phone"_s, u"lastName"_s, u"name"_s, u"address1"_s}) {
                const QString value = person.value(member).toString();
                if (value.size() > 3)
                    QVERIFY2(!text.contains(u'"' + value, Qt::CaseInsensitive), qPrintable(value));
            }
        }
    }

private Q_SLOTS:
    void readsOnlyUnlessToldOtherwise_data()
    {
        QTest::addColumn<Side>("side");
        QTest::newRow("OfficeRnD") << Side::Left;
        QTest::newRow("HighLevel") << Side::Right;
    }

    void readsOnlyUnlessToldOtherwise()
    {
        QFETCH(Side, side);
        ProbeStage stage(side, QuirkSet());
        const Result<ProbeReport> report = outcome(stage.probe(RawEffect::Reads, {}));
        QVERIFY(report);
        QCOMPARE(stage.played().requestLog().writes(side), 0);
        QVERIFY(stage.played().requestLog().reads(side) >= 3);
        const auto all
            = std::count_if(quirks().begin(), quirks().end(),
                            [side](const QuirkFacts &each) { return each.side == side; });
        QCOMPARE(report->findings.size(), all);
        for (const QuirkFinding &finding : report->findings)
            QVERIFY(finding.verdict.state != QuirkState::Unknown
                    || !finding.verdict.reason.isEmpty());
        verifyNobodyIsTold(stage, side, *report);
    }

    void anotherNameRefuses_data() { readsOnlyUnlessToldOtherwise_data(); }

    void anotherNameRefuses()
    {
        QFETCH(Side, side);
        ProbeStage stage(side, QuirkSet());
        for (const QString &name : {QString(), u"Somebody else"_s}) {
            const Result<ProbeReport> report = outcome(stage.probe(RawEffect::Writes, name));
            QVERIFY(!report);
            QCOMPARE(report.error().kind, ErrorKind::InvalidInput);
            QVERIFY(report.error().message.contains(serviceName(side)));
        }
        QCOMPARE(stage.played().requestLog().writes(side), 0);
    }

    void aSubAccountIsKnownByItsNameToo()
    {
        ProbeStage stage(Side::Right, QuirkSet());
        const QString id = stage.account().accountId();
        const Result<RawReply> location
            = stage.send(readRequest({u"locations"_s, id}, {}, u"locations.readonly"_s));
        const QString name
            = QJsonDocument::fromJson(location.value().body.toUtf8())["location"_L1]["name"_L1]
                  .toString();
        QVERIFY(!name.isEmpty() && name != id);
        const Result<ProbeReport> report = outcome(stage.probe(RawEffect::Writes, name));
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QVERIFY(stage.played().requestLog().writes(Side::Right) > 10);
        verifyNobodyIsTold(stage, Side::Right, *report);
    }

    //! Also stopped in the middle it deletes what it made.
    void whatWasMadeIsDeletedWhenStopped()
    {
        ProbeStage stage(Side::Right, QuirkSet());
        const QList<QJsonObject> before = stage.played().people(Side::Right);
        const std::unique_ptr<ProbeJob> job
            = stage.probe(RawEffect::Writes, stage.account().accountId());
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        QVERIFY(QTest::qWaitFor(
            [&] { return stage.played().people(Side::Right).size() > before.size(); }));
        job->cancel();
        QVERIFY(finished.count() == 1 || finished.wait());
        QVERIFY(!job->result());
        QCOMPARE(job->result().error().kind, ErrorKind::Cancelled);
        QCOMPARE(stage.played().people(Side::Right), before);
    }

    void saysWhatCouldNotBeDeleted()
    {
        ProbeStage stage(Side::Right, QuirkSet());
        sandbox::FaultAim aim;
        aim.side = Side::Right;
        aim.method = "DELETE";
        aim.pathPattern = u"/contacts/*"_s;
        stage.played().failNext(aim, {.kind = sandbox::Fault::Kind::Html500});
        const qsizetype before = stage.played().people(Side::Right).size();
        const Result<ProbeReport> report = stage.probed();
        QVERIFY(report);
        QCOMPARE(report->leftBehind.size(), 1);
        QCOMPARE(stage.played().people(Side::Right).size(), before + 1);
        const QString id = report->leftBehind.constFirst().section(u'/', 1);
        QCOMPARE(stage.played().person(Side::Right, RemoteId(id)).value(u"firstName"_s).toString(),
                 u"Twinbook"_s);
    }

    void hostileTextIsNotRepeated()
    {
        const RawRequest request = readRequest({u"contacts"_s, u"\x1b[31mx"_s}, {}, {});
        RawReply reply {.status = 400, .headers = {{u"X-RateLimit-Max"_s, u"1\r\nX: y"_s}}};
        const QString message
            = u"\x1b]0;owned\a \u202egnp ada@example.org +442079460956 "_s + QString(5000, u'x');
        const QJsonObject person {{u"lastName"_s, u"Lovelace"_s}, {u"born"_s, 18151210}};
        const QJsonObject body {{u"message"_s, message}, {u"\x1b[2J"_s, person}};
        reply.body = QString::fromUtf8(QJsonDocument(body).toJson());
        const QString shown = QString::fromUtf8(
            QJsonDocument(evidenceOf(request, reply)).toJson(QJsonDocument::Compact));
        QVERIFY(shown.size() < 800);
        for (const QString &bad :
             {u"\x1b"_s, u"u001b"_s, u"u0007"_s, u"\u202e"_s, u"ada@"_s, u"2079460956"_s,
              u"Lovelace"_s, u"18151210"_s, u"\\r"_s, u"\\n"_s})
            QVERIFY2(!shown.contains(bad), qPrintable(bad + u" in "_s + shown));
    }
};

QTEST_GUILESS_MAIN(TestProbeCare)
#include "tst_probe_care.moc"
