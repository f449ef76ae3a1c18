// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sandbox/http/httpmessage.h"

#include <QAbstractHttpServer>

#include <chrono>
#include <functional>

namespace twinbook::sandbox {

//! How a reply travels.
enum class Delivery : quint8 {
    Whole,
    Never, //!< the connection stays open and silent
    Reset, //!< the connection is cut before the first byte
    HalfThenCut, //!< the connection is cut in the middle of the body
    WholeThenCut, //!< as if the connection stayed, but it is cut
    Trickle, //!< the body comes in pieces over Answer::lasting
    PortClosed, //!< cut as all others, and nobody listens for Answer::lasting
};

struct Answer
{
    HttpReply reply {};
    Delivery delivery = Delivery::Whole;
    std::chrono::milliseconds lasting {0};
};

//! An HTTP server on 127.0.0.1 and nowhere else, with one handler for everything. It stands on
//! QAbstractHttpServer rather than QHttpServer because only there the socket is at hand, which
//! cutting a connection on purpose needs.
class LoopbackServer final : public QAbstractHttpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoopbackServer)

public:
    using Handler = std::function<Answer(const HttpRequest &)>;

    explicit LoopbackServer(Handler handler, QObject *parent = nullptr);
    ~LoopbackServer() override;

    //! Port 0 takes a free one. Fails if the port is taken.
    [[nodiscard]] Result<> start(quint16 port);
    //! 0 before start().
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    static void send(QHttpServerResponder &responder, const HttpReply &reply);
    static void trickle(QTcpSocket *socket, const HttpReply &reply,
                        std::chrono::milliseconds lasting);
    void closePortFor(std::chrono::milliseconds time);

    Handler m_handler;
    quint16 m_port = 0;
};

} // namespace twinbook::sandbox
