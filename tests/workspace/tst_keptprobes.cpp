// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/keptprobes.h"

#include "probe/probefile.h"
#include "probe/probereport.h"
#include "workspace/realworld.h"
#include "workspace/workspace.h"

#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

namespace {

const QString account = u"location1"_s;

QJsonObject reportOn(const QString &of, const QList<QuirkFinding> &findings)
{
    return ProbeReport {.service = Side::Right,
                        .account = of,
                        .at = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC),
                        .findings = findings,
                        .leftBehind = {}}
        .toJson();
}

QJsonObject nullDoesNotClear(const QString &of = account)
{
    return reportOn(of,
                    {{Quirk::HighLevelNullClears, {QuirkState::Contradicted}},
                     {Quirk::SearchWindowEnds, {QuirkState::Confirmed}}});
}

struct Stage
{
    QTemporaryDir folder;
    SystemClock clock;
    MemorySecretStore secrets;
    std::unique_ptr<Workspace> workspace;

    Stage() { reopen(); }
    void reopen()
    {
        workspace.reset();
        workspace
            = std::move(*Workspace::open(folder.path(), HostPolicy::ServiceOnly, secrets, clock));
    }
    [[nodiscard]] Result<> connect() const
    {
        HighLevelSettings settings;
        settings.locationId = account;
        return workspace->accounts().setHighLevel(settings, u"Test"_s);
    }
    [[nodiscard]] KeptProbes &probes() const { return workspace->probes(); }
};

const QuirkSet usual;

} // namespace

class TestKeptProbes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKeptAtFirst()
    {
        Stage stage;
        for (const Side side : bothSides) {
            QVERIFY(!*stage.probes().kept(side));
            QCOMPARE(stage.probes().quirksOf(side, account), usual);
        }
    }

    void holdsUntilItIsDiscarded()
    {
        Stage stage;
        QVERIFY(stage.connect());
        QVERIFY(stage.workspace->keepProbe(nullDoesNotClear()));
        stage.reopen();
        const QuirkSet other = usual.without(Quirk::HighLevelNullClears);
        QCOMPARE(stage.probes().quirksOf(Side::Right, account), other);
        QCOMPARE(stage.probes().quirksOf(Side::Left, account), usual);
        QCOMPARE(stage.probes().quirksOf(Side::Right, u"another"_s), usual);
        const std::optional<KeptProbe> kept = *stage.probes().kept(Side::Right);
        QVERIFY(kept);
        QCOMPARE(kept->account, account);
        QCOMPARE(kept->contradicted, QList<Quirk> {Quirk::HighLevelNullClears});
        QCOMPARE(kept->confirmed, QList<Quirk> {Quirk::SearchWindowEnds});
        QVERIFY(stage.probes().discard(Side::Right));
        stage.reopen();
        QCOMPARE(stage.probes().quirksOf(Side::Right, account), usual);
    }

    //! A probe that may only read sees less than one before it; that is not forgotten.
    void whatALaterProbeCannotSeeStays()
    {
        Stage stage;
        QVERIFY(stage.probes().keep(nullDoesNotClear()));
        const auto later = [&](Quirk quirk, QuirkState state, const QString &of) {
            return stage.probes().keep(reportOn(of, {{quirk, {state, u"Why."_s}}}));
        };
        QVERIFY(later(Quirk::HighLevelNullClears, QuirkState::Unknown, account));
        QVERIFY(!stage.probes().quirksOf(Side::Right, account).holds(Quirk::HighLevelNullClears));
        QVERIFY(later(Quirk::HighLevelNullClears, QuirkState::Confirmed, account));
        QCOMPARE(stage.probes().quirksOf(Side::Right, account), usual);
        QVERIFY(stage.probes().keep(nullDoesNotClear()));
        QVERIFY(later(Quirk::SearchWindowEnds, QuirkState::Confirmed, u"another"_s));
        QCOMPARE(stage.probes().quirksOf(Side::Right, u"another"_s), usual);
    }

    void anotherAccountsResultChangesNothing()
    {
        Stage stage;
        const Result<> early = stage.workspace->keepProbe(nullDoesNotClear());
        QVERIFY(!early && early.error().message.contains("not connected"_L1));
        QVERIFY(stage.connect());
        const Result<> foreign = stage.workspace->keepProbe(nullDoesNotClear(u"another"_s));
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().kind, ErrorKind::InvalidInput);
        QVERIFY(foreign.error().message.contains("another account of HighLevel"_L1));
        QVERIFY(!*stage.probes().kept(Side::Right));
    }

    //! Kept by a version that knew a quirk which this one does not.
    void aResultOfAnotherVersionIsToldAndNotUsed()
    {
        Stage stage;
        SettingsStore settings(stage.workspace->database(), stage.clock);
        const QJsonObject old {
            {u"service"_s, u"highlevel"_s},
            {u"account"_s, account},
            {u"quirks"_s,
             QJsonObject {
                 {u"highlevel.gone"_s, QJsonObject {{u"state"_s, u"contradicted"_s}}},
                 {u"highlevel.null-clears"_s, QJsonObject {{u"state"_s, u"contradicted"_s}}}}}};
        QVERIFY(settings.setSection(u"probe-highlevel"_s, old));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"kept probe"_s));
        QCOMPARE(stage.probes().quirksOf(Side::Right, account), usual);
        const auto kept = stage.probes().kept(Side::Right);
        QVERIFY(!kept && kept.error().message.contains("Probe the account again"_L1));
        QVERIFY(stage.probes().keep(nullDoesNotClear())); // takes its place
        QVERIFY(*stage.probes().kept(Side::Right));
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x7f"
                                                "ELF\x02\x01");
        QTest::newRow("endless") << QByteArray(5'000'000, '[');
        QTest::newRow("a list") << QByteArray("[1]");
        // No raw texts: the test's meta object would get lost (moc 6.4).
        const auto probe = [](const char *service, const char *quirks) {
            return QByteArray("{'service': '%1', 'account': 'location1', 'quirks': {%2}}")
                .replace("%1", service)
                .replace("%2", quirks)
                .replace('\'', '"');
        };
        QTest::newRow("nobody's service") << probe("else", "");
        QTest::newRow("unknown quirk")
            << probe("highlevel", "'x\\u001b[2J': {'state': 'confirmed'}");
        QTest::newRow("unknown state")
            << probe("highlevel", "'highlevel.null-clears': {'state': 7}");
    }
    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, content);
        Stage stage;
        const QString path = stage.folder.filePath(u"hostile.json"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
        file.close();
        const Result<QJsonObject> read = readProbeFile(path);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        QVERIFY(read.error().message.contains("nothing was changed"_L1));
        QVERIFY(!read.error().message.contains(QChar(0x1b)));
        QVERIFY(!quirksFromProbeFiles({path}));
        QVERIFY(!readProbeFile(stage.folder.filePath(u"nowhere"_s)));
    }
};

QTEST_GUILESS_MAIN(TestKeptProbes)
#include "tst_keptprobes.moc"
