// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/http/loopbackserver.h"

#include <QJsonObject>
#include <QUrl>

namespace twinbook::sandbox {

//! Somebody's webhook endpoint: keeps what is posted to it.
class EventCatcher
{
public:
    EventCatcher();

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const QList<HttpRequest> &events() const { return m_events; }
    //! The bodies, parsed.
    [[nodiscard]] QList<QJsonObject> told() const;
    //! Until there are that many; false after five seconds.
    [[nodiscard]] bool wait(qsizetype count) const;

private:
    QList<HttpRequest> m_events;
    LoopbackServer m_server;
};

} // namespace twinbook::sandbox
