// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/http/loopbackserver.h"

#include <QCoreApplication>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

//! Far above any real person, far below what could hurt this process.
constexpr qsizetype largestBody = 1024 * 1024;

HttpRequest understood(const QHttpServerRequest &request)
{
    const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return requestOf(methods.valueToKey(static_cast<int>(request.method())), request.url(),
                     request.headers(), request.body());
}

enum class Connection : quint8 { Kept, Closed };

//! For replies that Qt's server would send too properly.
QByteArray headOf(const HttpReply &reply, Connection connection)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\n";
    if (!reply.contentType.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (connection == Connection::Closed)
        head += "Connection: close\r\n";
    return head + "\r\n";
}

} // namespace

LoopbackServer::LoopbackServer(Handler handler, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler))
{ }

LoopbackServer::~LoopbackServer() = default;

Result<> LoopbackServer::start(quint16 port)
{
    m_port = listen(QHostAddress(QHostAddress::LocalHost), port);
    if (m_port != 0)
        return {};
    return Failure(Error {
        .kind = ErrorKind::Network,
        .message = QCoreApplication::translate(
            "Sandbox",
            "Practice mode could not start on this computer, because another program uses the "
            "connection it needs. Close that program and try again."),
        .detail = u"listen on 127.0.0.1:%1 failed"_s.arg(port),
    });
}

bool LoopbackServer::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    if (request.body().size() > largestBody) {
        auto responder = makeResponder(request, socket);
        send(responder,
             HttpReply::json(
                 413, {{u"statusCode"_s, 413}, {u"message"_s, u"request entity too large"_s}}));
        return true;
    }
    const Answer answer = m_handler(understood(request));
    switch (answer.delivery) {
    case Delivery::Whole: {
        auto responder = makeResponder(request, socket);
        HttpReply reply = answer.reply;
        if (request.method() == QHttpServerRequest::Method::Head)
            reply.body.clear(); // a client does not read one
        send(responder, reply);
        break;
    }
    case Delivery::Never:
        break;
    case Delivery::Reset:
        socket->abort();
        break;
    case Delivery::HalfThenCut: {
        const QByteArray head = headOf(answer.reply, Connection::Kept);
        socket->write(head + answer.reply.body.first(answer.reply.body.size() / 2));
        socket->disconnectFromHost();
        break;
    }
    case Delivery::WholeThenCut:
        socket->write(headOf(answer.reply, Connection::Kept) + answer.reply.body);
        socket->disconnectFromHost();
        break;
    case Delivery::Trickle:
        trickle(socket, answer.reply, answer.lasting);
        break;
    case Delivery::PortClosed:
        closePortFor(answer.lasting);
        break;
    }
    return true;
}

void LoopbackServer::missingHandler(const QHttpServerRequest &request, QTcpSocket *socket)
{
    auto responder = makeResponder(request, socket);
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

void LoopbackServer::send(QHttpServerResponder &responder, const HttpReply &reply)
{
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply.status));
    if (!reply.contentType.isEmpty())
        responder.writeHeader("Content-Type", reply.contentType);
    for (const auto &[name, value] : reply.headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Length", QByteArray::number(reply.body.size()));
    responder.writeBody(reply.body);
}

void LoopbackServer::trickle(QTcpSocket *socket, const HttpReply &reply,
                             std::chrono::milliseconds lasting)
{
    constexpr int pieces = 20;
    socket->write(headOf(reply, Connection::Closed));
    auto *timer = new QTimer(socket);
    const qsizetype step = std::max<qsizetype>(1, (reply.body.size() + pieces - 1) / pieces);
    connect(timer, &QTimer::timeout, socket, [socket, timer, step, rest = reply.body]() mutable {
        socket->write(rest.first(std::min(step, rest.size())));
        rest.remove(0, step);
        if (!rest.isEmpty())
            return;
        timer->stop();
        socket->disconnectFromHost();
    });
    timer->start(lasting / pieces);
}

void LoopbackServer::closePortFor(std::chrono::milliseconds time)
{
    const auto listening = servers();
    for (QTcpServer *server : listening) {
        server->close();
        const auto sockets = server->findChildren<QTcpSocket *>();
        for (QTcpSocket *connected : sockets)
            connected->abort();
        QTimer::singleShot(time, server, [server, port = m_port] {
            (void)server->listen(QHostAddress(QHostAddress::LocalHost), port);
        });
    }
}

} // namespace twinbook::sandbox
