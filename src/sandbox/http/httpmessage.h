// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <utility>

namespace twinbook::sandbox {

//! One query parameter, decoded.
using QueryItem = std::pair<QString, QString>;

//! A request as the services see it: everything decoded once, nothing of Qt HTTP Server left.
struct HttpRequest
{
    QByteArray method; //!< upper case, such as "GET"
    QString path; //!< decoded, without query
    QStringList segments; //!< of the path, each decoded on its own, empty ones left out
    QList<QueryItem> query; //!< in the order sent; "+" means a space, as in HTML forms
    QString rawQuery; //!< as sent
    QHash<QByteArray, QByteArray> headers; //!< names in lower case
    QByteArray body;

    [[nodiscard]] bool isRead() const { return method == "GET" || method == "HEAD"; }
    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        return headers.value(lowerCaseName);
    }
    //! The first value with that name.
    [[nodiscard]] std::optional<QString> queryValue(const QString &name) const;
    //! What follows "Bearer " in the Authorization header.
    [[nodiscard]] QString bearerToken() const;
};

struct HttpReply
{
    int status = 200;
    QByteArray body {};
    QByteArray contentType = "application/json; charset=utf-8";
    QList<std::pair<QByteArray, QByteArray>> headers {};

    [[nodiscard]] static HttpReply json(int status, const QJsonObject &object);
    [[nodiscard]] static HttpReply jsonList(int status, const QJsonArray &list);
    //! 204 and friends.
    [[nodiscard]] static HttpReply empty(int status);
};

//! What the services see of a request with that address and those headers. Of an address only path
//! and query count.
[[nodiscard]] HttpRequest requestOf(const QByteArray &method, const QUrl &url,
                                    const QList<std::pair<QByteArray, QByteArray>> &headers,
                                    const QByteArray &body);

//! Key-value pairs of a query or of a form body.
[[nodiscard]] QList<QueryItem> parseUrlEncoded(const QByteArray &encoded);

//! The object in a request body, or nothing if the body is not a JSON object. An empty body
//! counts as an empty object, as body parsers do.
[[nodiscard]] std::optional<QJsonObject> parseJsonBody(const QByteArray &body);

} // namespace twinbook::sandbox
