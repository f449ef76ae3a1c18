// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/decisionscommand.h"

#include "sync/reasonnames.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Decisions)
};

Failure refused(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

QJsonObject decisionToJson(const Decision &decision)
{
    const Question &question = decision.question;
    return {{u"id"_s, decision.id.number()},
            {u"kind"_s, questionKindName(question.key.kind)},
            {u"person"_s, question.person},
            {u"field"_s, question.key.field},
            {u"officerndId"_s, question.key.left.text()},
            {u"highlevelId"_s, question.key.right.text()},
            {u"officernd"_s, question.left.toJson()},
            {u"highlevel"_s, question.right.toJson()},
            {u"was"_s, question.base.toJson()},
            {u"why"_s, question.why},
            {u"score"_s, question.score}};
}

QString decisionLine(const Decision &decision)
{
    const Question &question = decision.question;
    const QString start = u"%1  %2"_s.arg(decision.id.number()).arg(question.person);
    switch (question.key.kind) {
    case QuestionKind::FieldDiffers:
        return u"%1, %2: OfficeRnD \"%3\", HighLevel \"%4\""_s.arg(
            start, question.key.field, question.left.toDisplay(), question.right.toDisplay());
    case QuestionKind::SamePerson:
        return Tr::tr("%1: the same person? (%2)").arg(start, question.why);
    case QuestionKind::Gone:
    case QuestionKind::Twin:
        return u"%1: %2"_s.arg(start, question.why);
    }
    Q_UNREACHABLE();
}

} // namespace

Result<Answer> answerFor(const Question &question, const QString &use)
{
    Answer answer;
    answer.seenLeft = question.left;
    answer.seenRight = question.right;
    const auto choose = [&](Choice choice) {
        answer.choice = choice;
        return answer;
    };
    switch (question.key.kind) {
    case QuestionKind::FieldDiffers:
        if (use == "officernd"_L1)
            return choose(Choice::UseLeft);
        if (use == "highlevel"_L1)
            return choose(Choice::UseRight);
        answer.value = FieldValue(use);
        return choose(Choice::UseValue);
    case QuestionKind::SamePerson:
        if (use == "same"_L1)
            return choose(Choice::Same);
        if (use == "different"_L1)
            return choose(Choice::Different);
        return refused(Tr::tr(
            "This question asks whether two people are the same: use \"same\" or \"different\"."));
    case QuestionKind::Gone:
        if (use == "unlink"_L1)
            return choose(Choice::Unlink);
        if (use == "add-again"_L1)
            return choose(Choice::AddAgain);
        return refused(Tr::tr("This person is gone on one side: use \"unlink\" or \"add-again\"."));
    case QuestionKind::Twin:
        if (use == "different"_L1)
            return choose(Choice::Different);
        return refused(Tr::tr("This may be a second record of the same person: use \"different\" "
                              "if it is not, or merge "
                              "the two records in OfficeRnD."));
    }
    Q_UNREACHABLE();
}

DecisionsCommand::DecisionsCommand(Context context, qint64 id, QString use)
    : Command(std::move(context))
    , m_id(id)
    , m_use(std::move(use))
{ }

void DecisionsCommand::run()
{
    if (m_id == 0)
        list();
    else
        resolve();
}

void DecisionsCommand::list()
{
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database) {
        fail(database.error());
        return;
    }
    const Result<QList<Decision>> open = DecisionStore(*database, clock()).open();
    if (!open) {
        fail(open.error());
        return;
    }
    QJsonArray json;
    for (const Decision &decision : *open) {
        output().line(decisionLine(decision));
        json.append(decisionToJson(decision));
    }
    if (open->isEmpty())
        output().line(tr("Nothing needs your decision."));
    output().object({{u"decisions"_s, json}});
    Q_EMIT finished(open->isEmpty() ? ExitCode::InAgreement : ExitCode::PersonNeeded);
}

void DecisionsCommand::resolve()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    DecisionStore decisions((*workspace)->database(), clock());
    const Result<std::optional<Decision>> found = decisions.find(DecisionId(m_id));
    if (!found) {
        fail(found.error());
        return;
    }
    if (!*found) {
        fail(
            {.kind = ErrorKind::InvalidInput,
             .message
             = tr("There is no open question number %1. \"twinbookctl decisions list\" shows them.")
                   .arg(m_id),
             .detail = {}});
        return;
    }
    const Result<Answer> answer = answerFor((*found)->question, m_use);
    if (!answer) {
        fail(answer.error());
        return;
    }
    if (const Result<> kept = decisions.answer(DecisionId(m_id), *answer); !kept) {
        fail(kept.error());
        return;
    }
    output().line(tr("Noted. The next sync carries it out."));
    output().object({{u"id"_s, m_id}, {u"choice"_s, choiceName(answer->choice)}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
