// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "net/scriptedserver.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace twinbook::test {

inline QJsonObject json(const QByteArray &text)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("test JSON: %s in %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

//! A request as it arrived.
struct SeenRequest
{
    QByteArray method;
    QByteArray target; //!< path and query, encoded
    QByteArray version; //!< all `Version` headers, joined with ","
    QByteArray contentType;
    QByteArray body;
};

//! The client against a server that answers what it is told to, over real HTTP.
class ScriptedAccount final
{
public:
    explicit ScriptedAccount(highlevel::ApiVersion version = highlevel::ApiVersion::Dated,
                             const QuirkSet &quirks = {})
    {
        HighLevelSettings settings;
        settings.apiUrl = server.url();
        settings.locationId = QStringLiteral("ve9EPM428h8vShlRW1KT");
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.version = version;
        settings.quirks = quirks;
        (void)outcome(
            secrets.write(highLevelSecretKey(settings.locationId), QStringLiteral("pit-scripted")));
        answer("{}");
        RetryTable once;
        once.network.attempts = once.timeout.attempts = once.serverFault.attempts = 1;
        service
            = std::move(createHighLevelService(settings, secrets, clock, transport, once).value());
    }

    [[nodiscard]] HighLevelClient &client() { return service->client(); }
    [[nodiscard]] PeopleService &people() { return *service; }

    void answer(const QByteArray &body, const QByteArray &status = "200 OK")
    {
        server.script({{ScriptedServer::reply(status, body)}});
    }

    [[nodiscard]] qsizetype requestCount() const { return server.requests().size(); }

    [[nodiscard]] SeenRequest lastRequest() const
    {
        SeenRequest seen;
        if (server.requests().isEmpty())
            return seen;
        const QByteArray whole = server.requests().constLast();
        const qsizetype end = whole.indexOf("\r\n\r\n");
        seen.body = whole.mid(end + 4);
        const QList<QByteArray> lines = whole.left(end).split('\n');
        const QList<QByteArray> start = lines.constFirst().split(' ');
        seen.method = start.value(0);
        seen.target = start.value(1);
        QList<QByteArray> versions;
        for (const QByteArray &line : lines) {
            const QByteArray name = line.left(line.indexOf(':')).toLower();
            const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
            if (name == "version")
                versions.append(value);
            if (name == "content-type")
                seen.contentType = value;
        }
        seen.version = versions.join(',');
        return seen;
    }

    ScriptedServer server;

private:
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    std::unique_ptr<HighLevelService> service;
};

//! Empty for a sentence that people can read, else what is wrong with it.
inline QString sentenceProblem(const Error &error)
{
    static const QRegularExpression technical(QStringLiteral(
        "(?<!to )\\b([45]\\d\\d|token|API|JSON|null|HTTP|endpoint|contactId|member)\\b"));
    if (error.message.isEmpty() || !error.message.endsWith(u'.'))
        return QStringLiteral("no sentence: ") + error.message;
    if (error.message.contains(technical))
        return QStringLiteral("technical words: ") + error.message;
    return {};
}

template<class T>
QString whatWentWrong(const Result<T> &result)
{
    return result ? QString()
                  : errorKindName(result.error().kind) + u": " + result.error().message + u" "
            + result.error().detail;
}

} // namespace twinbook::test
