// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/health.h"

#include <QLocale>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace twinbook;

using Change = std::function<void(HealthFacts &)>;
Q_DECLARE_METATYPE(Change)

namespace {

const QDateTime now(QDate(2026, 3, 4), QTime(12, 0), Qt::UTC);

QString ofLevel(Health::Level level)
{
    switch (level) {
    case Health::Level::Good:
        return u"good"_s;
    case Health::Level::Attention:
        return u"attention"_s;
    case Health::Level::Stopped:
        return u"stopped"_s;
    case Health::Level::Working:
        return u"working"_s;
    }
    Q_UNREACHABLE();
}

QString ofAction(Health::Action action)
{
    switch (action) {
    case Health::Action::None:
        return u"nothing"_s;
    case Health::Action::Review:
        return u"review"_s;
    case Health::Action::Preview:
        return u"preview"_s;
    case Health::Action::CheckForChanges:
        return u"check"_s;
    case Health::Action::SignInAgain:
        return u"sign in"_s;
    case Health::Action::ShowRun:
        return u"show run"_s;
    case Health::Action::Resume:
        return u"resume"_s;
    }
    Q_UNREACHABLE();
}

//! A quiet day: one run this morning, nothing open.
HealthFacts quietDay()
{
    Run run;
    run.id = RunId(7);
    run.ending = RunEnding::Completed;
    run.startedAt = now.addSecs(-78 * 60);
    run.endedAt = now.addSecs(-77 * 60);
    HealthFacts facts;
    facts.lastRun = run;
    facts.lastSuccess = run.endedAt;
    return facts;
}

Error errorOf(ErrorKind kind, const QString &message)
{
    return {.kind = kind, .message = message, .detail = u"GET /secret 401"_s};
}

} // namespace

//! Every state in one printed line each: level | action | sentence.
class HealthTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysOneSentence_data();
    void saysOneSentence();
    void tellsMomentsShortly_data();
    void tellsMomentsShortly();
};

