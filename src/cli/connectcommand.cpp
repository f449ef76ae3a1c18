// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/connectcommand.h"

#include "cli/connectioncheck.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

//! Longer than any credential of either service; a file piped in by mistake is not read to its end.
constexpr qint64 longestSecret = 8192;

QString secretFromStandardInput()
{
    QFile input;
    if (!input.open(stdin, QFile::ReadOnly))
        return {};
    return QString::fromUtf8(input.readLine(longestSecret)).trimmed();
}

} // namespace

ConnectCommand::ConnectCommand(Context context, Account account)
    : Command(std::move(context))
    , m_account(std::move(account))
{ }

ConnectCommand::~ConnectCommand() = default;

void ConnectCommand::run()
{
    const QString secret = secretFromStandardInput();
    if (secret.isEmpty()) {
        fail({.kind = ErrorKind::InvalidInput,
              .message = tr("No secret was given. Send it on standard input, for example from a "
                            "password program. "
                            "Nothing was changed."),
              .detail = {}});
        return;
    }
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    runJob(this, attempt(secret), [this](const Result<ConnectionReport> &report) {
        if (report)
            connected(*report);
        else
            fail(report.error());
    });
}

std::unique_ptr<ConnectionJob> ConnectCommand::attempt(const QString &secret)
{
    if (m_account.side == Side::Right) {
        HighLevelSettings settings = highLevelSettings(context().hosts, m_account.url);
        settings.locationId = m_account.name;
        return m_workspace->connectHighLevel(settings, secret);
    }
    OfficeRnDSettings settings
        = officeRnDSettings(context().hosts, m_account.url, m_account.identityUrl);
    settings.organization = m_account.name;
    settings.clientId = m_account.clientId;
    return m_workspace->connectOfficeRnD(settings, secret);
}

void ConnectCommand::connected(const ConnectionReport &report)
{
    tellConnection(m_account.side, report, output());
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
