// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/networktransport.h"

#include <QIODevice>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! A body that can be read once. Qt silently sends a request again, a creation too, when the
//! connection closes before the first byte of an answer; it gives that up, and reports the loss,
//! if the body cannot be rewound.
class OneWayBody final : public QIODevice
{
public:
    explicit OneWayBody(QByteArray body)
        : m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_body.size(); }
    bool seek(qint64) override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.size() - m_position; }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_body.size() - m_position);
        if (count <= 0)
            return atEnd() ? -1 : 0;
        std::copy_n(m_body.constData() + m_position, count, target);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const QByteArray m_body;
    qint64 m_position = 0;
};

TransportFault faultOf(QNetworkReply::NetworkError error)
{
    if (error == QNetworkReply::NoError)
        return TransportFault::None;
    if (error == QNetworkReply::SslHandshakeFailedError)
        return TransportFault::TlsRefused;
    if (error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
        || error == QNetworkReply::ProxyConnectionRefusedError
        || error == QNetworkReply::ProxyNotFoundError
        || error == QNetworkReply::ProxyAuthenticationRequiredError)
        return TransportFault::NotSent;
    if (error == QNetworkReply::InsecureRedirectError
        || error == QNetworkReply::TooManyRedirectsError)
        return TransportFault::RedirectRefused;
    if (error == QNetworkReply::TimeoutError || error == QNetworkReply::OperationCanceledError
        || error == QNetworkReply::ProxyTimeoutError)
        return TransportFault::TimedOut;
    // Whatever is not named above may have reached the service.
    return TransportFault::ConnectionLost;
}

QNetworkRequest networkRequest(const WireRequest &request, const TransportLimits &limits)
{
    QNetworkRequest wire(request.url);
    for (const auto &[name, value] : request.headers)
        wire.setRawHeader(name, value);
    wire.setTransferTimeout(static_cast<int>(limits.silence.count()));
    wire.setMaximumRedirectsAllowed(5);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::SameOriginRedirectPolicy);
    // One protocol everywhere: what happens to a body when a connection is lost was measured for
    // this one only.
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return wire;
}

class NetworkExchange final : public TransportJob
{
public:
    NetworkExchange(QNetworkAccessManager &network, WireRequest request, TransportLimits limits)
        : m_network(network)
        , m_request(std::move(request))
        , m_limits(limits)
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, [this] { stop(TransportFault::TimedOut); });
    }
    ~NetworkExchange() override
    {
        if (m_reply) {
            m_reply->disconnect(this);
            m_reply->abort();
            m_reply->deleteLater();
        }
    }

protected:
    void run() override
    {
        m_reply = start();
        connect(m_reply, &QNetworkReply::readyRead, this, &NetworkExchange::take);
        connect(m_reply, &QNetworkReply::finished, this, &NetworkExchange::complete);
        m_deadline.start(m_limits.total);
    }

    void abort() override
    {
        m_cancelled = true;
        if (m_reply)
            m_reply->abort();
        else
            complete();
    }

private:
    QNetworkReply *start()
    {
        QNetworkRequest wire = networkRequest(m_request, m_limits);
        const QByteArray verb = methodName(m_request.method);
        if (m_request.body.isEmpty())
            return m_network.sendCustomRequest(wire, verb, QByteArray());
        if (m_request.repetition == Repetition::Safe)
            return m_network.sendCustomRequest(wire, verb, m_request.body);
        m_body = std::make_unique<OneWayBody>(m_request.body);
        wire.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        wire.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        return m_network.sendCustomRequest(wire, verb, m_body.get());
    }

    void take()
    {
        m_received.append(m_reply->readAll());
        if (m_received.size() > m_limits.replyBytes)
            stop(TransportFault::TooLarge);
    }

    void stop(TransportFault fault)
    {
        if (m_stopped != TransportFault::None)
            return;
        m_stopped = fault;
        m_reply->abort();
    }

    void complete()
    {
        m_deadline.stop();
        if (m_cancelled) {
            finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
            return;
        }
        TransportReply reply;
        reply.response.status
            = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        reply.response.headers = HttpHeaders(m_reply->rawHeaderPairs());
        reply.fault = m_stopped != TransportFault::None ? m_stopped : fault();
        if (reply.fault == TransportFault::None) {
            m_received.append(m_reply->readAll());
            reply.response.body = m_received;
        } else {
            // The text Qt has for a body that cannot be rewound says nothing.
            reply.detail = m_reply->error() == QNetworkReply::ContentReSendError
                ? u"the connection closed before an answer"_s
                : m_reply->errorString();
        }
        finish(std::move(reply));
    }

    //! Qt reports every status from 400 on as an error; those are whole replies all the same.
    [[nodiscard]] TransportFault fault() const
    {
        const QNetworkReply::NetworkError error = m_reply->error();
        const bool aboutContent = error >= QNetworkReply::ContentAccessDenied
            && error <= QNetworkReply::UnknownContentError
            && error != QNetworkReply::ContentReSendError;
        const bool aboutService = error >= QNetworkReply::InternalServerError
            && error <= QNetworkReply::UnknownServerError;
        const bool badRequest = error == QNetworkReply::ProtocolInvalidOperationError
            && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400;
        return aboutContent || aboutService || badRequest ? TransportFault::None : faultOf(error);
    }

    QNetworkAccessManager &m_network;
    const WireRequest m_request;
    const TransportLimits m_limits;
    std::unique_ptr<OneWayBody> m_body;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_received;
    QTimer m_deadline;
    TransportFault m_stopped = TransportFault::None;
    bool m_cancelled = false;
};

} // namespace

NetworkTransport::NetworkTransport(TransportLimits limits)
    : m_limits(limits)
{
    m_network.setAutoDeleteReplies(false);
    m_network.setStrictTransportSecurityEnabled(true);
}

NetworkTransport::~NetworkTransport() = default;

std::unique_ptr<TransportJob> NetworkTransport::send(const WireRequest &request)
{
    return std::make_unique<NetworkExchange>(m_network, request, m_limits);
}

} // namespace twinbook
