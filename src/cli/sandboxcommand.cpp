// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sandboxcommand.h"

#include "sandbox/faultkinds.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

SandboxCommand::SandboxCommand(Context context, const sandbox::SandboxOptions &options,
                               std::optional<quint16> controlPort)
    : Command(std::move(context))
    , m_sandbox(options)
    , m_controlPort(controlPort)
{ }

void SandboxCommand::run()
{
    if (const Result<> opened = open(); !opened) {
        fail(opened.error());
        return;
    }
    const sandbox::SandboxCredentials credentials = m_sandbox.credentials();
    QJsonObject told {{u"officernd"_s, m_sandbox.officerndUrl().toString()},
                      {u"identity"_s, m_sandbox.identityUrl().toString()},
                      {u"highlevel"_s, m_sandbox.highlevelUrl().toString()},
                      {u"organization"_s, credentials.organization},
                      {u"clientId"_s, credentials.clientId},
                      {u"clientSecret"_s, credentials.clientSecret},
                      {u"location"_s, credentials.locationId},
                      {u"privateToken"_s, credentials.privateToken},
                      {u"appClientId"_s, credentials.appClientId},
                      {u"appClientSecret"_s, credentials.appClientSecret}};
    if (m_controlPort) {
        told.insert(u"control"_s, m_sandbox.controlUrl().toString());
        told.insert(u"controlSecret"_s, m_sandbox.controlSecret());
    }
    Output(Output::Format::Json).object(told);
    output().line(tr("Both services are being played on this computer. Stop with Ctrl+C."));
}

Result<> SandboxCommand::open()
{
    if (auto started = m_sandbox.start(); !started || !m_controlPort)
        return started;
    return m_sandbox.startControl(*m_controlPort);
}

SandboxListCommand::SandboxListCommand(Context context, Subject subject)
    : Command(std::move(context))
    , m_subject(subject)
{ }

void SandboxListCommand::run()
{
    if (m_subject == Subject::Quirks)
        listQuirks();
    else
        listFaults();
    Q_EMIT finished(ExitCode::InAgreement);
}

void SandboxListCommand::listQuirks() const
{
    QJsonArray list;
    for (const QuirkFacts &facts : quirks()) {
        const QString name = QString::fromLatin1(facts.name);
        const QString source = QString::fromLatin1(facts.source);
        const QString statement = QString::fromLatin1(facts.statement);
        const QString evidence = evidenceName(facts.evidence);
        output().line(u"%1 (%2, %3): %4"_s.arg(name, evidence, source, statement));
        list.append(QJsonObject {{u"name"_s, name},
                                 {u"side"_s, serviceKey(facts.side)},
                                 {u"evidence"_s, evidence},
                                 {u"source"_s, source},
                                 {u"statement"_s, statement}});
    }
    output().object({{u"quirks"_s, list}});
}

void SandboxListCommand::listFaults() const
{
    QJsonArray list;
    for (const sandbox::FaultFacts &facts : sandbox::faultKinds()) {
        const QString name = QString::fromLatin1(facts.name);
        const QString target = sandbox::targetName(facts.target);
        const QString description = QString::fromLatin1(facts.description);
        output().line(u"%1 (%2): %3"_s.arg(name, target, description));
        list.append(QJsonObject {
            {u"name"_s, name}, {u"target"_s, target}, {u"description"_s, description}});
    }
    output().object({{u"faults"_s, list}});
}

} // namespace twinbook::cli
