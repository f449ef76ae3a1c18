// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/synccommand.h"

#include "cli/planreport.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

SyncCommand::SyncCommand(Context context, Goal goal, int limit)
    : Command(std::move(context))
    , m_goal(goal)
    , m_limit(limit)
{ }

SyncCommand::~SyncCommand() = default;

void SyncCommand::run()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    const Result<Engine *> engine = m_workspace->engine();
    if (!engine) {
        fail(engine.error());
        return;
    }
    m_engine = *engine;
    connect(m_engine, &Engine::failed, this, &SyncCommand::fail);
    connect(m_engine, &Engine::planReady, this, &SyncCommand::showPlan, Qt::SingleShotConnection);
    connect(m_engine, &Engine::runFinished, this, &SyncCommand::showRun);
    m_engine->checkForChanges();
}

void SyncCommand::showPlan(const PreparedPlanPtr &plan)
{
    if (m_goal == Goal::Apply) {
        m_engine->apply({.leftOut = {}, .limit = m_limit, .trigger = RunTrigger::CommandLine});
        return;
    }
    printPlan(*plan, output());
    output().object(planToJson(*plan));
    if (m_goal == Goal::AskFirst)
        output().line(tr("Nothing was changed. Add --yes to apply these changes."));
    Q_EMIT finished(exitCodeOf(plan->plan));
}

void SyncCommand::showRun(const Run &run)
{
    printRun(run, output());
    QJsonObject json = runToJson(run);
    json.insert(u"questions"_s, m_engine->plan()->plan.counts.questions);
    output().object(json);
    const ExitCode code = exitCodeOf(run, m_engine->plan()->plan);
    if (code == ExitCode::InAgreement)
        output().line(tr("In agreement."));
    Q_EMIT finished(code);
}

void SyncCommand::interrupt()
{
    if (m_engine && m_engine->phase() != EnginePhase::Idle)
        m_engine->stop();
    else
        Command::interrupt();
}

} // namespace twinbook::cli
