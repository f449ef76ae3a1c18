// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/eventpost.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr int postTimeout = 5000;

bool isOnThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

} // namespace

EventPost::EventPost(FaultPlan &faults, QObject *parent)
    : QObject(parent)
    , m_faults(faults)
{
    // A redirect would lead elsewhere.
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setTransferTimeout(postTimeout);
}

EventPost::~EventPost() = default;

void EventPost::send(const PostedEvent &event)
{
    if (!isOnThisComputer(event.url))
        return;
    const auto fault = m_faults.takeForEvent(event.side, event.type);
    const auto kind = fault ? std::optional(fault->kind) : std::nullopt;
    if (kind == Fault::Kind::EventLost)
        return;
    if (kind == Fault::Kind::EventLate) {
        m_late.append(event);
        return;
    }
    if (kind == Fault::Kind::EventEarly && onEarly)
        onEarly(event.side, fault->lasting);
    m_waiting.append(event);
    if (kind == Fault::Kind::EventTwice)
        m_waiting.append(event);
    m_waiting.append(m_late);
    m_late.clear();
    postNext();
}

void EventPost::postNext()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    const PostedEvent event = m_waiting.takeFirst();
    QNetworkRequest request(event.url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    for (const auto &[name, value] : event.headers)
        request.setRawHeader(name, value);
    QNetworkReply *reply = m_network.post(request, event.body);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_busy = false;
        postNext();
    });
}

} // namespace twinbook::sandbox
