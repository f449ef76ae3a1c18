// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"
#include "officernd/client.h"
#include "officernd/service.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <QtTest>

namespace twinbook::test {

//! One request as it arrived over HTTP.
struct Seen
{
    QString line; //!< "GET members?$limit=50", decoded
    QJsonObject body;
};

//! An organisation whose replies are written down beforehand, over real HTTP: for what the
//! sandbox does not play, and for replies that it would never give.
class ScriptedOrganization final
{
public:
    static constexpr auto prefix = "/api/v2/organizations/acme";

    struct Reply
    {
        QByteArray body;
        QByteArray status = "200 OK";
    };

    explicit ScriptedOrganization(const QList<Reply> &replies, const QuirkSet &quirks = {})
    {
        using namespace Qt::StringLiterals;
        m_identity.script({{ScriptedServer::reply("200 OK", R"({"access_token": "t0ken"})")}});
        QList<ScriptedServer::Answer> answers;
        for (const Reply &reply : replies)
            answers.append({ScriptedServer::reply(reply.status, reply.body)});
        m_api.script(answers);
        (void)outcome(m_secrets.write(officeRnDSecretKey(u"acme"_s), u"secret"_s));
        OfficeRnDSettings settings;
        settings.apiUrl = m_api.url(u"/api/v2"_s);
        settings.identityUrl = m_identity.url();
        settings.organization = u"acme"_s;
        settings.clientId = u"id"_s;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.quirks = quirks;
        RetryTable once;
        once.network.attempts = once.timeout.attempts = once.rateLimited.attempts
            = once.serverFault.attempts = 1;
        m_connection
            = OfficeRnDConnection::open(settings, m_secrets, m_clock, m_transport, once).value();
    }

    [[nodiscard]] OfficeRnDClient client() const { return OfficeRnDClient(m_connection); }
    [[nodiscard]] officernd::Account &account() const
    {
        return m_connection->account(Lane::Person);
    }

    [[nodiscard]] QList<Seen> seen() const
    {
        using namespace Qt::StringLiterals;
        QList<Seen> all;
        for (const QByteArray &request : m_api.requests()) {
            const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
            const QUrl url = QUrl::fromEncoded(words.value(1));
            QString line = QString::fromLatin1(words.value(0)) + u' '
                + url.path().remove(QLatin1StringView(prefix)).remove(0, 1);
            QStringList items;
            const auto pairs = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
            for (const auto &[name, value] : pairs)
                items.append(name + u'=' + value);
            if (!items.isEmpty())
                line += u'?' + items.join(u'&');
            const QByteArray body = request.mid(request.indexOf("\r\n\r\n") + 4);
            all.append({line, QJsonDocument::fromJson(body).object()});
        }
        return all;
    }

    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const Seen &request : seen())
            all.append(request.line);
        return all;
    }

private:
    ScriptedServer m_identity;
    ScriptedServer m_api;
    MemorySecretStore m_secrets;
    SystemClock m_clock;
    NetworkTransport m_transport;
    std::shared_ptr<OfficeRnDConnection> m_connection;
};

inline QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

//! "…0001", an id in the form of the service.
inline QString objectId(int number)
{
    return QStringLiteral("5f00000000000000%1").arg(number, 8, 16, QLatin1Char('0'));
}

//! Why a job failed, for messages of tests.
template<class T>
QByteArray whyNot(const Result<T> &result)
{
    return result ? QByteArray() : (result.error().message + u' ' + result.error().detail).toUtf8();
}

} // namespace twinbook::test
