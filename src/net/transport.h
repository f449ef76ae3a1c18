// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "net/httpheaders.h"
#include "net/httprequest.h"

#include <QUrl>

#include <memory>

namespace twinbook {

//! A request with everything in it, secrets included. Never logged.
struct WireRequest
{
    HttpMethod method = HttpMethod::Get;
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body;
    Repetition repetition = Repetition::Safe;
};

struct HttpResponse
{
    int status = 0; //!< 0 if no status line came
    HttpHeaders headers;
    QByteArray body;
};

//! Why there is no whole response.
enum class TransportFault : quint8 {
    None,
    NotSent, //!< the connection never stood, so the request cannot have had an effect
    TlsRefused, //!< the certificate is not trusted; nothing was sent either
    ConnectionLost, //!< the request may have arrived
    TimedOut, //!< the request may have arrived
    TooLarge,
    RedirectRefused, //!< the service pointed to another origin; nothing was sent there
};

struct TransportReply
{
    TransportFault fault = TransportFault::None;
    HttpResponse response;
    QString detail; //!< the library's words, for Details only
};

//! Ends with an error only when it was cancelled.
using TransportJob = TypedJob<TransportReply>;

//! The port to the network. One real implementation, NetworkTransport; the tests of the layers
//! above it may stand in another.
class Transport
{
public:
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport();

    //! A job that has not started. The transport must outlive it.
    [[nodiscard]] virtual std::unique_ptr<TransportJob> send(const WireRequest &request) = 0;
};

} // namespace twinbook
