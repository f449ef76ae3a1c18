// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rawclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

namespace twinbook::sandbox {

namespace {

//! The head, once it is there; where the body begins, or -1.
qsizetype parseHead(const QByteArray &bytes, RawReply &reply)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    reply.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.insert(line.first(colon).trimmed().toLower(),
                             line.sliced(colon + 1).trimmed());
    }
    return end + 4;
}

} // namespace

QJsonObject RawReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

RawReply rawExchange(const QUrl &url, const QByteArray &method, const QByteArray &token,
                     const QByteArray &body, const QByteArray &type, int timeout, int linger)
{
    RawReply reply;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(url.port()));
    reply.connected = QTest::qWaitFor(
        [&] {
            return socket.state() == QAbstractSocket::ConnectedState
                || socket.state() == QAbstractSocket::UnconnectedState;
        },
        timeout);
    reply.connected = reply.connected && socket.state() == QAbstractSocket::ConnectedState;
    if (!reply.connected)
        return reply;
    QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    if (url.hasQuery())
        path += '?' + url.query(QUrl::FullyEncoded).toUtf8();
    socket.write(method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                 + token + "\r\nVersion: 2021-07-28\r\nContent-Type: " + type
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray bytes;
    qsizetype bodyStart = -1;
    QDeadlineTimer patience(timeout);
    while (!patience.hasExpired()) {
        const bool arrived = QTest::qWaitFor(
            [&] {
                return socket.bytesAvailable() > 0
                    || socket.state() == QAbstractSocket::UnconnectedState;
            },
            static_cast<int>(std::max<qint64>(1, patience.remainingTime())));
        if (!arrived)
            break;
        const QByteArray piece = socket.readAll();
        if (!piece.isEmpty()) {
            ++reply.pieces;
            bytes += piece;
            patience.setRemainingTime(timeout);
        }
        if (bodyStart < 0)
            bodyStart = parseHead(bytes, reply);
        reply.closed = socket.state() == QAbstractSocket::UnconnectedState;
        if (reply.closed)
            break;
        const qint64 announced = reply.headers.value("content-length").toLongLong();
        if (bodyStart >= 0 && bytes.size() - bodyStart >= announced)
            patience.setRemainingTime(std::min<qint64>(linger, patience.remainingTime()));
    }
    if (bodyStart >= 0)
        reply.body = bytes.sliced(bodyStart);
    return reply;
}

} // namespace twinbook::sandbox
