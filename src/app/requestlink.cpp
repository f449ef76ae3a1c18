// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/requestlink.h"

namespace twinbook {

RequestLink::RequestLink(QObject *parent)
    : TestRequestSender(parent)
{ }

void RequestLink::setBackstage(Backstage *backstage)
{
    m_backstage = backstage;
    m_names = {};
    m_ids = {};
    connect(backstage, &Backstage::testAnswered, this, &RequestLink::answered);
    connect(backstage, &Backstage::testFailed, this, &RequestLink::failed);
}

QString RequestLink::accountName(Side side) const
{
    return m_names[side];
}

QString RequestLink::accountId(Side side) const
{
    return m_ids[side];
}

void RequestLink::send(const TestRequest &request)
{
    if (!m_backstage) {
        Q_EMIT failed({.kind = ErrorKind::Cancelled, .message = {}, .detail = {}});
        return;
    }
    QMetaObject::invokeMethod(
        m_backstage,
        [backstage = m_backstage.data(), request] { backstage->sendTestRequest(request); },
        Qt::QueuedConnection);
}

} // namespace twinbook
