// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationrequest.h"
#include "auth/proofkey.h"
#include "auth/resultpage.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

namespace {

AuthorizationQuestion question(quint16 portInState = 0)
{
    return {.service = u"Testservice"_s,
            .authorizeUrl = QUrl(u"https://sign.in/choose"_s),
            .clientId = u"app id+1"_s,
            .scopes = {u"a.read"_s, u"b/c.write"_s},
            .extras = {{u"version_id"_s, u"v&1"_s}},
            .redirectUri = QUrl(u"http://127.0.0.1:4711/signed-in"_s),
            .portInState = portInState};
}

QString item(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

//! The answer a service sends to this request.
QUrlQuery answerTo(const AuthorizationRequest &request, const QString &code)
{
    QUrlQuery answer;
    answer.addQueryItem(u"code"_s, QString::fromLatin1(QUrl::toPercentEncoding(code)));
    answer.addQueryItem(u"state"_s, item(request.url(), u"state"_s));
    return answer;
}

} // namespace

class TestSignInRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proofIsThatOfTheStandard()
    {
        // RFC 7636, appendix B
        QCOMPARE(proofChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_ba);
        QCOMPARE(randomUrlText(32).size(), 43);
        QVERIFY(randomUrlText(32) != randomUrlText(32));
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
    }

    void addressCarriesEverythingEncoded()
    {
        const AuthorizationRequest request(question());
        const QUrl url = request.url();
        QVERIFY(url.isValid());
        QCOMPARE(url.host(), u"sign.in"_s);
        QVERIFY(url.query(QUrl::FullyEncoded).contains(u"client_id=app%20id%2B1&"_s));
        QCOMPARE(item(url, u"client_id"_s), u"app id+1"_s);
        QCOMPARE(item(url, u"redirect_uri"_s), u"http://127.0.0.1:4711/signed-in"_s);
        QCOMPARE(item(url, u"scope"_s), u"a.read b/c.write"_s);
        QCOMPARE(item(url, u"version_id"_s), u"v&1"_s);
        QCOMPARE(item(url, u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(item(url, u"state"_s).size(), 43);
        QVERIFY(item(AuthorizationRequest(question()).url(), u"state"_s) != item(url, u"state"_s));
        const auto grant = request.read(answerTo(request, u"c"_s));
        QCOMPARE(QString::fromLatin1(proofChallenge(grant->verifier)),
                 item(url, u"code_challenge"_s));
    }

    void codesArriveAsTheyWere_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString &code : {u"plain"_s, u"4/0Ab+c=d"_s, u"a%2Fb"_s, u"~!*'()&x"_s})
            QTest::newRow(qPrintable(code)) << code;
    }

    void codesArriveAsTheyWere()
    {
        QFETCH(QString, code);
        const AuthorizationRequest request(question());
        QUrl redirect = QUrl(u"http://127.0.0.1:4711/signed-in"_s);
        redirect.setQuery(answerTo(request, code));
        const auto grant = request.read(QUrlQuery(redirect));
        QVERIFY(grant);
        QCOMPARE(grant->code, code);
        const auto pasted
            = request.readPasted(u"  "_s + redirect.toString(QUrl::FullyEncoded) + u"#top\n"_s);
        QVERIFY(pasted);
        QCOMPARE(pasted->code, code);
    }

    void organizationComesAlong()
    {
        const AuthorizationRequest request(question());
        QUrlQuery answer = answerTo(request, u"c"_s);
        answer.addQueryItem(u"org_slug"_s, u"bean-desk"_s);
        QCOMPARE(request.read(answer)->organization, u"bean-desk"_s);
    }

