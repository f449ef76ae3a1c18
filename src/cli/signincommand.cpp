// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signincommand.h"

#include "cli/connectioncheck.h"
#include "workspace/redirectpage.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

SignInCommand::SignInCommand(Context context, Order order)
    : Command(std::move(context))
    , m_order(std::move(order))
{
    connect(&m_input, &StandardInput::line, this, &SignInCommand::takeLine);
    connect(&m_input, &StandardInput::ended, this, &SignInCommand::noMoreInput);
}

SignInCommand::~SignInCommand()
{
    // Before the workspace it is made of.
    delete m_signIn;
}

void SignInCommand::say(const QString &text) const
{
    Output::aside(text);
}

void SignInCommand::run()
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(context().dataDirectory, context().hosts, m_secrets, clock());
    if (!workspace) {
        fail(workspace.error());
        return;
    }
    m_workspace = *std::move(workspace);
    say(tr("Client secret of your %1 application (empty for the one that was kept):")
            .arg(serviceName(m_order.side)));
    m_input.start();
}

Result<std::unique_ptr<SignInConnecting>> SignInCommand::attempt()
{
    if (m_order.side == Side::Right)
        return m_workspace->signInToHighLevel(highLevelSettings(context().hosts, m_order.url),
                                              m_order.app);
    return m_workspace->signInToOfficeRnD(
        officeRnDSettings(context().hosts, m_order.url, m_order.identityUrl), m_order.app);
}

void SignInCommand::begin()
{
    m_stage = Stage::Browser;
    auto signIn = attempt();
    if (!signIn) {
        fail(signIn.error());
        return;
    }
    connect(signIn->get(), &SignInConnecting::waiting, this, &SignInCommand::tellAddress);
    connect(signIn->get(), &SignInConnecting::finishing, this,
            [this] { m_stage = Stage::Finishing; });
    connect(signIn->get(), &SignInConnecting::offered, this, &SignInCommand::ask);
    m_signIn = runJob(this, *std::move(signIn), [this](const Result<ConnectionReport> &report) {
        if (!report) {
            fail(report.error());
            return;
        }
        tellConnection(m_order.side, *report, output());
        Q_EMIT finished(ExitCode::InAgreement);
    });
}

void SignInCommand::takeLine(const QString &text)
{
    switch (m_stage) {
    case Stage::Secret:
        m_order.app.clientSecret = text;
        begin();
        break;
    case Stage::Browser:
        if (!text.isEmpty() && m_signIn) {
            if (const Result<> taken = m_signIn->takePasted(text); !taken)
                say(taken.error().message);
        }
        break;
    case Stage::Finishing:
        m_early.append(text);
        break;
    case Stage::Choice:
        takeChoice(text);
        break;
    case Stage::Trial:
        break;
    }
}

void SignInCommand::noMoreInput()
{
    m_inputEnded = true;
    if (m_stage == Stage::Secret)
        begin();
    else if (m_stage == Stage::Choice)
        takeChoice({});
}

void SignInCommand::tellAddress(const QUrl &address) const
{
    say(tr("Open this address in a browser on this computer and sign in to %1:")
            .arg(serviceName(m_order.side)));
    say(address.toString(QUrl::FullyEncoded));
    say(tr("If the browser shows a code or cannot show its last page, paste the code or that "
           "page's address here."));
}

void SignInCommand::ask(const SignInOffer &offer)
{
    m_stage = Stage::Choice;
    m_offered = offer.accounts;
    if (!offer.missing.isEmpty())
        say(tr("Not allowed in the browser: %1.").arg(offer.missing.join(u", "_s)));
    if (!m_order.account.isEmpty()) {
        choose(m_order.account);
        return;
    }
    say(m_offered.size() == 1 ? tr("Is this the right account?")
                              : tr("Which is the right account?"));
    for (qsizetype i = 0; i < m_offered.size(); ++i) {
        const AccountChoice &choice = m_offered.at(i);
        QStringList parts {choice.name, choice.place, choice.id};
        parts.removeAll(QString());
        say(u"%1. %2"_s.arg(i + 1).arg(parts.join(u", "_s)));
    }
    say(tr("Type its number, or nothing to stop."));
    const QStringList early = std::exchange(m_early, {});
    for (const QString &line : early)
        takeLine(line);
    if (m_inputEnded && m_stage == Stage::Choice)
        takeChoice({});
}

void SignInCommand::takeChoice(const QString &text)
{
    const int number = text.toInt();
    if (number >= 1 && number <= m_offered.size()) {
        choose(m_offered.at(number - 1).id);
        return;
    }
    if (!text.isEmpty()) {
        say(tr("Type a number from 1 to %1, or nothing to stop.").arg(m_offered.size()));
        return;
    }
    m_stage = Stage::Trial;
    m_signIn->cancel();
}

void SignInCommand::choose(const QString &account)
{
    m_stage = Stage::Trial;
    if (const Result<> chosen = m_signIn->choose(account); !chosen)
        fail(chosen.error());
}

void SignInCommand::interrupt()
{
    if (m_signIn)
        m_signIn->cancel();
    else
        Command::interrupt();
}

RedirectPageCommand::RedirectPageCommand(Context context, QString file)
    : Command(std::move(context))
    , m_file(std::move(file))
{ }

void RedirectPageCommand::run()
{
    if (const Result<> saved = saveRedirectPage(m_file); !saved) {
        fail(saved.error());
        return;
    }
    output().line(tr("The page was written to \"%1\". Publish it under https, register its address "
                     "with your application as redirect address, and connect with "
                     "--redirect-page ADDRESS.")
                      .arg(m_file));
    output().object({{u"file"_s, m_file}});
    Q_EMIT finished(ExitCode::InAgreement);
}

} // namespace twinbook::cli
