// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/loopbackrequest.h"
#include "auth/resultpage.h"
#include "core/result.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <chrono>
#include <functional>

namespace twinbook {

//! Where the browser comes back to.
struct LoopbackAddress
{
    //! For services that compare redirects letter by letter with what was registered for the
    //! application. One for all: a person signs in to one service at a time.
    static constexpr quint16 registeredPort = 28417;
    //! As it stands in the address: "127.0.0.1", or "localhost" for a service that insists on a
    //! name. Bound is 127.0.0.1 either way.
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0; //!< 0 for any free one
    QString path = QStringLiteral("/signed-in");
};

struct LoopbackLimits
{
    qsizetype requestBytes = 16'384;
    std::chrono::milliseconds requestTime = std::chrono::seconds(5); //!< from connecting to its end
    int connections = 8; //!< beyond these the oldest gives way
};

//! Waits on this computer for the one request with which a browser brings back the answer of a
//! sign-in (RFC 8252 7.3). Reachable from 127.0.0.1 only. Serves GET on its own path with its own
//! Host and nothing else; takes one answer and is closed from then on.
class LoopbackListener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoopbackListener)

public:
    enum class Verdict : quint8 {
        Ignore, //!< not what is waited for: show the page and go on waiting
        Take, //!< this is it: close, and hold the browser until answer()
    };
    struct Judgement
    {
        Verdict verdict = Verdict::Ignore;
        ResultPage page {}; //!< shown if ignored
    };
    //! Looks at the query of a request that is otherwise in order.
    using Judge = std::function<Judgement(const QUrlQuery &)>;

    explicit LoopbackListener(LoopbackAddress address, const LoopbackLimits &limits = {});
    ~LoopbackListener() override;

    //! Begins to wait. Fails with ErrorKind::Network if the port is taken.
    [[nodiscard]] Result<> listen(Judge judge);
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    //! The complete address, once listening.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QHostAddress boundAddress() const { return m_server.serverAddress(); }
    [[nodiscard]] quint16 port() const { return m_port; }

    //! Shows this to the browser that brought the answer. Does nothing if it has gone.
    void answer(const ResultPage &page);
    //! Stops waiting and hangs up on everybody but the browser that brought the answer.
    void close();

private:
    struct Reply
    {
        QByteArray status;
        QByteArray contentType;
        QByteArray body;
    };

    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const LoopbackRequest &request);
    void refuse(QTcpSocket *socket, const QByteArray &status);
    void send(QTcpSocket *socket, const Reply &reply);
    void drop(QTcpSocket *socket);
    [[nodiscard]] QByteArray expectedHost() const;

    const LoopbackAddress m_address;
    const LoopbackLimits m_limits;
    Judge m_judge;
    QTcpServer m_server;
    quint16 m_port = 0;
    QHash<QTcpSocket *, QByteArray> m_received;
    QList<QTcpSocket *> m_arrivals; //!< oldest first
    QTcpSocket *m_taken = nullptr;
};

} // namespace twinbook
