// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/synccommand.h"

#include "cli/planreport.h"
#include "engine/forecast.h"
#include "viewmodels/forecasttext.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

SyncCommand::SyncCommand(Context context, SyncWishes wishes)
    : Command(std::move(context))
    , m_wishes(std::move(wishes))
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
    connect(m_engine, &Engine::planReady, this, &SyncCommand::planned, Qt::SingleShotConnection);
    connect(m_engine, &Engine::runFinished, this, &SyncCommand::showRun);
    if (m_wishes.from == SyncWishes::From::LastSeen)
        m_engine->resumeRun();
    else
        m_engine->checkForChanges();
}

void SyncCommand::planned(const PreparedPlanPtr &plan)
{
    const Result<Pilot> pilot = pilotOf(m_wishes.pilot, m_workspace->database(), clock());
    if (!pilot) {
        fail(pilot.error());
        return;
    }
    const ApplyRequest request {
        .pilot = *pilot, .trigger = RunTrigger::CommandLine, .past = m_wishes.past};
    if (m_wishes.goal == SyncWishes::Goal::Apply)
        m_engine->apply(request);
    else
        showPlan(*plan, request);
}

void SyncCommand::showPlan(const PreparedPlan &plan, const ApplyRequest &request)
{
    const Outsiders outsiders = outsidersOf(request.pilot, plan.input(), plan.plan, {});
    const Forecast forecast = forecastOf(plan, request);
    printPlan(plan, outsiders, output());
    output().line(forecastText(forecast));
    QJsonObject json = planToJson(plan, outsiders);
    json.insert(u"forecast"_s, forecastToJson(forecast));
    output().object(json);
    if (m_wishes.goal == SyncWishes::Goal::AskFirst)
        output().line(tr("Nothing was changed. Add --yes to apply these changes."));
    Q_EMIT finished(exitCodeOf(plan.plan));
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
