// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/http/httpmessage.h"

#include <QJsonDocument>

namespace twinbook::sandbox {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

} // namespace

std::optional<QString> HttpRequest::queryValue(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QString HttpRequest::bearerToken() const
{
    const QByteArray value = header("authorization");
    if (value.size() < 7 || value.first(7).toLower() != "bearer ")
        return {};
    return QString::fromUtf8(value.sliced(7).trimmed());
}

HttpReply HttpReply::json(int status, const QJsonObject &object)
{
    HttpReply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply HttpReply::jsonList(int status, const QJsonArray &list)
{
    HttpReply reply;
    reply.status = status;
    reply.body = QJsonDocument(list).toJson(QJsonDocument::Compact);
    return reply;
}

HttpReply HttpReply::empty(int status)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType.clear();
    return reply;
}

HttpRequest requestOf(const QByteArray &method, const QUrl &url,
                      const QList<std::pair<QByteArray, QByteArray>> &headers,
                      const QByteArray &body)
{
    HttpRequest request;
    request.method = method.toUpper();
    request.path = url.path(QUrl::FullyDecoded);
    const QByteArray encodedPath = url.path(QUrl::FullyEncoded).toUtf8();
    for (const QByteArray &segment : encodedPath.split('/')) {
        if (!segment.isEmpty())
            request.segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(segment)));
    }
    request.rawQuery = url.query(QUrl::FullyEncoded);
    request.query = parseUrlEncoded(request.rawQuery.toUtf8());
    for (const auto &[name, value] : headers)
        request.headers.insert(name.toLower(), value);
    request.body = body;
    return request;
}

QList<QueryItem> parseUrlEncoded(const QByteArray &encoded)
{
    QList<QueryItem> items;
    for (const QByteArray &part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const QByteArray name = equals < 0 ? part : part.first(equals);
        const QByteArray value = equals < 0 ? QByteArray() : part.sliced(equals + 1);
        items.append({decoded(name), decoded(value)});
    }
    return items;
}

std::optional<QJsonObject> parseJsonBody(const QByteArray &body)
{
    if (body.trimmed().isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

} // namespace twinbook::sandbox
