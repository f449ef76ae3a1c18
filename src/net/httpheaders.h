// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>

namespace twinbook {

using HttpHeader = std::pair<QByteArray, QByteArray>;

//! Headers in the order they came. Names compare without case, because HTTP/2 lower-cases them
//! (highlevel.md 3).
class HttpHeaders
{
public:
    HttpHeaders() = default;
    explicit HttpHeaders(QList<HttpHeader> headers)
        : m_headers(std::move(headers))
    { }

    //! The first value of that name, trimmed, or an empty array.
    [[nodiscard]] QByteArray value(const QByteArray &name) const;
    //! value() as a whole number that is not negative, if it is one.
    [[nodiscard]] std::optional<qint64> number(const QByteArray &name) const;
    //! `Retry-After`, given in seconds or as a date, counted from `now`.
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const QDateTime &now) const;

private:
    QList<HttpHeader> m_headers;
};

} // namespace twinbook
