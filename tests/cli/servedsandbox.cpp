// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/servedsandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace twinbook::test {

ServedSandbox::ServedSandbox(const QStringList &options)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(TWINBOOKCTL),
                    QStringList {u"sandbox"_s, u"serve"_s, u"--json"_s} + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30'000))
            return;
    }
    m_announcement = QJsonDocument::fromJson(m_process.readLine()).object();
}

ServedSandbox::~ServedSandbox()
{
    m_process.terminate();
    m_process.waitForFinished();
}

QString ServedSandbox::told(const QString &name) const
{
    return m_announcement.value(name).toString();
}

QUrl ServedSandbox::officeRnD(const QString &path) const
{
    return QUrl(told(u"officernd"_s) + "/api/v2/organizations/"_L1 + told(u"organization"_s)
                + path);
}

QUrl ServedSandbox::highLevel(const QString &path) const
{
    return QUrl(told(u"highlevel"_s) + path);
}

QJsonObject ServedSandbox::send(const QByteArray &method, const QUrl &url, const QByteArray &token,
                                const QByteArray &body, const QByteArray &type)
{
    QNetworkRequest request(url);
    request.setRawHeader("Content-Type", type);
    request.setRawHeader("Version", "2021-07-28");
    if (const QString secret = told(u"controlSecret"_s); !secret.isEmpty())
        request.setRawHeader("X-Sandbox-Secret", secret.toLatin1());
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(30'000);
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QByteArray ServedSandbox::officeRnDToken()
{
    if (m_token.isEmpty()) {
        QUrlQuery form;
        form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
        form.addQueryItem(u"client_id"_s, told(u"clientId"_s));
        form.addQueryItem(u"client_secret"_s, told(u"clientSecret"_s));
        form.addQueryItem(u"scope"_s,
                          u"flex.community.members.read flex.community.members.create "
                          u"flex.community.members.update"_s);
        const QJsonObject reply
            = send("POST", QUrl(told(u"identity"_s) + "/oauth/token"_L1), {},
                   form.query(QUrl::FullyEncoded).toUtf8(), "application/x-www-form-urlencoded");
        m_token = reply.value("access_token"_L1).toString().toUtf8();
    }
    return m_token;
}

QList<QJsonObject> ServedSandbox::people(Side side)
{
    QList<QJsonObject> people;
    QString cursor;
    QJsonArray after;
    for (;;) {
        QJsonObject page;
        if (side == Side::Left) {
            const QString more
                = cursor.isEmpty() ? QString() : QString("&$cursorNext="_L1 + cursor);
            page = send("GET", officeRnD(u"/members?$limit=50"_s + more), officeRnDToken(), {});
            cursor = page.value("cursorNext"_L1).toString();
        } else {
            QJsonObject query {{u"locationId"_s, told(u"location"_s)}, {u"pageLimit"_s, 500}};
            if (!after.isEmpty())
                query.insert(u"searchAfter"_s, after);
            page = send("POST", highLevel(u"/contacts/search"_s), told(u"privateToken"_s).toUtf8(),
                        QJsonDocument(query).toJson());
        }
        const QJsonArray found
            = page.value(side == Side::Left ? "results"_L1 : "contacts"_L1).toArray();
        for (const QJsonValue &person : found)
            people.append(person.toObject());
        after = found.isEmpty() ? QJsonArray()
                                : found.last().toObject().value("searchAfter"_L1).toArray();
        if (found.isEmpty() || (side == Side::Left && cursor.isEmpty()))
            return people;
    }
}

QJsonObject ServedSandbox::contact(const QString &id)
{
    return send("GET", highLevel("/contacts/"_L1 + id), told(u"privateToken"_s).toUtf8(), {})
        .value("contact"_L1)
        .toObject();
}

QJsonObject ServedSandbox::steer(const QByteArray &method, const QString &path,
                                 const QJsonObject &body)
{
    return send(method, QUrl(told(u"control"_s) + path), {}, QJsonDocument(body).toJson());
}

bool ServedSandbox::write(Side side, const QString &id, const QJsonObject &fields)
{
    const QByteArray method = id.isEmpty() ? "POST" : "PUT";
    const QString path = id.isEmpty() ? QString() : QString(u'/' + id);
    if (side == Side::Left) {
        (void)send(method, officeRnD("/members"_L1 + path), officeRnDToken(),
                   QJsonDocument(fields).toJson());
    } else {
        QJsonObject body = fields;
        if (id.isEmpty())
            body.insert(u"locationId"_s, told(u"location"_s));
        (void)send(method, highLevel("/contacts/"_L1 + path.mid(1)),
                   told(u"privateToken"_s).toUtf8(), QJsonDocument(body).toJson());
    }
    return m_status >= 200 && m_status < 300;
}

} // namespace twinbook::test