void HealthTest::initTestCase()
{
    qputenv("TZ", "UTC");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void HealthTest::saysOneSentence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Change &change, const QString &expected) {
        QTest::newRow(name) << change << expected;
    };
    row(
        "good", [](HealthFacts &) {}, u"good | nothing | All good. Last sync 10:43."_s);
    row(
        "good with a next run", [](HealthFacts &f) { f.schedule.nextRun = now.addSecs(600); },
        u"good | nothing | All good. Last sync 10:43, next 12:10."_s);
    row(
        "one decision", [](HealthFacts &f) { f.waitingPeople = 1; },
        u"attention | review | 1 person needs your decision. Everything else is in sync. "
        "Last sync 10:43."_s);
    row(
        "three decisions", [](HealthFacts &f) { f.waitingPeople = 3; },
        u"attention | review | 3 people need your decision. Everything else is in sync. "
        "Last sync 10:43."_s);
    row(
        "decisions and changes",
        [](HealthFacts &f) {
            f.waitingPeople = 3;
            f.pendingChanges = 12;
        },
        u"attention | review | 3 people need your decision. 12 other people are ready to be "
        "synced. Last sync 10:43."_s);
    row(
        "changes", [](HealthFacts &f) { f.pendingChanges = 1; },
        u"attention | preview | 1 person is ready to be synced. Last sync 10:43."_s);
    row(
        "never synced", [](HealthFacts &f) { f = {}; },
        u"attention | check | Nothing has been synced yet. Check for changes to see what a sync "
        "would do."_s);
    row(
        "three days", [](HealthFacts &f) { f.lastSuccess = f.lastRun->endedAt = now.addDays(-3); },
        u"attention | check | No sync for 3 days. Last sync Sun 12:00."_s);
    row(
        "just under three days",
        [](HealthFacts &f) {
            f.lastSuccess = f.lastRun->endedAt = QDateTime(QDate(2026, 3, 2), QTime(0, 1), Qt::UTC);
        },
        u"good | nothing | All good. Last sync Mon 00:01."_s);
    row(
        "failed people", [](HealthFacts &f) { f.failedPeople = 4; },
        u"attention | show run | 4 people could not be synced. Last sync 10:43."_s);
    row(
        "run failed",
        [](HealthFacts &f) {
            f.lastRun->ending = RunEnding::Failed;
            f.lastRun->error = u"The disk is full."_s;
        },
        u"stopped | show run | The last sync failed. The disk is full."_s);
    row(
        "run cut off",
        [](HealthFacts &f) {
            f.lastRun->ending = RunEnding::CutOff;
            f.lastRun->updated.right = 31;
        },
        u"attention | check | The last sync was cut off (changes done: 31). Check for changes to "
        "go on."_s);
    row(
        "run stopped",
        [](HealthFacts &f) {
            f.lastRun->ending = RunEnding::Stopped;
            f.lastRun->updated.right = 31;
            f.lastRun->notStarted = 18;
        },
        u"attention | check | You stopped the last sync: 31 done, 18 not started. Nothing is half "
        "done."_s);
    row(
        "signed out",
        [](HealthFacts &f) {
            f.lastError
                = errorOf(ErrorKind::Unauthorized, u"HighLevel no longer accepts the key."_s);
            f.waitingPeople = 3;
        },
        u"stopped | sign in | Stopped: sign in to HighLevel again."_s);
    row(
        "no connection",
        [](HealthFacts &f) {
            f.lastError = errorOf(ErrorKind::Network, u"OfficeRnD cannot be reached."_s);
        },
        u"attention | check | OfficeRnD cannot be reached. Last sync 10:43."_s);
    row(
        "refused",
        [](HealthFacts &f) {
            f.lastError = errorOf(ErrorKind::Forbidden, u"HighLevel does not let us read."_s);
        },
        u"stopped | check | Stopped: HighLevel does not let us read."_s);
    row(
        "checking",
        [](HealthFacts &f) {
            f.activity = HealthFacts::Activity::Checking;
            f.lastError = errorOf(ErrorKind::Network, u"OfficeRnD cannot be reached."_s);
        },
        u"working | nothing | Checking both systems for changes."_s);
    row(
        "applying", [](HealthFacts &f) { f.activity = HealthFacts::Activity::Applying; },
        u"working | nothing | Syncing now. You can go on working."_s);
    row(
        "held", [](HealthFacts &f) { f.activity = HealthFacts::Activity::Paused; },
        u"attention | resume | Paused in the middle of a sync. Nothing is half done."_s);
    row(
        "paused", [](HealthFacts &f) { f.schedule.settings.pausedUntil = now.addSecs(3600); },
        u"attention | resume | Automatic sync is paused until 13:00. Last sync 10:43."_s);
    row(
        "pause is over", [](HealthFacts &f) { f.schedule.settings.pausedUntil = now.addSecs(-1); },
        u"good | nothing | All good. Last sync 10:43."_s);
}

void HealthTest::saysOneSentence()
{
    QFETCH(const Change, change);
    QFETCH(const QString, expected);
    HealthFacts facts = quietDay();
    change(facts);
    const Health health = healthOf(facts, now);
    QCOMPARE(u"%1 | %2 | %3"_s.arg(ofLevel(health.level), ofAction(health.action), health.sentence),
             expected);
}

void HealthTest::tellsMomentsShortly_data()
{
    QTest::addColumn<QDateTime>("moment");
    QTest::addColumn<QString>("expected");
    QTest::newRow("never") << QDateTime() << u"never"_s;
    QTest::newRow("today") << now.addSecs(-3600) << u"11:00"_s;
    QTest::newRow("yesterday") << now.addDays(-1) << u"Tue 12:00"_s;
    QTest::newRow("tomorrow") << now.addDays(1) << u"Thu 12:00"_s;
    QTest::newRow("six days ago") << now.addDays(-6) << u"Thu 12:00"_s;
    QTest::newRow("a week ago") << now.addDays(-7) << u"25/02/2026 12:00"_s;
}

void HealthTest::tellsMomentsShortly()
{
    QFETCH(const QDateTime, moment);
    QTEST(momentText(moment, now), "expected");
}

QTEST_GUILESS_MAIN(HealthTest)
#include "tst_health.moc"
