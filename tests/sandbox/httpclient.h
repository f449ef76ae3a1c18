// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/sandbox.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace twinbook::sandbox {

//! A reply that has arrived.
struct Response
{
    int status = 0; //!< 0 if no reply came
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    QJsonObject json;
    QHash<QByteArray, QByteArray> headers; //!< names in lower case

    [[nodiscard]] QString message() const
    {
        return json.value(QStringLiteral("message")).toString();
    }
    //! The messages of a validation error.
    [[nodiscard]] QStringList messages() const
    {
        return json.value(QStringLiteral("message")).toVariant().toStringList();
    }
};

//! A foreign client: plain requests over real HTTP, with nothing of the product in between.
class HttpClient
{
public:
    explicit HttpClient(Sandbox &sandbox)
        : m_sandbox(sandbox)
    { }

    [[nodiscard]] Response send(const QByteArray &method, const QUrl &url,
                                const QList<QPair<QByteArray, QByteArray>> &headers,
                                const QByteArray &body = {}, int timeout = 5000);

    //! OAuth form; asks for all scopes the tests use unless told otherwise.
    [[nodiscard]] Response requestToken(const QString &scope);
    //! Asks for a token and keeps it for officernd().
    void signIn();
    void setToken(const QString &token) { m_token = token; }
    [[nodiscard]] const QString &token() const { return m_token; }

    //! `path` below the organisation, with query: "/members?$limit=50".
    [[nodiscard]] Response officernd(const QByteArray &method, const QString &path,
                                     const QJsonObject &body = {});
    //! `path` below the host, with query.
    [[nodiscard]] Response highlevel(const QByteArray &method, const QString &path,
                                     const QJsonObject &body = {},
                                     const QByteArray &version = "2021-07-28");
    //! POST /contacts/search with the location filled in.
    [[nodiscard]] Response search(QJsonObject body);

private:
    Sandbox &m_sandbox;
    QNetworkAccessManager m_network;
    QString m_token;
};

} // namespace twinbook::sandbox
