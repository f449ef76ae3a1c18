// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QUrl>

namespace twinbook::sandbox {

//! What came over the wire, with nothing made good on the way.
struct RawReply
{
    bool connected = false;
    bool closed = false; //!< by the other end
    int status = 0; //!< 0 if no status line came
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body; //!< as far as it came, still compressed
    int pieces = 0; //!< how often something arrived

    [[nodiscard]] bool isWhole() const
    {
        return body.size() == headers.value("content-length").toLongLong();
    }
    [[nodiscard]] QJsonObject json() const;
};

//! One request over a connection of its own. Ends when the other end closes, when the body is as
//! long as announced and `linger` has passed, or after `timeout`; both in milliseconds.
[[nodiscard]] RawReply rawExchange(const QUrl &url, const QByteArray &method,
                                   const QByteArray &token, const QByteArray &body = {},
                                   const QByteArray &type = "application/json", int timeout = 400,
                                   int linger = 0);

} // namespace twinbook::sandbox
