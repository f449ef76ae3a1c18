// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"
#include "net/ratelimiter.h"
#include "net/transport.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <optional>

namespace twinbook {

//! One attempt of one request, in words that may be kept and shown: no secret and nothing about a
//! person. Ids stay, so that one record can be followed.
struct RequestRecord
{
    QDateTime sentAt; //!< UTC
    quint64 number = 0; //!< of the request, the same for all its attempts
    int attempt = 1;
    QString service; //!< the name people know, or the host
    Lane lane = Lane::Background;
    QString method;
    QString path; //!< loggablePath()
    int status = 0; //!< 0 if none came
    QString error; //!< errorKindName(); empty for a success
    QString trace; //!< the service's own number for this exchange, for its support
    std::chrono::milliseconds duration {};
    qint64 bytesSent = 0; //!< of the body
    qint64 bytesReceived = 0; //!< of the body
    std::optional<int> burstLeft {}; //!< after this reply, as far as the service tells
    std::optional<int> dayLeft {};
};

//! "contacts/Ab3..?email=(hidden)&$limit=50". Kept are the words of an address, ids, the names of
//! parameters and small numbers; whatever has another shape is hidden, whoever put it there.
[[nodiscard]] QString loggablePath(const HttpRequest &request);

//! `traceId` of the body or, if there is none, of the usual headers. Hostile text: anything but a
//! short identifier is dropped.
[[nodiscard]] QString traceOf(const QJsonObject &body, const HttpHeaders &headers);

//! One line of JSON with a line break.
[[nodiscard]] QByteArray toJsonLine(const RequestRecord &record);
//! RFC 4180, with the names of the columns first.
[[nodiscard]] QByteArray csvHeading();
[[nodiscard]] QByteArray toCsvLine(const RequestRecord &record);

} // namespace twinbook
