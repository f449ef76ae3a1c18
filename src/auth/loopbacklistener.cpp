// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/loopbacklistener.h"

#include "auth/proofkey.h"
#include "core/logging.h"

#include <QCoreApplication>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

LoopbackListener::LoopbackListener(LoopbackAddress address, const LoopbackLimits &limits)
    : m_address(std::move(address))
    , m_limits(limits)
{
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackListener::accept);
}

LoopbackListener::~LoopbackListener()
{
    m_server.disconnect(this);
    const QList<QTcpSocket *> sockets = m_server.findChildren<QTcpSocket *>();
    for (QTcpSocket *socket : sockets)
        socket->disconnect(this);
}

Result<> LoopbackListener::listen(Judge judge)
{
    m_judge = std::move(judge);
    // Spelled out: from the bare enumerator Qt may pick an overload that listens everywhere
    // (experience.md M3).
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), m_address.port)) {
        return Failure(
            Error {.kind = ErrorKind::Network,
                   .message = QCoreApplication::translate(
                       "auth",
                       "Twinbook cannot wait for your browser, because another program on this "
                       "computer is in the way. Close other sign-in windows and try again."),
                   .detail = u"port %1: %2"_s.arg(m_address.port).arg(m_server.errorString())});
    }
    m_port = m_server.serverPort();
    return {};
}

QUrl LoopbackListener::url() const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_address.host);
    url.setPort(m_port);
    url.setPath(m_address.path);
    return url;
}

QByteArray LoopbackListener::expectedHost() const
{
    return m_address.host.toLatin1() + ':' + QByteArray::number(m_port);
}

void LoopbackListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_arrivals.size() >= m_limits.connections)
            drop(m_arrivals.constFirst());
        m_arrivals.append(socket);
        m_received.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] { drop(socket); });
        // Counted from connecting, so that a request that trickles in ends as well.
        QTimer::singleShot(m_limits.requestTime, socket, [this, socket] {
            if (m_received.contains(socket))
                refuse(socket, "408 Request Timeout"_ba);
        });
    }
}

void LoopbackListener::read(QTcpSocket *socket)
{
    const auto received = m_received.find(socket);
    if (received == m_received.end()) {
        (void)socket->readAll(); // answered already
        return;
    }
    received->append(socket->read(m_limits.requestBytes + 4 - received->size() + 1));
    const auto request = readLoopbackRequest(*received, m_limits.requestBytes);
    if (request) {
        serve(socket, *request);
        return;
    }
    switch (request.error()) {
    case LoopbackRequestFault::Incomplete:
        return;
    case LoopbackRequestFault::TooLarge:
        refuse(socket, "431 Request Header Fields Too Large"_ba);
        return;
    case LoopbackRequestFault::Malformed:
        refuse(socket, "400 Bad Request"_ba);
        return;
    }
}

void LoopbackListener::serve(QTcpSocket *socket, const LoopbackRequest &request)
{
    // A page that reaches us under a name of its own choosing (DNS rebinding) is not our browser.
    if (request.host != expectedHost()) {
        refuse(socket, "421 Misdirected Request"_ba);
        return;
    }
    if (request.path != m_address.path.toLatin1()) {
        refuse(socket, "404 Not Found"_ba);
        return;
    }
    if (request.method != "GET") {
        refuse(socket, "405 Method Not Allowed"_ba);
        return;
    }
    if (!isListening()) {
        refuse(socket, "410 Gone"_ba);
        return;
    }
    const Judgement judgement = m_judge(request.query);
    if (judgement.verdict == Verdict::Ignore) {
        qCInfo(logAuth) << "a request to the sign-in listener was not an answer";
        send(socket,
             {"400 Bad Request"_ba, "text/html; charset=utf-8"_ba, resultPageHtml(judgement.page)});
        return;
    }
    m_taken = socket;
    m_received.remove(socket);
    m_arrivals.removeOne(socket);
    close();
}

void LoopbackListener::refuse(QTcpSocket *socket, const QByteArray &status)
{
    send(socket, {status, "text/plain; charset=utf-8"_ba, status + '\n'});
}

void LoopbackListener::send(QTcpSocket *socket, const Reply &reply)
{
    m_received.remove(socket);
    m_arrivals.removeOne(socket);
    socket->write("HTTP/1.1 "_ba + reply.status + "\r\nContent-Type: "_ba + reply.contentType
                  + "\r\nContent-Length: "_ba + QByteArray::number(reply.body.size())
                  + "\r\nConnection: close\r\nCache-Control: no-store\r\nAllow: GET\r\n"
                    "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
                    "Cross-Origin-Opener-Policy: same-origin\r\n"
                    "Cross-Origin-Resource-Policy: same-origin\r\nContent-Security-Policy: "_ba
                  + resultPagePolicy() + "\r\n\r\n"_ba + reply.body);
    socket->flush();
    socket->disconnectFromHost();
}

void LoopbackListener::drop(QTcpSocket *socket)
{
    m_received.remove(socket);
    m_arrivals.removeOne(socket);
    if (m_taken == socket)
        m_taken = nullptr;
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void LoopbackListener::answer(const ResultPage &page)
{
    if (QTcpSocket *browser = std::exchange(m_taken, nullptr))
        send(browser, {"200 OK"_ba, "text/html; charset=utf-8"_ba, resultPageHtml(page)});
}

void LoopbackListener::close()
{
    m_server.close();
    const QList<QTcpSocket *> others = m_arrivals;
    for (QTcpSocket *socket : others)
        drop(socket);
}

} // namespace twinbook
