// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"
#include "movableclock.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Consent, codes and tokens (highlevel.md 1.2 to 1.5).
class TestSandboxHlSignIn final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        SandboxOptions options;
        options.clock = &m_clock;
        m_play = std::make_unique<HighLevelPlay>(options);
    }

    void asksForConsent()
    {
        const Response page = openPage({{u"state"_s, u"a\"><b>&"_s}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY(page.body.contains("contacts.write"));
        QVERIFY(page.body.contains("a&quot;&gt;&lt;b&gt;&amp;"));
        QVERIFY(!page.body.contains("a\"><b>"));
        QCOMPARE(openPage({{u"client_id"_s, u"x"_s}}).status, 400);
        QCOMPARE(openPage({{u"response_type"_s, u"token"_s}}).status, 400);
        QCOMPARE(openPage({{u"redirect_uri"_s, u"https://elsewhere.example/"_s}}).status, 400);
        QCOMPARE(openPage({{u"scope"_s, u" "_s}}).status, 400);
        const Response no = decide(u"nobody"_s);
        QCOMPARE(no.status, 200);
        QVERIFY(!no.headers.contains("location"));
    }

    void exchangesACodeOnce()
    {
        const QUrl back(QString::fromLatin1(
            decide(u"Location"_s, {{u"state"_s, u"x y+z"_s}}).headers.value("location")));
        QVERIFY(back.toString().startsWith(u"http://127.0.0.1:9/back?"_s));
        const QUrlQuery query(back);
        QCOMPARE(query.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"x y+z"_s);
        const QString code = query.queryItemValue(u"code"_s);
        // The code is looked at before the keys.
        const Response unknown
            = token({{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, u"x"_s}});
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.json.value(u"error_description"_s).toString(),
                 u"Authorization code not found"_s);
        const Fields exchange {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code}};
        Fields stranger = exchange;
        stranger.append({u"client_secret"_s, u"wrong"_s});
        QCOMPARE(token(stranger).status, 401);
        const Response made = token(exchange);
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json.value(u"token_type"_s).toString(), u"Bearer"_s);
        QCOMPARE(made.json.value(u"expires_in"_s).toInt(), 86399);
        QCOMPARE(made.json.value(u"userType"_s).toString(), u"Location"_s);
        QCOMPARE(made.json.value(u"locationId"_s).toString(), m_play->locationId());
        QCOMPARE(made.json.value(u"scope"_s).toString(), u"contacts.write users.readonly"_s);
        QCOMPARE(made.json.value(u"access_token"_s).toString().split(u'.').size(), 3);
        QCOMPARE(token(exchange).status, 401);
    }

    void honoursScopesAndTime()
    {
        const QString access = signIn(u"Location"_s).value(u"access_token"_s).toString();
        QCOMPARE(as(access, "GET", u"/users/?locationId="_s + m_play->locationId()).status, 200);
        const Response beyond = as(access, "GET", u"/contacts/x"_s);
        QCOMPARE(beyond.status, 401);
        QCOMPARE(beyond.message(), u"The token is not authorized for this scope."_s);
        m_clock.advance(std::chrono::seconds(86399));
        const Response late = as(access, "GET", u"/users/?locationId="_s + m_play->locationId());
        QCOMPARE(late.status, 401);
        QCOMPARE(late.message(), u"Invalid token: access token is invalid"_s);
    }

    void rotatesRefreshTokensWithGrace()
    {
        const QJsonObject first = signIn(u"Location"_s);
        const Response second = refresh(first.value(u"refresh_token"_s).toString());
        QCOMPARE(second.status, 200);
        QVERIFY(second.json.value(u"refresh_token"_s) != first.value(u"refresh_token"_s));
        m_clock.advance(std::chrono::seconds(29));
        const Response again = refresh(first.value(u"refresh_token"_s).toString());
        for (const QString &member : {u"access_token"_s, u"refresh_token"_s})
            QCOMPARE(again.json.value(member), second.json.value(member));
        m_clock.advance(std::chrono::seconds(1));
        const Response late = refresh(first.value(u"refresh_token"_s).toString());
        QCOMPARE(late.status, 400);
        QCOMPARE(late.json.value(u"error"_s).toString(), u"invalid_grant"_s);
        QCOMPARE(refresh(second.json.value(u"refresh_token"_s).toString()).status, 200);
        QCOMPARE(token({{u"grant_type"_s, u"client_credentials"_s}}).status, 400);
    }

    void speaksVersion3()
    {
        const QString code
            = QUrlQuery(QUrl(QString::fromLatin1(decide(u"Location"_s).headers.value("location"))))
                  .queryItemValue(u"code"_s);
        const SandboxCredentials keys = m_play->sandbox().credentials();
        const QByteArray body
            = QJsonDocument(QJsonObject {{u"clientId"_s, keys.appClientId},
                                         {u"clientSecret"_s, keys.appClientSecret},
                                         {u"grantType"_s, u"authorization_code"_s},
                                         {u"code"_s, code}})
                  .toJson();
        const Response made = m_play->client().send(
            "POST", m_play->url(u"/oauth/token"_s),
            {{"Content-Type", "application/json"}, {"Version", "v3"}}, body);
        QCOMPARE(made.status, 200);
        QVERIFY(made.json.contains(u"accessToken"_s) && made.json.contains(u"refreshToken"_s));
        QVERIFY(!made.json.contains(u"access_token"_s));
    }

    void exchangesTheAgencysToken()
    {
        const QJsonObject agency = signIn(u"Company"_s);
        QVERIFY(!agency.contains(u"locationId"_s));
        QCOMPARE(agency.value(u"userType"_s).toString(), u"Company"_s);
        const QString access = agency.value(u"access_token"_s).toString();
        const QString company = agency.value(u"companyId"_s).toString();
        // Right kind first, then the scope.
        QVERIFY(as(access, "GET", u"/users/?locationId="_s + m_play->locationId())
                    .message()
                    .startsWith(u"This authClass type"_s));
        QCOMPARE(as(access, "GET", u"/companies/"_s + company).status, 200);
        const QString app = m_play->sandbox().credentials().appClientId.section(u'-', 0, 0);
        const Response installed = as(
            access, "GET", u"/oauth/installedLocations?companyId=%1&appId=%2"_s.arg(company, app));
        QCOMPARE(installed.json.value(u"count"_s).toInt(), 1);
        const QByteArray form
            = u"companyId=%1&locationId=%2"_s.arg(company, m_play->locationId()).toUtf8();
        const Response made = as(access, "POST", u"/oauth/locationToken"_s, form, "2021-07-28");
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json.value(u"userType"_s).toString(), u"Location"_s);
        QVERIFY(made.json.contains(u"refresh_token"_s));
        QCOMPARE(as(made.json.value(u"access_token"_s).toString(), "GET",
                    u"/users/?locationId="_s + m_play->locationId())
                     .status,
                 200);
        QCOMPARE(as(access, "POST", u"/oauth/location-token"_s, form).status, 404);
        QCOMPARE(as(access, "POST", u"/oauth/location-token"_s, form, "v3").status, 200);
        const Response users = as(access, "POST", u"/users/search/filter-by-email"_s,
                                  QJsonDocument(QJsonObject {{u"companyId"_s, company},
                                                             {u"emails"_s, u"robin@x.example"_s}})
                                      .toJson());
        QCOMPARE(users.json.value(u"count"_s).toInt(), 0);
    }

