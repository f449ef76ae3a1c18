// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httprequest.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Percent-encodes all but the unreserved characters, so "+" in an e-mail address arrives as "+"
//! and not as a blank. `$`, `[` and `]` stay readable in names such as "createdAt[$gte]".
QByteArray encodedPairs(const QueryItems &items)
{
    QByteArray encoded;
    for (const auto &[name, value] : items) {
        if (!encoded.isEmpty())
            encoded.append('&');
        encoded.append(QUrl::toPercentEncoding(name, "$[]"_ba));
        encoded.append('=');
        encoded.append(QUrl::toPercentEncoding(value));
    }
    return encoded;
}

bool isSafePath(const QStringList &path)
{
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QString &segment = path.at(i);
        const bool last = i + 1 == path.size();
        if (segment == "."_L1 || segment == ".."_L1 || (segment.isEmpty() && !last))
            return false;
    }
    return true;
}

} // namespace

QByteArray methodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET"_ba;
    case HttpMethod::Post:
        return "POST"_ba;
    case HttpMethod::Put:
        return "PUT"_ba;
    case HttpMethod::Delete:
        return "DELETE"_ba;
    }
    Q_UNREACHABLE();
}

HttpRequest getRequest(const QStringList &path, const QueryItems &query)
{
    HttpRequest request;
    request.path = path;
    request.query = query;
    return request;
}

HttpRequest jsonRequest(HttpMethod method, const QStringList &path, const QJsonObject &body)
{
    HttpRequest request;
    request.method = method;
    request.path = path;
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.contentType = "application/json"_ba;
    return request;
}

HttpRequest formRequest(const QStringList &path, const QueryItems &form)
{
    HttpRequest request;
    request.method = HttpMethod::Post;
    request.path = path;
    request.body = encodedPairs(form);
    request.contentType = "application/x-www-form-urlencoded"_ba;
    request.lane = Lane::Person;
    return request;
}

Result<QUrl> requestUrl(const QUrl &baseUrl, const HttpRequest &request)
{
    if (!isSafePath(request.path)) {
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "net", "An identifier has an unexpected form, so nothing was sent."),
            .detail = u"refused path of "_s + QString::fromLatin1(methodName(request.method))});
    }
    QByteArray path = baseUrl.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    for (const QString &segment : request.path)
        path.append('/').append(QUrl::toPercentEncoding(segment));

    QUrl url = baseUrl;
    url.setPath(QString::fromLatin1(path), QUrl::StrictMode);
    if (!request.query.isEmpty())
        url.setQuery(QString::fromLatin1(encodedPairs(request.query)), QUrl::TolerantMode);
    return url;
}

QString requestLabel(const HttpRequest &request)
{
    return QString::fromLatin1(methodName(request.method)) + u' ' + request.path.join(u'/');
}

} // namespace twinbook
