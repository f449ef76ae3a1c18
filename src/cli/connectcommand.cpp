// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/connectcommand.h"

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
        HighLevelSettings settings;
        settings.hosts = context().hosts;
        settings.locationId = m_account.name;
        if (!m_account.url.isEmpty())
            settings.apiUrl = m_account.url;
        return m_workspace->connectHighLevel(settings, secret);
    }
    OfficeRnDSettings settings;
    settings.hosts = context().hosts;
    settings.organization = m_account.name;
    settings.clientId = m_account.clientId;
    if (!m_account.url.isEmpty()) {
        // A bare host is what people know; the path below it is the vendor's (officernd.md 0).
        settings.apiUrl = m_account.url;
        if (settings.apiUrl.path().isEmpty() || settings.apiUrl.path() == "/"_L1)
            settings.apiUrl.setPath(u"/api/v2"_s);
    }
    if (!m_account.identityUrl.isEmpty())
        settings.identityUrl = m_account.identityUrl;
    return m_workspace->connectOfficeRnD(settings, secret);
}

void ConnectCommand::connected(const ConnectionReport &report)
{
    output().line(tr("Signed in to \"%1\".").arg(report.accountName));
    output().line(tr("Can read %n people.", nullptr, report.peopleCount));
    switch (report.writing) {
    case ConnectionReport::Writing::Allowed:
        output().line(tr("Can change people."));
        break;
    case ConnectionReport::Writing::NotAllowed:
        output().line(tr("Cannot change people."));
        break;
    case ConnectionReport::Writing::Unknown:
        output().line(tr("Whether people can be changed shows with the first change."));
        break;
    }
    output().object({{u"service"_s, serviceKey(m_account.side)},
                     {u"account"_s, report.accountName},
                     {u"people"_s, report.peopleCount}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