    void whatIsNotOursIsNoGrant_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("wrong state") << u"code=c&state=AAAA"_s;
        QTest::newRow("empty state") << u"code=c&state="_s;
        QTest::newRow("state twice") << u"code=c&state=STATE&state=STATE"_s;
        QTest::newRow("code twice") << u"code=c&code=d&state=STATE"_s;
        QTest::newRow("no code") << u"state=STATE"_s;
        QTest::newRow("code with blank") << u"code=a%20b&state=STATE"_s;
        QTest::newRow("code with line break") << u"code=a%0Db&state=STATE"_s;
        QTest::newRow("refusal without state") << u"error=access_denied"_s;
        QTest::newRow("refusal with wrong state") << u"error=access_denied&state=x"_s;
        QTest::newRow("too long") << u"state=STATE&code="_s + QString(5000, u'x');
    }

    void whatIsNotOursIsNoGrant()
    {
        QFETCH(QString, query);
        const AuthorizationRequest request(question());
        query.replace(u"STATE"_s, item(request.url(), u"state"_s));
        const auto grant = request.read(QUrlQuery(query));
        QVERIFY(!grant);
        QCOMPARE(grant.error().reason, RedirectFault::Reason::NotOurs);
        QVERIFY(!grant.error().error.message.isEmpty());
    }

    void codeWithoutMarkIsForPasting()
    {
        const AuthorizationRequest request(question());
        const auto grant = request.read(QUrlQuery(u"code=c"_s));
        QCOMPARE(grant.error().reason, RedirectFault::Reason::Unmarked);
        QCOMPARE(request.readPasted(u"https://a.b/signed-in?code=c"_s)->code, u"c"_s);
    }

    void refusalIsSaidInWords()
    {
        const AuthorizationRequest request(question());
        QUrlQuery answer(u"error=access_denied&error_description=token%3Dabc"_s);
        answer.addQueryItem(u"state"_s, item(request.url(), u"state"_s));
        const auto grant = request.read(answer);
        QCOMPARE(grant.error().reason, RedirectFault::Reason::Refused);
        QCOMPARE(grant.error().error.kind, ErrorKind::Forbidden);
        QVERIFY(grant.error().error.message.contains(u"Testservice"_s));
        QVERIFY(!grant.error().error.detail.contains(u"abc"_s));
    }

    void pastedTextIsJudged()
    {
        const AuthorizationRequest request(question());
        QCOMPARE(request.readPasted(u" 4/0Ab+c=d\n"_s)->code, u"4/0Ab+c=d"_s);
        QVERIFY(!request.readPasted({}));
        QVERIFY(!request.readPasted(u"two words"_s));
        QVERIFY(!request.readPasted(u"https://a.b/page"_s));
        QVERIFY(!request.readPasted(u"https://a.b/page?code=c&state=wrong"_s));
        QCOMPARE(request.readPasted(u"https://a.b/?error=access_denied"_s).error().kind,
                 ErrorKind::Forbidden);
    }

    void portTravelsInTheState()
    {
        const AuthorizationRequest request(question(40123));
        const QString state = item(request.url(), u"state"_s);
        QCOMPARE(state.size(), 49);
        QVERIFY(state.endsWith(u".40123"_s));
        QVERIFY(request.read(answerTo(request, u"c"_s)));
        QUrlQuery other(u"code=c&state="_s + state.left(44) + u"40124"_s);
        QVERIFY(!request.read(other));
    }

    void resultPageShowsHostileTextAsText()
    {
        const QByteArray html
            = resultPageHtml({ResultPage::Outcome::Bad, u"<img src=x onerror=alert(1)>"_s,
                              u"\"'</p><script>alert(1)</script>"_s});
        QVERIFY(!html.contains("<img"));
        QVERIFY(!html.contains("<script"));
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(resultPagePolicy().startsWith("default-src 'none'; style-src 'sha256-"));
        const qsizetype start = html.indexOf("<style>") + 7;
        const QByteArray style = html.mid(start, html.indexOf("</style>") - start);
        QVERIFY(resultPagePolicy().contains(
            QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64()));
    }

    void hostedPageMayRunOnlyItself()
    {
        QFile file(QStringLiteral(TWINBOOK_REDIRECT_PAGE));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray html = file.readAll();
        for (const QByteArray &tag : {"style"_ba, "script"_ba}) {
            const QByteArray opening = "<"_ba + tag + ">"_ba;
            const QByteArray closing = "</"_ba + tag + ">"_ba;
            QCOMPARE(html.count(opening), 1);
            const qsizetype start = html.indexOf(opening) + opening.size();
            const QByteArray content = html.mid(start, html.indexOf(closing) - start);
            const QByteArray policy = tag + "-src 'sha256-"_ba
                + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toBase64() + "'"_ba;
            QVERIFY2(html.contains(policy), policy.constData());
        }
        QVERIFY(!html.contains("https://"));
        QVERIFY(!html.contains("innerHTML"));
    }
};

QTEST_GUILESS_MAIN(TestSignInRequest)
#include "tst_signin_request.moc"
