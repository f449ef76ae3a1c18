// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/connector.h"

#include "officernd/organization.h"
#include "workspace/redirectpage.h"

namespace twinbook {

Connector::Connector(QObject *parent)
    : AccountConnector(parent)
{ }

void Connector::setBackstage(Backstage *backstage, const PerSide<QString> &connected)
{
    m_backstage = backstage;
    m_connected = connected;
    connect(backstage, &Backstage::tested, this,
            [this](Side side, const ConnectionOutcome &outcome) {
                if (outcome.verdict == ConnectionOutcome::Verdict::Connected)
                    m_connected[side] = outcome.accountName;
                Q_EMIT tested(side, outcome);
            });
    connect(backstage, &Backstage::signInMoved, this, &Connector::signInMoved);
    connect(backstage, &Backstage::pasteRefused, this, &Connector::pasteRefused);
}

QString Connector::organizationIn(const QString &pasted) const
{
    return organizationSlug(pasted).value_or(QString());
}

template<class... Arguments>
void Connector::ask(void (Backstage::*function)(Arguments...),
                    const std::decay_t<Arguments> &...arguments) const
{
    if (!m_backstage)
        return;
    Backstage *backstage = m_backstage;
    QMetaObject::invokeMethod(
        backstage, [=] { (backstage->*function)(arguments...); }, Qt::QueuedConnection);
}

void Connector::connectAccount(Side side, const AccountForm &form)
{
    ask(&Backstage::connectAccount, side, form);
}

void Connector::signIn(Side side, const SignInForm &form)
{
    ask(&Backstage::signIn, side, form);
}

void Connector::takePasted(Side side, const QString &pasted)
{
    ask(&Backstage::takePasted, side, pasted);
}

void Connector::chooseAccount(Side side, const QString &id)
{
    ask(&Backstage::chooseAccount, side, id);
}

void Connector::cancelSignIn(Side side)
{
    ask(&Backstage::cancelSignIn, side);
}

QString Connector::saveRedirectPage(const QString &file)
{
    const Result<> saved = twinbook::saveRedirectPage(file);
    return saved ? QString() : saved.error().message;
}

AccountDraft Connector::draft(Side side) const
{
    return m_drafts[side];
}

void Connector::setDrafts(const PerSide<AccountDraft> &drafts)
{
    m_drafts = drafts;
}

void Connector::keepDraft(Side side, const AccountDraft &draft)
{
    if (m_drafts[side] == draft)
        return;
    m_drafts[side] = draft;
    ask(&Backstage::keepDraft, side, draft);
}

QString Connector::connectedAccount(Side side) const
{
    return m_connected[side];
}

void Connector::finishSetup()
{
    if (m_backstage)
        QMetaObject::invokeMethod(m_backstage, &Backstage::makeEngine, Qt::QueuedConnection);
}

void Connector::startPractice()
{
    Q_EMIT practiceRequested();
}

} // namespace twinbook
