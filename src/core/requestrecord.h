// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lane.h"

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
    quint64 number = 0; //!< of the request, the same for all its attempts; from 1 at each start
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

    friend bool operator==(const RequestRecord &, const RequestRecord &) = default;
};

//! One line of JSON with a line break.
[[nodiscard]] QByteArray toJsonLine(const RequestRecord &record);
//! What toJsonLine() wrote. Nothing if the line is damaged or holds a text of a shape that no
//! record of ours has, so that whatever got into a file otherwise is never shown or passed on.
[[nodiscard]] std::optional<RequestRecord> requestRecordFrom(const QByteArray &line);

//! RFC 4180, with the names of the columns first.
[[nodiscard]] QByteArray csvHeading();
[[nodiscard]] QByteArray toCsvLine(const RequestRecord &record);

} // namespace twinbook
