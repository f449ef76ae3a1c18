// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/probecommand.h"

#include "cli/keptprobecommand.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

ProbeCommand::ProbeCommand(Context context, ProbeOrder order, const QString &file)
    : Command(std::move(context))
    , m_order(std::move(order))
    , m_file(file)
{ }

ProbeCommand::~ProbeCommand()
{
    // Before the account it talks to.
    delete m_running;
}

void ProbeCommand::run()
{
    if (const Result<> prepared = prepare(); !prepared) {
        fail(prepared.error());
        return;
    }
    m_running = runJob(this, std::make_unique<ProbeJob>(m_order, *m_account, clock()),
                       [this](const Result<ProbeReport> &report) {
                           if (report)
                               show(*report);
                           else
                               fail(report.error());
                       });
}

//! Everything that can be wrong is found before anything leaves.
Result<> ProbeCommand::prepare()
{
    if (!m_file.fileName().isEmpty() && !m_file.open(QIODevice::WriteOnly))
        return unwritable();
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace)
        return Failure(workspace.error());
    m_workspace = *std::move(workspace);
    Result<std::unique_ptr<RawRequests>> account
        = m_workspace->keptRequests(m_order.service, u"probe"_s);
    if (!account)
        return Failure(account.error());
    m_account = *std::move(account);
    return {};
}

void ProbeCommand::show(const ProbeReport &report)
{
    const QJsonObject json = report.toJson();
    if (const Result<> written = write(json); !written) {
        fail(written.error());
        return;
    }
    for (const QuirkFinding &finding : report.findings) {
        const QuirkFacts &facts = factsOf(finding.quirk);
        output().line(u"%1  %2"_s.arg(quirkStateName(finding.verdict.state), -12)
                          .arg(QString::fromLatin1(facts.name)));
        const QString &reason = finding.verdict.reason;
        output().line(u"              "_s
                      + (reason.isEmpty() ? QString::fromLatin1(facts.statement) : reason));
    }
    if (!report.leftBehind.isEmpty())
        output().line(tr("These records of the probe may still be there. Delete them in %1: %2")
                          .arg(serviceName(report.service), report.leftBehind.join(u", "_s)));
    if (const Result<> kept = keep(json); !kept) {
        fail(kept.error());
        return;
    }
    output().object(json);
    Q_EMIT finished(report.leftBehind.isEmpty() ? ExitCode::InAgreement : ExitCode::PersonNeeded);
}

Result<> ProbeCommand::write(const QJsonObject &report)
{
    if (m_file.fileName().isEmpty())
        return {};
    const QByteArray text = QJsonDocument(report).toJson();
    if (m_file.write(text) != text.size() || !m_file.commit())
        return unwritable();
    return {};
}

Result<> ProbeCommand::keep(const QJsonObject &report)
{
    if (const Result<> kept = m_workspace->keepProbe(report); !kept)
        return kept;
    const Result<std::optional<KeptProbe>> probe = m_workspace->probes().kept(m_order.service);
    if (!probe)
        return Failure(probe.error());
    if (*probe)
        output().line(keptProbeSentence(m_order.service, **probe));
    return {};
}

Failure ProbeCommand::unwritable() const
{
    return Failure(
        Error {.kind = ErrorKind::Storage,
               .message
               = tr("\"%1\" cannot be written. Choose a place that you may write to and try again.")
                     .arg(m_file.fileName()),
               .detail = m_file.errorString()});
}

void ProbeCommand::interrupt()
{
    if (m_running)
        m_running->cancel();
    else
        Command::interrupt();
}

} // namespace twinbook::cli
