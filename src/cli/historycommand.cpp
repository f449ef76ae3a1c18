// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/historycommand.h"

#include "cli/planreport.h"
#include "store/runhistory.h"
#include "workspace/workspace.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {
constexpr int mostRuns = 50;
}

HistoryCommand::HistoryCommand(Context context, qint64 run)
    : Command(std::move(context))
    , m_run(run)
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
    for (const Run &run : *runs) {
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
                                 {u"at"_s, change.at.toString(Qt::ISODate)}});
    }
    output().object({{u"run"_s, m_run}, {u"changes"_s, json}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
