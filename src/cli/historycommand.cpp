// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/historycommand.h"

#include "cli/planreport.h"
#include "store/retention.h"
#include "store/runhistory.h"
#include "workspace/workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {
constexpr int mostRuns = 50;
}

HistoryCommand::HistoryCommand(Context context, qint64 run, int days)
    : Command(std::move(context))
    , m_run(run)
    , m_days(days)
{ }

void HistoryCommand::run()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database)
        fail(database.error());
    else if (m_run == 0)
        listRuns(*database);
    else
        listChanges(*database);
}

void HistoryCommand::listRuns(const Database &database)
{
    const Result<QList<Run>> runs = RunHistory(database, clock()).newest(mostRuns);
    if (!runs) {
        fail(runs.error());
        return;
    }
    QJsonArray json;
    const QDateTime oldest = clock().now().addDays(-m_days);
    for (const Run &run : *runs) {
        if (m_days > 0 && run.startedAt < oldest)
            continue;
        printRun(run, output());
        json.append(runToJson(run));
    }
    if (runs->isEmpty())
        output().line(tr("No sync has run yet."));
    output().object({{u"runs"_s, json}});
    Q_EMIT finished(ExitCode::InAgreement);
}

void HistoryCommand::listChanges(const Database &database)
{
    const Result<QList<ChangeEntry>> changes = RunHistory(database, clock()).changes(RunId(m_run));
    if (!changes) {
        fail(changes.error());
        return;
    }
    QJsonArray json;
    for (const ChangeEntry &change : *changes) {
        output().line(u"%1  %2, %3: \"%4\" -> \"%5\""_s.arg(serviceName(change.side), change.person,
                                                            change.field, change.before.toDisplay(),
                                                            change.after.toDisplay()));
        json.append(QJsonObject {{u"service"_s, serviceKey(change.side)},
                                 {u"record"_s, change.record.text()},
                                 {u"person"_s, change.person},
                                 {u"field"_s, change.field},
                                 {u"before"_s, change.before.toJson()},
                                 {u"after"_s, change.after.toJson()},
                                 {u"reason"_s, change.reason},
                                 {u"recovered"_s, change.knownBy == ChangeEntry::KnownBy::Recovery},
                                 {u"at"_s, change.at.toString(Qt::ISODate)}});
    }
    const Result<QList<LinkEntry>> links = RunHistory(database, clock()).linkChanges(RunId(m_run));
    if (!links) {
        fail(links.error());
        return;
    }
    QJsonArray linksJson;
    for (const LinkEntry &link : *links) {
        const bool isLinked = link.act == LinkEntry::Act::Linked;
        output().line(isLinked ? tr("%1: linked").arg(link.person)
                               : tr("%1: no longer linked").arg(link.person));
        linksJson.append(QJsonObject {{u"act"_s, isLinked ? u"linked"_s : u"unlinked"_s},
                                      {u"officerndId"_s, link.left.text()},
                                      {u"highlevelId"_s, link.right.text()},
                                      {u"person"_s, link.person},
                                      {u"reason"_s, link.reason}});
    }
    output().object({{u"run"_s, m_run}, {u"changes"_s, json}, {u"links"_s, linksJson}});
    Q_EMIT finished(ExitCode::InAgreement);
}

HistoryKeepCommand::HistoryKeepCommand(Context context, int days)
    : Command(std::move(context))
    , m_days(days)
{ }

void HistoryKeepCommand::run()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadWrite);
    const Result<> kept = database ? Retention(*database, clock()).setDays(m_days)
                                   : Result<>(Failure(database.error()));
    if (!kept) {
        fail(kept.error());
        return;
    }
    output().line(tr("Changes are remembered for %n day(s). Older ones are forgotten at the next "
                     "check, and can then no longer be taken back.",
                     nullptr, m_days));
    output().object({{u"days"_s, m_days}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
