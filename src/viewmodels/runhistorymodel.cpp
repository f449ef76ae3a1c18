// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/runhistorymodel.h"

#include "core/logging.h"
#include "viewmodels/forecasttext.h"
#include "viewmodels/health.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr int runsShown = 500;

QString triggerText(RunTrigger trigger)
{
    switch (trigger) {
    case RunTrigger::Person:
        return RunHistoryModel::tr("You");
    case RunTrigger::Schedule:
        return RunHistoryModel::tr("Schedule");
    case RunTrigger::CommandLine:
        return RunHistoryModel::tr("Command line");
    }
    return {};
}

int written(const Run &run)
{
    return run.created.left + run.created.right + run.updated.left + run.updated.right;
}

QString durationText(const Run &run)
{
    const qint64 seconds = qMax<qint64>(run.startedAt.secsTo(run.endedAt), 0);
    if (seconds < 1)
        return RunHistoryModel::tr("less than 1 s");
    if (seconds < 60)
        return RunHistoryModel::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return RunHistoryModel::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return RunHistoryModel::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

} // namespace

RunHistoryModel::Outcome outcomeOf(const Run &run)
{
    switch (run.ending) {
    case RunEnding::Running:
        return RunHistoryModel::Outcome::Running;
    case RunEnding::Failed:
        return RunHistoryModel::Outcome::Bad;
    case RunEnding::Stopped:
    case RunEnding::CutOff:
        return RunHistoryModel::Outcome::Partial;
    case RunEnding::Completed:
        break;
    }
    return run.failed > 0 || run.notStarted + run.outside > 0 ? RunHistoryModel::Outcome::Partial
                                                              : RunHistoryModel::Outcome::Good;
}

QString runName(RunId run, RunPurpose purpose)
{
    return (purpose == RunPurpose::Undo ? RunHistoryModel::tr("undo #%1")
                                        : RunHistoryModel::tr("sync #%1"))
        .arg(run.number());
}

QString runName(RunId run, const RunHistory &history)
{
    const Result<std::optional<Run>> found = history.find(run);
    return runName(run, found && *found ? (*found)->purpose : RunPurpose::Sync);
}

QString endingText(const Run &run)
{
    const QLocale locale;
    switch (run.ending) {
    case RunEnding::Running:
        return RunHistoryModel::tr("running");
    case RunEnding::Stopped:
        return RunHistoryModel::tr("stopped: %1 done, %2 not started")
            .arg(locale.toString(written(run)), locale.toString(run.notStarted));
    case RunEnding::CutOff:
        return RunHistoryModel::tr("cut off: %1 done").arg(locale.toString(written(run)));
    case RunEnding::Failed:
        return run.error;
    case RunEnding::Completed:
        break;
    }
    QString text = RunHistoryModel::tr("done in %1").arg(durationText(run));
    if (run.failed > 0)
        text = RunHistoryModel::tr("%1, %2 failed").arg(text, locale.toString(run.failed));
    if (const int later = run.notStarted + run.outside; later > 0)
        text = RunHistoryModel::tr("%1, %2 left for later").arg(text, locale.toString(later));
    return text;
}

QString runSentence(const Run &run)
{
    const QLocale locale;
    QStringList parts;
    for (const Side side : bothSides) {
        if (run.created[side] > 0)
            parts += RunHistoryModel::tr("%1 new in %2.")
                         .arg(locale.toString(run.created[side]), serviceName(side));
        if (run.updated[side] > 0)
            parts += RunHistoryModel::tr("%1 updated in %2.")
                         .arg(locale.toString(run.updated[side]), serviceName(side));
    }
    if (parts.isEmpty())
        parts += RunHistoryModel::tr("Nothing was changed.");
    if (run.linked > 0)
        parts += RunHistoryModel::tr("%1 recognised.").arg(locale.toString(run.linked));
    if (run.failed > 0)
        parts += RunHistoryModel::tr("%1 failed.").arg(locale.toString(run.failed));
    if (const QString comparison = comparisonText(run); !comparison.isEmpty())
        parts += comparison;
    if (!run.error.isEmpty())
        parts.prepend(run.error);
    return parts.join(u' ');
}

RunHistoryModel::RunHistoryModel(const Database &database, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(database, clock)
    , m_clock(clock)
{
    reload();
}

RunHistoryModel::~RunHistoryModel() = default;

void RunHistoryModel::reload()
{
    beginResetModel();
    if (auto runs = m_history.newest(runsShown)) {
        m_runs = std::move(*runs);
    } else {
        qCWarning(logGui) << "reading the runs:" << errorKindName(runs.error().kind);
        m_runs.clear();
    }
    endResetModel();
}

std::optional<Run> RunHistoryModel::run(int row) const
{
    return row >= 0 && row < m_runs.size() ? std::optional(m_runs.at(row)) : std::nullopt;
}

int RunHistoryModel::rowOf(RunId run) const
{
    const auto found = std::find_if(m_runs.cbegin(), m_runs.cend(),
                                    [run](const Run &shown) { return shown.id == run; });
    return found == m_runs.cend() ? -1 : static_cast<int>(found - m_runs.cbegin());
}

//! Of runs that are no longer listed nobody sees what they were.
QString RunHistoryModel::undoneName(const Run &undo) const
{
    const auto undone = run(rowOf(undo.undoneRun));
    return runName(undo.undoneRun, undone ? undone->purpose : RunPurpose::Sync);
}

QString RunHistoryModel::titleOf(int row) const
{
    const auto shown = run(row);
    if (!shown)
        return {};
    return shown->purpose == RunPurpose::Undo ? tr("Undo of %1").arg(undoneName(*shown))
                                              : tr("Sync #%1").arg(shown->id.number());
}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    const auto shown = run(index.row());
    if (!index.isValid() || !shown)
        return {};
    if (role == OutcomeRole)
        return static_cast<int>(outcomeOf(*shown));
    const bool isNumber = index.column() >= New && index.column() <= Failed;
    if (role == Qt::TextAlignmentRole && isNumber)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QLocale locale;
    switch (index.column()) {
    case Number:
        return shown->purpose == RunPurpose::Undo
            ? tr("#%1, undo of %2").arg(QString::number(shown->id.number()), undoneName(*shown))
            : tr("#%1").arg(shown->id.number());
    case When:
        return momentText(shown->startedAt, m_clock.now());
    case StartedBy:
        return triggerText(shown->trigger);
    case New:
        return locale.toString(shown->created.left + shown->created.right);
    case Updated:
        return locale.toString(shown->updated.left + shown->updated.right);
    case NeedYou:
        return locale.toString(shown->needsYou);
    case Failed:
        return locale.toString(shown->failed);
    case Ending:
        return endingText(*shown);
    default:
        return {};
    }
}

QVariant RunHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && section >= New && section <= Failed)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Run");
    case When:
        return tr("When");
    case StartedBy:
        return tr("Started by");
    case New:
        return tr("New");
    case Updated:
        return tr("Updated");
    case NeedYou:
        return tr("Need you");
    case Failed:
        return tr("Failed");
    case Ending:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace twinbook
