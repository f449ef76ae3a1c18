// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/practicecommand.h"

#include "cli/planreport.h"
#include "cli/verifycommand.h"
#include "store/decisionstore.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

PracticeCommand::PracticeCommand(Context context, const sandbox::SandboxOptions &options,
                                 Candidates candidates)
    : Command(std::move(context))
    , m_options(options)
    , m_candidates(candidates)
{ }

PracticeCommand::~PracticeCommand() = default;

Result<QString> PracticeCommand::directory()
{
    if (!context().dataDirectory.isEmpty())
        return QDir(context().dataDirectory).filePath(u"practice"_s);
    m_temporary = std::make_unique<QTemporaryDir>();
    if (m_temporary->isValid())
        return m_temporary->path();
    return Failure(
        Error {.kind = ErrorKind::Storage,
               .message = tr("No temporary folder can be made. Give one with --data-dir."),
               .detail = m_temporary->errorString()});
}

void PracticeCommand::run()
{
    m_timer.start();
    const Result<QString> folder = directory();
    if (!folder) {
        fail(folder.error());
        return;
    }
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(*folder, HostPolicy::AlsoLoopback, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    m_world = std::make_unique<PracticeWorld>(*folder, m_options);
    if (const Result<> started = m_world->start(); !started) {
        fail(started.error());
        return;
    }
    output().line(tr("Practice with invented people: %1 in OfficeRnD, %2 in HighLevel.")
                      .arg(m_world->services().people(Side::Left).size())
                      .arg(m_world->services().people(Side::Right).size()));
    connectOfficeRnD();
}

void PracticeCommand::connectOfficeRnD()
{
    runJob(this, m_workspace->connectOfficeRnD(m_world->officeRnD(), m_world->officeRnDSecret()),
           [this](const Result<ConnectionReport> &report) {
               if (report)
                   connectHighLevel();
               else
                   fail(report.error());
           });
}

void PracticeCommand::connectHighLevel()
{
    runJob(this, m_workspace->connectHighLevel(m_world->highLevel(), m_world->highLevelSecret()),
           [this](const Result<ConnectionReport> &report) {
               if (report)
                   startEngine();
               else
                   fail(report.error());
           });
}

void PracticeCommand::startEngine()
{
    const Result<Engine *> engine = m_workspace->engine();
    if (!engine) {
        fail(engine.error());
        return;
    }
    m_engine = *engine;
    connect(m_engine, &Engine::failed, this, &PracticeCommand::fail);
    connect(m_engine, &Engine::planReady, this, &PracticeCommand::preview,
            Qt::SingleShotConnection);
    connect(m_engine, &Engine::runFinished, this, &PracticeCommand::synced);
    connect(m_engine, &Engine::verified, this, &PracticeCommand::verified);
    m_engine->checkForChanges();
}

void PracticeCommand::preview(const PreparedPlanPtr &plan)
{
    if (!m_candidatesAccepted) {
        m_recognition = recognitionFigures(*plan, m_world->services());
        output().line(tr("Recognised: %1 pairs (%2 wrong); not sure: %3 pairs (%4 wrong); people "
                         "on both sides: %5.")
                          .arg(m_recognition.linked)
                          .arg(m_recognition.wronglyLinked)
                          .arg(m_recognition.asked)
                          .arg(m_recognition.wronglyAsked)
                          .arg(m_recognition.truePairs));
        m_candidatesAccepted = true;
        if (m_candidates == Candidates::SayTheSame && m_recognition.asked > 0) {
            acceptCandidates();
            return;
        }
    }
    output().line(tr("Preview"));
    printPlan(*plan, {}, output());
    m_result.insert(u"preview"_s, planToJson(*plan));
    m_engine->apply({.trigger = RunTrigger::CommandLine});
}

//! All or none, and in one go: five thousand answers one by one would wait for the disk as often.
Result<> PracticeCommand::answerCandidates()
{
    Result<Transaction> transaction = Transaction::begin(m_workspace->database());
    if (!transaction)
        return Failure(transaction.error());
    DecisionStore decisions(m_workspace->database(), clock());
    const Result<QList<Decision>> open = decisions.open();
    if (!open)
        return Failure(open.error());
    for (const Decision &decision : *open) {
        if (decision.question.key.kind != QuestionKind::SamePerson)
            continue;
        if (Result<> kept = decisions.answer(decision.id, Answer {Choice::Same, {}, {}, {}}); !kept)
            return kept;
    }
    return transaction->commit();
}

void PracticeCommand::acceptCandidates()
{
    if (const Result<> kept = answerCandidates(); !kept) {
        fail(kept.error());
        return;
    }
    connect(m_engine, &Engine::planReady, this, &PracticeCommand::preview,
            Qt::SingleShotConnection);
    m_engine->planAgain();
}

void PracticeCommand::synced(const Run &run)
{
    m_run = run;
    printRun(run, output());
    m_result.insert(u"run"_s, runToJson(run));
    if (run.ending != RunEnding::Completed) {
        output().object(m_result);
        Q_EMIT finished(exitCodeOf(run, m_engine->plan()->plan));
        return;
    }
    m_engine->verify();
}

void PracticeCommand::verified(const VerifyReport &report)
{
    output().line(tr("Verification: both services were read again in full."));
    printVerification(report, output());
    const sandbox::RequestLog &log = m_world->services().requestLog();
    const double seconds = static_cast<double>(m_timer.elapsed()) / 1000;
    const int calls = log.reads(Side::Left) + log.writes(Side::Left) + log.reads(Side::Right)
        + log.writes(Side::Right);
    output().line(tr("%1 calls (%2 writes), %3 s, %4 MB.")
                      .arg(calls)
                      .arg(log.writes(Side::Left) + log.writes(Side::Right))
                      .arg(seconds, 0, 'f', 1)
                      .arg(peakMemoryInMegabytes()));
    m_result.insert(u"recognition"_s, m_recognition.toJson());
    m_result.insert(u"verification"_s, verificationToJson(report));
    m_result.insert(u"calls"_s, calls);
    m_result.insert(u"writes"_s, log.writes(Side::Left) + log.writes(Side::Right));
    m_result.insert(u"seconds"_s, seconds);
    m_result.insert(u"peakMemoryMB"_s, peakMemoryInMegabytes());

    const Plan &plan = m_engine->plan()->plan;
    const ExitCode code = exitCodeOf(m_run, plan);
    m_result.insert(u"inAgreement"_s, code == ExitCode::InAgreement);
    m_result.insert(u"questions"_s, plan.counts.questions);
    if (code == ExitCode::InAgreement)
        output().line(tr("Both services are in agreement."));
    else if (plan.counts.questions > 0 && plan.counts.writes() == 0)
        output().line(tr("In agreement, except for %n question(s) that need your decision.",
                         nullptr, plan.counts.questions));
    output().object(m_result);
    Q_EMIT finished(code);
}

void PracticeCommand::interrupt()
{
    if (m_engine && m_engine->phase() != EnginePhase::Idle)
        m_engine->stop();
    else
        Command::interrupt();
}

} // namespace twinbook::cli
