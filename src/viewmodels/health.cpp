// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/health.h"

#include "core/side.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr qint64 daysWithoutSync = 3;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Health)
};

//! " Last sync 10:42." or nothing if there was none.
QString withLastSync(const QString &sentence, const HealthFacts &facts, const QDateTime &now)
{
    if (!facts.lastSuccess)
        return sentence;
    return Say::tr("%1 Last sync %2.").arg(sentence, momentText(*facts.lastSuccess, now));
}

Health ofActivity(HealthFacts::Activity activity)
{
    switch (activity) {
    case HealthFacts::Activity::Checking:
        return {Health::Level::Working, Health::Action::None,
                Say::tr("Checking both systems for changes.")};
    case HealthFacts::Activity::Applying:
        return {Health::Level::Working, Health::Action::None,
                Say::tr("Syncing now. You can go on working.")};
    case HealthFacts::Activity::Paused:
        return {Health::Level::Attention, Health::Action::Resume,
                Say::tr("Paused in the middle of a sync. Nothing is half done.")};
    case HealthFacts::Activity::Idle:
        break;
    }
    return {};
}

//! The service that the error is about, by the name in its sentence; empty if it names none.
QString serviceIn(const Error &error)
{
    for (const Side side : bothSides) {
        if (error.message.contains(serviceName(side)))
            return serviceName(side);
    }
    return {};
}

Health ofError(const Error &error, const HealthFacts &facts, const QDateTime &now)
{
    if (error.kind == ErrorKind::Unauthorized) {
        const QString service = serviceIn(error);
        return {Health::Level::Stopped, Health::Action::SignInAgain,
                service.isEmpty() ? Say::tr("Stopped: %1").arg(error.message)
                                  : Say::tr("Stopped: sign in to %1 again.").arg(service)};
    }
    if (isRetryable(error.kind)) {
        return {Health::Level::Attention, Health::Action::CheckForChanges,
                withLastSync(error.message, facts, now)};
    }
    return {Health::Level::Stopped, Health::Action::CheckForChanges,
            Say::tr("Stopped: %1").arg(error.message)};
}

std::optional<Health> ofLastRun(const Run &run, const HealthFacts &facts, const QDateTime &now)
{
    const int done = run.created.left + run.created.right + run.updated.left + run.updated.right;
    switch (run.ending) {
    case RunEnding::Failed:
        return Health {Health::Level::Stopped, Health::Action::ShowRun,
                       Say::tr("The last sync failed. %1").arg(run.error)};
    case RunEnding::CutOff:
        return Health {
            Health::Level::Attention, Health::Action::CheckForChanges,
            Say::tr("The last sync was cut off (changes done: %1). Check for changes to go on.")
                .arg(QLocale().toString(done))};
    case RunEnding::Stopped:
        return Health {
            Health::Level::Attention, Health::Action::CheckForChanges,
            Say::tr("You stopped the last sync: %1 done, %2 not started. Nothing is half done.")
                .arg(QLocale().toString(done), QLocale().toString(run.notStarted))};
    case RunEnding::Running:
    case RunEnding::Completed:
        break;
    }
    if (facts.failedPeople > 0) {
        return Health {Health::Level::Attention, Health::Action::ShowRun,
                       withLastSync(facts.failedPeople == 1
                                        ? Say::tr("1 person could not be synced.")
                                        : Say::tr("%Ln people could not be synced.", nullptr,
                                                  facts.failedPeople),
                                    facts, now)};
    }
    return std::nullopt;
}

Health ofDecisions(const HealthFacts &facts, const QDateTime &now)
{
    const QString need = facts.waitingPeople == 1
        ? Say::tr("1 person needs your decision.")
        : Say::tr("%Ln people need your decision.", nullptr, facts.waitingPeople);
    const QString rest = facts.pendingChanges == 0 ? Say::tr("Everything else is in sync.")
        : facts.pendingChanges == 1
        ? Say::tr("1 other person is ready to be synced.")
        : Say::tr("%Ln other people are ready to be synced.", nullptr, facts.pendingChanges);
    return {Health::Level::Attention, Health::Action::Review,
            withLastSync(Say::tr("%1 %2").arg(need, rest), facts, now)};
}

Health whenQuiet(const HealthFacts &facts, const QDateTime &now)
{
    if (facts.schedule.settings.pausedUntil > now) {
        return {Health::Level::Attention, Health::Action::Resume,
                withLastSync(Say::tr("Automatic sync is paused until %1.")
                                 .arg(momentText(facts.schedule.settings.pausedUntil, now)),
                             facts, now)};
    }
    const QString last = momentText(*facts.lastSuccess, now);
    if (!facts.schedule.nextRun.isValid())
        return {Health::Level::Good, Health::Action::None,
                Say::tr("All good. Last sync %1.").arg(last)};
    return {Health::Level::Good, Health::Action::None,
            Say::tr("All good. Last sync %1, next %2.")
                .arg(last, momentText(facts.schedule.nextRun, now))};
}

} // namespace

Health healthOf(const HealthFacts &facts, const QDateTime &now)
{
    if (facts.activity != HealthFacts::Activity::Idle)
        return ofActivity(facts.activity);
    if (facts.lastError)
        return ofError(*facts.lastError, facts, now);
    if (facts.lastRun) {
        if (const auto health = ofLastRun(*facts.lastRun, facts, now))
            return *health;
    }
    if (facts.waitingPeople > 0)
        return ofDecisions(facts, now);
    if (facts.pendingChanges > 0) {
        return {Health::Level::Attention, Health::Action::Preview,
                withLastSync(facts.pendingChanges == 1
                                 ? Say::tr("1 person is ready to be synced.")
                                 : Say::tr("%Ln people are ready to be synced.", nullptr,
                                           facts.pendingChanges),
                             facts, now)};
    }
    if (!facts.lastSuccess) {
        return {
            Health::Level::Attention, Health::Action::CheckForChanges,
            Say::tr("Nothing has been synced yet. Check for changes to see what a sync would do.")};
    }
    const qint64 days = facts.lastSuccess->daysTo(now);
    if (days >= daysWithoutSync) {
        return {Health::Level::Attention, Health::Action::CheckForChanges,
                withLastSync(Say::tr("No sync for %Ln days.", nullptr, static_cast<int>(days)),
                             facts, now)};
    }
    return whenQuiet(facts, now);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    if (!moment.isValid())
        return Say::tr("never");
    const QLocale locale;
    const QDateTime local = moment.toLocalTime();
    // Some locales, the plain C one among them, put seconds into their short form.
    const QString format = locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s);
    const QString time = locale.toString(local.time(), format);
    const qint64 days = std::abs(local.date().daysTo(now.toLocalTime().date()));
    if (days == 0)
        return time;
    if (days < 7) {
        return Say::tr("%1 %2").arg(locale.dayName(local.date().dayOfWeek(), QLocale::ShortFormat),
                                    time);
    }
    return Say::tr("%1 %2").arg(locale.toString(local.date(), QLocale::ShortFormat), time);
}

} // namespace twinbook
