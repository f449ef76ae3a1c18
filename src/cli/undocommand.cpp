// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/undocommand.h"

#include "cli/planreport.h"
#include "engine/whyhere.h"
#include "viewmodels/undotext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

QJsonObject undoToJson(const PreparedUndo &undo)
{
    QJsonArray changes;
    QJsonArray pairs;
    for (const UndoPerson &person : undo.plan.people) {
        for (const UndoField &field : person.fields) {
            const ChangeEntry &entry = undo.entries.at(field.entry);
            changes.append(QJsonObject {{u"service"_s, serviceKey(entry.side)},
                                        {u"record"_s, entry.record.text()},
                                        {u"person"_s, entry.person},
                                        {u"field"_s, entry.field},
                                        {u"before"_s, entry.before.toJson()},
                                        {u"after"_s, entry.after.toJson()},
                                        {u"now"_s, field.now.toJson()},
                                        {u"outcome"_s, undoVerdictName(field.verdict)}});
        }
        if (person.pairing == UndoPairing::Stays)
            continue;
        pairs.append(QJsonObject {
            {u"person"_s, person.name},
            {u"officerndId"_s, person.ids.left.text()},
            {u"highlevelId"_s, person.ids.right.text()},
            {u"outcome"_s, person.pairing == UndoPairing::Unlink ? u"unlink"_s : u"link"_s}});
    }
    return {{u"run"_s, undo.scope.run.number()}, {u"changes"_s, changes}, {u"pairs"_s, pairs}};
}

void printUndo(const PreparedUndo &undo, const Output &output)
{
    constexpr int mostLines = 40;
    output.line(undoSentence(undo));
    int printed = 0;
    for (const UndoPerson &person : undo.plan.people) {
        if (person.pairing != UndoPairing::Stays && ++printed <= mostLines)
            output.line(u"  "_s + pairingText(person));
        for (const UndoField &field : person.fields) {
            if (++printed > mostLines)
                continue;
            const ChangeEntry &entry = undo.entries.at(field.entry);
            output.line(u"  %1, %2, %3: \"%4\" -> \"%5\"  (%6)"_s.arg(
                serviceName(entry.side), entry.person, entry.field, field.now.toDisplay(),
                field.verdict == UndoVerdict::PutBack ? entry.before.toDisplay()
                                                      : field.now.toDisplay(),
                verdictText(field.verdict)));
        }
    }
    if (printed > mostLines)
        output.line(
            UndoCommand::tr("  and %n more (--json lists all)", nullptr, printed - mostLines));
}

} // namespace

UndoCommand::UndoCommand(Context context, Subject subject, Goal goal)
    : Command(std::move(context))
    , m_subject(std::move(subject))
    , m_goal(goal)
{ }

UndoCommand::~UndoCommand() = default;

Result<UndoScope> UndoCommand::scope() const
{
    if (m_subject.run > 0)
        return UndoScope {RunId(m_subject.run), {}, {}};
    const Database &database = m_workspace->database();
    const Result<RemoteId> person = recordOf(m_subject.person, database, clock());
    if (!person)
        return Failure(person.error());
    FieldId row;
    if (!m_subject.field.isEmpty()) {
        const Result<FieldId> field = fieldOf(m_subject.field, database, clock());
        if (!field)
            return Failure(field.error());
        row = *field;
    }
    return newestChangeOf(*person, row, database, clock());
}

void UndoCommand::run()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    const Result<Engine *> engine = m_workspace->engine();
    const Result<UndoScope> wanted = scope();
    if (!engine || !wanted) {
        fail(engine ? wanted.error() : engine.error());
        return;
    }
    m_engine = *engine;
    connect(m_engine, &Engine::failed, this, &UndoCommand::fail);
    connect(m_engine, &Engine::undoReady, this, &UndoCommand::showUndo);
    connect(m_engine, &Engine::runFinished, this, &UndoCommand::showRun);
    m_engine->prepareUndo(*wanted);
}

void UndoCommand::showUndo(const PreparedUndoPtr &undo)
{
    if (m_goal == Goal::Apply && !undo->plan.isNothing()) {
        m_engine->applyUndo({.trigger = RunTrigger::CommandLine});
        return;
    }
    printUndo(*undo, output());
    output().object(undoToJson(*undo));
    if (m_goal == Goal::AskFirst && !undo->plan.isNothing())
        output().line(tr("Nothing was changed. Add --yes to do this."));
    Q_EMIT finished(undo->plan.isNothing() ? ExitCode::InAgreement : ExitCode::PersonNeeded);
}

void UndoCommand::showRun(const Run &run)
{
    printRun(run, output());
    output().object(runToJson(run));
    if (run.ending == RunEnding::Stopped)
        Q_EMIT finished(ExitCode::Stopped);
    else if (run.ending != RunEnding::Completed || run.failed > 0)
        Q_EMIT finished(ExitCode::Errors);
    else
        Q_EMIT finished(run.needsYou > 0 ? ExitCode::PersonNeeded : ExitCode::InAgreement);
}

void UndoCommand::interrupt()
{
    if (m_engine && m_engine->phase() != EnginePhase::Idle)
        m_engine->stop();
    else
        Command::interrupt();
}

} // namespace twinbook::cli
