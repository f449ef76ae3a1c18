// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHostAddress>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace twinbook::test {

//! A loopback server that answers with given bytes, whole or broken, and keeps what it was sent.
//! Written on the socket, because a real HTTP server would refuse to misbehave.
class ScriptedServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptedServer)

public:
    struct Answer
    {
        QByteArray bytes;
        enum class Then { KeepOpen, Close } then = Then::Close;
    };

    ScriptedServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
        m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    }

    [[nodiscard]] QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }

    //! Answers in this order; the last one is repeated.
    void script(const QList<Answer> &answers) { m_answers = answers; }
    [[nodiscard]] const QList<QByteArray> &requests() const { return m_requests; }

    static QByteArray reply(const QByteArray &status, const QByteArray &body,
                            const QByteArray &headers = "Content-Type: application/json\r\n")
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: "
            + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            auto *received = new QByteArray;
            connect(socket, &QObject::destroyed, this, [received] { delete received; });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this,
                    [this, socket, received] { read(socket, *received); });
        }
    }

    void read(QTcpSocket *socket, QByteArray &received)
    {
        received.append(socket->readAll());
        const qsizetype end = received.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const qsizetype lengthAt = received.toLower().indexOf("content-length:");
        qsizetype length = 0;
        if (lengthAt >= 0 && lengthAt < end)
            length = received.mid(lengthAt + 15, received.indexOf('\r', lengthAt) - lengthAt - 15)
                         .trimmed()
                         .toLongLong();
        if (received.size() < end + 4 + length)
            return;
        m_requests.append(received);
        received.clear();
        const qsizetype index = std::min(m_requests.size(), m_answers.size()) - 1;
        const Answer answer = m_answers.at(index);
        socket->write(answer.bytes);
        if (answer.then == Answer::Then::Close)
            socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QList<Answer> m_answers;
    QList<QByteArray> m_requests;
};

} // namespace twinbook::test
