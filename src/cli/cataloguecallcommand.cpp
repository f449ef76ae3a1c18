// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/cataloguecallcommand.h"

#include "catalogue/catalogue.h"
#include "cli/cataloguecommand.h"
#include "store/sentrequests.h"

#include <QFile>
#include <QJsonArray>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

//! More than either service takes; a file given by mistake is not read to its end.
constexpr qint64 longestBody = 1024 * 1024;

Failure refused(const QString &sentence, const QString &detail = {})
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = detail});
}

Result<QString> contentOf(const QString &name)
{
    QFile file(name);
    const bool opened
        = name == "-"_L1 ? file.open(stdin, QFile::ReadOnly) : file.open(QFile::ReadOnly);
    if (!opened) {
        return refused(
            CatalogueCallCommand::tr("\"%1\" cannot be read. Check the name and that you "
                                     "may read it. Nothing was sent.")
                .arg(name),
            file.errorString());
    }
    const QByteArray content = file.read(longestBody + 1);
    if (content.size() > longestBody) {
        return refused(CatalogueCallCommand::tr("\"%1\" is too large to be sent. Nothing was sent.")
                           .arg(name));
    }
    return QString::fromUtf8(content);
}

//! Whether somebody sits there who can answer.
bool isTerminal()
{
    return ::isatty(::fileno(stdin)) != 0 && ::isatty(::fileno(stdout)) != 0;
}

bool saidYes()
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return false;
    return input.readLine(100).trimmed().toLower() == "y";
}

} // namespace

CatalogueCallCommand::CatalogueCallCommand(Context context, Call call)
    : Command(std::move(context))
    , m_call(std::move(call))
{ }

CatalogueCallCommand::~CatalogueCallCommand()
{
    // Before the workspace it is made of.
    delete m_running;
}

void CatalogueCallCommand::run()
{
    const Result<TestRequest> request = compose();
    if (!request) {
        fail(request.error());
        return;
    }
    if (mayChange(*request)) {
        send(*request);
        return;
    }
    output().line(tr("Nothing was sent. Add --yes to send this change."));
    output().object({{u"sent"_s, false}, {u"request"_s, request->line}});
    Q_EMIT finished(ExitCode::PersonNeeded);
}

//! Everything that can be wrong is found before anything leaves.
Result<TestRequest> CatalogueCallCommand::compose()
{
    const Result<Catalogue> catalogue = Catalogue::load();
    if (!catalogue)
        return Failure(catalogue.error());
    const Result<const Operation *> operation = namedOperation(*catalogue, m_call.operation);
    if (!operation)
        return Failure(operation.error());
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace)
        return Failure(workspace.error());
    m_workspace = *std::move(workspace);
    const Result<QString> account = m_workspace->accountId((*operation)->service);
    if (!account)
        return Failure(account.error());
    OperationRequest draft(**operation, *account);
    if (const Result<> filled = fill(draft); !filled)
        return Failure(filled.error());
    return draft.testRequest();
}

Result<> CatalogueCallCommand::fill(OperationRequest &draft) const
{
    for (const auto &[name, value] : m_call.values) {
        if (Result<> set = draft.set(name, value); !set)
            return set;
    }
    if (m_call.bodyFile.isEmpty())
        return {};
    const Result<QString> body = contentOf(m_call.bodyFile);
    if (!body)
        return Failure(body.error());
    draft.setBody(*body);
    return {};
}

bool CatalogueCallCommand::mayChange(const TestRequest &request) const
{
    if (request.request.effect == RawEffect::Reads || m_call.consent == Consent::Given)
        return true;
    output().line(tr("This changes something in %1:").arg(serviceName(request.service)));
    output().line(u"  "_s + request.line);
    const QStringList body = QString::fromUtf8(request.request.body).split(u'\n');
    for (const QString &line : body)
        output().line(u"  "_s + line);
    if (output().format() == Output::Format::Json || !isTerminal())
        return false;
    output().line(tr("It cannot be undone from here. Send it? [y/N]"));
    return saidYes();
}

void CatalogueCallCommand::send(const TestRequest &request)
{
    Result<std::unique_ptr<RawReplyJob>> job = m_workspace->sendTestRequest(request);
    if (!job) {
        fail(job.error());
        return;
    }
    output().line(request.line);
    m_running = runJob(this, *std::move(job), [this](const Result<RawReply> &reply) {
        if (reply)
            show(*reply);
        else
            fail(reply.error());
    });
}

void CatalogueCallCommand::show(const RawReply &reply)
{
    const auto milliseconds = static_cast<qint64>(reply.duration.count());
    QJsonObject headers;
    for (const auto &[name, value] : reply.headers)
        headers.insert(name, value);
    output().object({{u"sent"_s, true},
                     {u"status"_s, reply.status},
                     {u"milliseconds"_s, milliseconds},
                     {u"headers"_s, headers},
                     {u"traceId"_s, reply.traceId},
                     {u"body"_s, reply.body}});
    output().line(tr("Answered with status %1 after %2 ms.").arg(reply.status).arg(milliseconds));
    for (const auto &[name, value] : reply.headers)
        output().line(u"%1: %2"_s.arg(name, value));
    const QStringList body = reply.body.split(u'\n');
    for (const QString &line : body)
        output().line(line);
    const bool isGood = reply.status >= 200 && reply.status < 300;
    Q_EMIT finished(isGood ? ExitCode::InAgreement : ExitCode::Errors);
}

void CatalogueCallCommand::interrupt()
{
    if (m_running)
        m_running->cancel();
    else
        Command::interrupt();
}

CatalogueSentCommand::CatalogueSentCommand(Context context)
    : Command(std::move(context))
{ }

void CatalogueSentCommand::run()
{
    constexpr int mostShown = 100;
    const Result<Database> database = Database::open(
        Workspace::databasePath(context().dataDirectory), Database::Mode::ReadOnly);
    if (!database) {
        fail(database.error());
        return;
    }
    const Result<QList<SentRequest>> sent = SentRequests(*database, clock()).newest(mostShown);
    if (!sent) {
        fail(sent.error());
        return;
    }
    QJsonArray rows;
    for (const SentRequest &request : *sent) {
        QJsonObject row {{u"id"_s, request.id},
                         {u"service"_s, serviceKey(request.side)},
                         {u"operation"_s, request.operation},
                         {u"request"_s, request.line},
                         {u"at"_s, request.intendedAt.toString(Qt::ISODate)},
                         {u"state"_s, sentStateName(request.state)},
                         {u"error"_s, request.error}};
        if (request.status)
            row.insert(u"status"_s, *request.status);
        rows.append(row);
        output().line(u"%1  %2  %3  %4"_s.arg(
            request.intendedAt.toString(Qt::ISODate), serviceName(request.side), request.line,
            request.status ? QString::number(*request.status) : sentStateName(request.state)));
    }
    if (rows.isEmpty())
        output().line(tr("No changing request was ever sent from the catalogue."));
    output().object({{u"sent"_s, rows}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
