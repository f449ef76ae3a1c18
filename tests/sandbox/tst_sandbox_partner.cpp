// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "movableclock.h"
#include "rawclient.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The authorization code of OfficeRnD's partner apps (officernd.md 1.3).
class TestSandboxPartner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        SandboxOptions options;
        options.clock = &m_clock;
        m_sandbox = std::make_unique<Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_client = std::make_unique<HttpClient>(*m_sandbox);
    }
    void cleanup()
    {
        m_client.reset();
        m_sandbox.reset();
    }

    void givesACodeForATokenForARefresh()
    {
        const QUrlQuery back = authorized({});
        QCOMPARE(back.queryItemValue(u"org_slug"_s), m_sandbox->credentials().organization);
        QCOMPARE(back.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"a b&c"_s);
        const QString code = back.queryItemValue(u"code"_s);
        const Response first = exchange(code);
        QCOMPARE(first.status, 200);
        const QString refresh = first.json.value(u"refresh_token"_s).toString();
        QVERIFY(!refresh.isEmpty());
        QCOMPARE(members(first), 200);

        m_clock.advance(std::chrono::hours(2));
        QCOMPARE(members(first), 401);
        const Response second = renew(refresh);
        QCOMPARE(second.status, 200);
        QCOMPARE(members(second), 200);
        QVERIFY(second.json.value(u"refresh_token"_s).toString() != refresh);
        QCOMPARE(renew(refresh).json.value(u"error"_s).toString(), u"invalid_grant"_s);
        QCOMPARE(renew(second.json.value(u"refresh_token"_s).toString()).status, 200);
    }

    void takesACodeOnceAndSoon()
    {
        const QString code = authorized({}).queryItemValue(u"code"_s);
        QCOMPARE(exchange(code).status, 200);
        QCOMPARE(exchange(code).status, 400);
        const QString late = authorized({}).queryItemValue(u"code"_s);
        m_clock.advance(std::chrono::minutes(11));
        QCOMPARE(exchange(late).json.value(u"error"_s).toString(), u"invalid_grant"_s);
    }

    void takesACodeOnlyForItsAddress()
    {
        const QString code = authorized({}).queryItemValue(u"code"_s);
        QCOMPARE(exchange(code, u"http://127.0.0.1:9/other"_s).status, 400);
    }

    void sendsNobodyAnywhereElse()
    {
        QCOMPARE(authorize({{u"client_id"_s, u"stranger"_s}}).status, 400);
        QCOMPARE(authorize({{u"redirect_uri"_s, u"https://evil.example/"_s}}).status, 400);
        QCOMPARE(authorized({{u"response_type"_s, u"token"_s}}).queryItemValue(u"error"_s),
                 u"unsupported_response_type"_s);
        QCOMPARE(authorized({{u"scope"_s, u"flex.everything"_s}}).queryItemValue(u"error"_s),
                 u"invalid_scope"_s);
    }

    void knowsTheOlderScopes()
    {
        const QString code
            = authorized({{u"scope"_s, u"officernd.api.read"_s}}).queryItemValue(u"code"_s);
        const Response token = exchange(code);
        QCOMPARE(members(token), 200);
        m_client->setToken(token.json.value(u"access_token"_s).toString());
        QCOMPARE(m_client->officernd("POST", u"/members"_s, {}).status, 401);
    }

    void losesEverythingWhenRevoked()
    {
        const Response token = exchange(authorized({}).queryItemValue(u"code"_s));
        m_sandbox->revokeToken(Side::Left);
        QCOMPARE(members(token), 401);
        QCOMPARE(renew(token.json.value(u"refresh_token"_s).toString()).status, 400);
    }

private:
    [[nodiscard]] QString redirect() const { return u"http://127.0.0.1:9/connect"_s; }
    //! What a browser gets that opens the page.
    [[nodiscard]] RawReply authorize(const QMap<QString, QString> &changes)
    {
        QMap<QString, QString> parameters {{u"response_type"_s, u"code"_s},
                                           {u"client_id"_s, m_sandbox->credentials().clientId},
                                           {u"redirect_uri"_s, redirect()},
                                           {u"scope"_s, u"flex.community.members.read"_s},
                                           {u"state"_s, u"a b&c"_s}};
        parameters.insert(changes);
        QUrlQuery query;
        for (auto item = parameters.cbegin(); item != parameters.cend(); ++item)
            query.addQueryItem(item.key(),
                               QString::fromLatin1(QUrl::toPercentEncoding(item.value())));
        QUrl url = m_sandbox->identityUrl();
        url.setPath(u"/oauth/authorize"_s);
        url.setQuery(query);
        return rawExchange(url, "GET", {});
    }
    //! The parameters of the redirect.
    [[nodiscard]] QUrlQuery authorized(const QMap<QString, QString> &changes)
    {
        const RawReply reply = authorize(changes);
        const QUrl location(QString::fromLatin1(reply.headers.value("location")));
        return reply.status == 302 ? QUrlQuery(location) : QUrlQuery();
    }
    [[nodiscard]] Response sendForm(const QList<std::pair<QString, QString>> &items)
    {
        const SandboxCredentials secrets = m_sandbox->credentials();
        QByteArray form = "client_id=" + secrets.clientId.toUtf8()
            + "&client_secret=" + secrets.clientSecret.toUtf8();
        for (const auto &[name, value] : items)
            form += '&' + name.toUtf8() + '=' + QUrl::toPercentEncoding(value);
        QUrl url = m_sandbox->identityUrl();
        url.setPath(u"/oauth/token"_s);
        return m_client->send("POST", url, {{"Content-Type", "application/x-www-form-urlencoded"}},
                              form);
    }
    [[nodiscard]] Response exchange(const QString &code, const QString &address = {})
    {
        return sendForm({{u"grant_type"_s, u"authorization_code"_s},
                         {u"code"_s, code},
                         {u"redirect_uri"_s, address.isEmpty() ? redirect() : address}});
    }
    [[nodiscard]] Response renew(const QString &token)
    {
        return sendForm({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, token}});
    }
    [[nodiscard]] int members(const Response &token)
    {
        m_client->setToken(token.json.value(u"access_token"_s).toString());
        return m_client->officernd("GET", u"/members"_s).status;
    }

    MovableClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(TestSandboxPartner)
#include "tst_sandbox_partner.moc"