private:
    using Fields = QList<QPair<QString, QString>>;

    [[nodiscard]] static QByteArray encoded(const Fields &fields)
    {
        QByteArray text;
        for (const auto &[name, value] : fields)
            text += (text.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
                + QUrl::toPercentEncoding(value);
        return text;
    }
    //! The usual question with some values replaced.
    [[nodiscard]] QByteArray question(const Fields &changes, const QString &scope) const
    {
        Fields fields = changes;
        const auto fill = [&fields](const QString &name, const QString &value) {
            for (const auto &field : qAsConst(fields)) {
                if (field.first == name)
                    return;
            }
            fields.append({name, value});
        };
        fill(u"response_type"_s, u"code"_s);
        fill(u"client_id"_s, m_play->sandbox().credentials().appClientId);
        fill(u"redirect_uri"_s, u"http://127.0.0.1:9/back"_s);
        fill(u"scope"_s, scope);
        return encoded(fields);
    }
    [[nodiscard]] Response openPage(const Fields &changes = {})
    {
        return m_play->client().send("GET",
                                     m_play->url(u"/v2/oauth/chooselocation?"_s
                                                 + QString::fromLatin1(question(changes, m_scope))),
                                     {});
    }
    [[nodiscard]] Response decide(const QString &role, const Fields &changes = {})
    {
        Fields fields = changes;
        fields.append({u"install_as"_s, role});
        return m_play->client().send("POST", m_play->url(u"/v2/oauth/chooselocation"_s),
                                     {{"Content-Type", "application/x-www-form-urlencoded"}},
                                     question(fields, m_scope));
    }
    [[nodiscard]] Response token(const Fields &given)
    {
        const SandboxCredentials keys = m_play->sandbox().credentials();
        const Fields fields = Fields {{u"client_id"_s, keys.appClientId},
                                      {u"client_secret"_s, keys.appClientSecret}}
            + given; // what is given later counts
        return m_play->client().send("POST", m_play->url(u"/oauth/token"_s),
                                     {{"Content-Type", "application/x-www-form-urlencoded"}},
                                     encoded(fields));
    }
    [[nodiscard]] QJsonObject signIn(const QString &role)
    {
        m_scope = role == "Company"_L1
            ? u"oauth.write oauth.readonly companies.readonly users.readonly"_s
            : u"contacts.write users.readonly"_s;
        const QUrl back(QString::fromLatin1(decide(role).headers.value("location")));
        return token({{u"grant_type"_s, u"authorization_code"_s},
                      {u"code"_s, QUrlQuery(back).queryItemValue(u"code"_s)}})
            .json;
    }
    [[nodiscard]] Response refresh(const QString &refreshToken)
    {
        return token({{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, refreshToken}});
    }
    [[nodiscard]] Response as(const QString &accessToken, const QByteArray &method,
                              const QString &path, const QByteArray &body = {},
                              const QByteArray &version = "2021-07-28")
    {
        const QByteArray type = body.startsWith('{') ? QByteArray("application/json")
                                                     : "application/x-www-form-urlencoded";
        return m_play->client().send(method, m_play->url(path),
                                     {{"Authorization", "Bearer " + accessToken.toLatin1()},
                                      {"Version", version},
                                      {"Content-Type", type}},
                                     body);
    }

    MovableClock m_clock;
    std::unique_ptr<HighLevelPlay> m_play;
    QString m_scope = u"contacts.write users.readonly"_s;
};

QTEST_GUILESS_MAIN(TestSandboxHlSignIn)
#include "tst_sandbox_hlsignin.moc"
