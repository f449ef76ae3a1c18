// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sandboxcommand.h"

using namespace Qt::StringLiterals;

namespace twinbook::cli {

SandboxCommand::SandboxCommand(Context context, const sandbox::SandboxOptions &options)
    : Command(std::move(context))
    , m_sandbox(options)
{ }

void SandboxCommand::run()
{
    if (const Result<> started = m_sandbox.start(); !started) {
        fail(started.error());
        return;
    }
    const sandbox::SandboxCredentials credentials = m_sandbox.credentials();
    Output(Output::Format::Json)
        .object({{u"officernd"_s, m_sandbox.officerndUrl().toString()},
                 {u"identity"_s, m_sandbox.identityUrl().toString()},
                 {u"highlevel"_s, m_sandbox.highlevelUrl().toString()},
                 {u"organization"_s, credentials.organization},
                 {u"clientId"_s, credentials.clientId},
                 {u"clientSecret"_s, credentials.clientSecret},
                 {u"location"_s, credentials.locationId},
                 {u"privateToken"_s, credentials.privateToken}});
    output().line(tr("Both services are being played on this computer. Stop with Ctrl+C."));
}

} // namespace twinbook::cli
