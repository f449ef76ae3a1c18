// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/connector.h"

#include "officernd/organization.h"

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
}

QString Connector::organizationIn(const QString &pasted) const
{
    return organizationSlug(pasted).value_or(QString());
}

void Connector::connectAccount(Side side, const AccountForm &form)
{
    if (m_backstage) {
        QMetaObject::invokeMethod(
            m_backstage,
            [backstage = m_backstage.data(), side, form] { backstage->connectAccount(side, form); },
            Qt::QueuedConnection);
    }
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
