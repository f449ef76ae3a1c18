// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/probestage.h"

#include "probe/experiments.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Each quirk switched over in turn: the probe finds that one and no other.
class TestProbeQuirks final : public QObject
{
    Q_OBJECT

private:
    //! Can be confirmed but never contradicted: a search may have been quick this once.
    static bool isOneSided(Quirk quirk) { return quirk == Quirk::SearchIndexLags; }

    static QStringList named(const ProbeReport &report, QuirkState state)
    {
        QStringList names;
        for (const QuirkFinding &finding : report.findings) {
            if (finding.verdict.state == state)
                names.append(QString::fromLatin1(factsOf(finding.quirk).name));
        }
        return names;
    }

private Q_SLOTS:
    void oneIsSwitchedOff_data()
    {
        QTest::addColumn<int>("index");
        for (const Side side : bothSides) {
            for (const Experiment &experiment : experimentsOn(side)) {
                if (!isOneSided(experiment.quirk))
                    QTest::newRow(factsOf(experiment.quirk).name)
                        << static_cast<int>(experiment.quirk);
            }
        }
    }

    void oneIsSwitchedOff()
    {
        QFETCH(int, index);
        const auto quirk = static_cast<Quirk>(index);
        const QuirkFacts &facts = factsOf(quirk);
        ProbeStage stage(facts.side, QuirkSet().without(quirk));
        if (facts.side == Side::Right)
            stage.makeAppointment();
        const QList<QJsonObject> before = stage.played().people(facts.side);
        const Result<ProbeReport> report = stage.probed();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(named(*report, QuirkState::Contradicted),
                 QStringList {QString::fromLatin1(facts.name)});
        QCOMPARE(stage.played().people(facts.side), before);
        const Result<QuirkSet> set = quirksFromProbe(report->toJson());
        QVERIFY(set);
        QCOMPARE(*set, QuirkSet().without(quirk));
    }

    void allHold_data()
    {
        QTest::addColumn<Side>("side");
        QTest::newRow("OfficeRnD") << Side::Left;
        QTest::newRow("HighLevel") << Side::Right;
    }

    void allHold()
    {
        QFETCH(Side, side);
        ProbeStage stage(side, QuirkSet(), std::chrono::seconds(10));
        if (side == Side::Right)
            stage.makeAppointment();
        const Result<ProbeReport> report = stage.probed();
        QVERIFY2(report, qPrintable(report ? QString() : report.error().message));
        QCOMPARE(named(*report, QuirkState::Contradicted), QStringList());
        QStringList expected;
        for (const QuirkFacts &facts : quirks()) {
            if (facts.side == side && whyUnseen(facts.quirk).isEmpty())
                expected.append(QString::fromLatin1(facts.name));
        }
        QCOMPARE(named(*report, QuirkState::Confirmed), expected);
        QCOMPARE(report->leftBehind, QStringList());
        const QByteArray all = QJsonDocument(stage.played().toJson()).toJson();
        QVERIFY(!all.contains("twinbook probe") && !all.contains("Twinbook Probe"));
    }

    //! What no experiment can show. A quirk leaves this list when somebody finds one; none joins
    //! it without a look here.
    void theUnseenAreFew()
    {
        const QList<Quirk> expected {Quirk::CreateMayAnswer422,
                                     Quirk::VersionIsRequired,
                                     Quirk::RefreshTokenRotates,
                                     Quirk::WorkflowAnswers201,
                                     Quirk::MergedContactVanishes,
                                     Quirk::WebhooksAreSigned,
                                     Quirk::TaskEventsAreThin,
                                     Quirk::SignInHandsBackState,
                                     Quirk::MissingScopeAnswers401,
                                     Quirk::TokenRequestsAreFew,
                                     Quirk::UnknownOrganizationAnswers500,
                                     Quirk::MergedMemberVanishes,
                                     Quirk::OfficeRnDWebhooksAreSigned};
        QList<Quirk> unseen;
        for (const QuirkFacts &facts : quirks()) {
            if (!whyUnseen(facts.quirk).isEmpty())
                unseen.append(facts.quirk);
        }
        QCOMPARE(unseen, expected);
    }

    //! Either an experiment or a reason, never both.
    void everyQuirkIsAccountedFor()
    {
        QSet<Quirk> tried;
        for (const Side side : bothSides) {
            for (const Experiment &experiment : experimentsOn(side)) {
                QVERIFY2(!tried.contains(experiment.quirk), factsOf(experiment.quirk).name);
                QCOMPARE(factsOf(experiment.quirk).side, side);
                tried.insert(experiment.quirk);
            }
        }
        for (const QuirkFacts &facts : quirks())
            QVERIFY2(tried.contains(facts.quirk) == whyUnseen(facts.quirk).isEmpty(), facts.name);
    }
};

QTEST_GUILESS_MAIN(TestProbeQuirks)
#include "tst_probe_quirks.moc"
