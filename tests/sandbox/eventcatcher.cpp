// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventcatcher.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

EventCatcher::EventCatcher()
    : m_server([this](const HttpRequest &request) {
        m_events.append(request);
        return Answer {.reply = HttpReply::json(200, {})};
    })
{
    const auto started = m_server.start(0);
    Q_ASSERT(started);
}

QUrl EventCatcher::url() const
{
    return QUrl(u"http://127.0.0.1:%1/events"_s.arg(m_server.port()));
}

QList<QJsonObject> EventCatcher::told() const
{
    QList<QJsonObject> bodies;
    for (const HttpRequest &event : m_events)
        bodies.append(QJsonDocument::fromJson(event.body).object());
    return bodies;
}

bool EventCatcher::wait(qsizetype count) const
{
    return QTest::qWaitFor([&] { return m_events.size() >= count; }, 5000);
}

} // namespace twinbook::sandbox
