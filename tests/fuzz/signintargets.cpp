// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "promises.h"

#include "auth/authorizationrequest.h"
#include "auth/loopbackrequest.h"
#include "auth/memorysecretstore.h"
#include "auth/tokenpair.h"
#include "net/tokensource.h"
#include "play.h"
#include "stage.h"

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

constexpr qsizetype longestRequest = 16'384;

void expectSoundPair(const TokenPair &pair)
{
    expect(isBearerToken(pair.access), "a token can be sent");
    expect(pair.expiresAt.isValid(), "a token expires");
}

void readTokenReply(QByteArrayView text)
{
    static const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    const auto pair
        = tokenPairOfReply(objectOf(text), {.now = now, .asked = {u"contacts.write"_s}});
    if (!pair)
        return;
    expectSoundPair(*pair);
    expect(pair->expiresAt > now, "a new token is good for a while");
}

void readKeptPair(SecretStore &secrets, QByteArrayView text)
{
    const QString key = u"kept"_s;
    (void)ended(*secrets.write(key, QString::fromUtf8(text)));
    const auto job = readTokenPair(secrets, key);
    const auto &pair = ended(*job);
    if (!pair)
        expectSentence(pair.error());
    else if (*pair)
        expectSoundPair(**pair);
}

QByteArray keptPair()
{
    MemorySecretStore secrets;
    TokenPair pair;
    pair.access = "eyJhbGciOiJI.eyJ.c2ln";
    pair.refresh = "r-1";
    pair.expiresAt = QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC);
    pair.scopes = {u"contacts.write"_s, u"users.readonly"_s};
    pair.accountId = u"ve9EPM428h8vShlRW1KT"_s;
    pair.approvedAccounts = {pair.accountId};
    (void)ended(*writeTokenPair(secrets, u"kept"_s, pair));
    const auto job = secrets.read(u"kept"_s);
    return ended(*job).value().value_or(QString()).toUtf8();
}

void readBrowserRequest(QByteArrayView text)
{
    const auto request = readLoopbackRequest(text.toByteArray(), longestRequest);
    if (!request)
        return;
    expect(text.size() <= longestRequest, "no more is read than was allowed");
    expect(request->path.startsWith('/'), "a path is absolute");
    expect(!request->path.contains('\n') && !request->host.contains('\n'), "a line is one line");
}

const AuthorizationRequest &someQuestion()
{
    static const AuthorizationRequest question({.service = u"HighLevel"_s,
                                                .authorizeUrl = QUrl(u"https://a.b/choose"_s),
                                                .clientId = u"client"_s,
                                                .scopes = {u"contacts.write"_s},
                                                .redirectUri = QUrl(u"http://127.0.0.1:1/s"_s)});
    return question;
}

void expectGrant(const AuthorizationGrant &grant)
{
    expect(!grant.code.isEmpty(), "a grant has a code");
}

void readRedirect(QByteArrayView text)
{
    // Of ours is only the mark, which differs each time: here it stands for itself.
    static const QString mark = QUrlQuery(someQuestion().url()).queryItemValue(u"state"_s);
    const QString query = QString::fromUtf8(text).replace(u"MARK"_s, mark);
    const auto grant = someQuestion().read(QUrlQuery(query));
    if (grant) {
        expectGrant(*grant);
        expect(query.contains(mark), "only an answer with our mark counts");
    } else if (grant.error().reason == RedirectFault::Reason::Refused) {
        expectSentence(grant.error().error);
    }
}

void readPasted(QByteArrayView text)
{
    const auto grant = someQuestion().readPasted(QString::fromUtf8(text));
    if (grant)
        expectGrant(*grant);
    else
        expectSentence(grant.error());
}

} // namespace

QList<Target> signInTargets(Stage &stage)
{
    const auto secrets = std::make_shared<MemorySecretStore>();
    return {
        {u"auth.token-reply"_s,
         {stage.identityTokenReply(),
          "{\"access_token\":\"eyJhbGciOiJI.eyJ.c2ln\",\"token_type\":\"Bearer\",\"expires_in\":"
          "86399,"
          "\"refresh_token\":\"r-1\",\"scope\":\"contacts.write users.readonly\","
          "\"userType\":\"Company\",\"companyId\":\"c1\",\"approvedLocations\":[\"l1\"],"
          "\"locationId\":\"l1\",\"userId\":\"u1\"}"},
         readTokenReply},
        {u"auth.kept-pair"_s,
         {keptPair()},
         [secrets](QByteArrayView text) { readKeptPair(*secrets, text); }},
        {u"auth.browser-request"_s,
         {"GET /signed-in?code=4%2F0Ab&state=MARK HTTP/1.1\r\nHost: 127.0.0.1:1234\r\n"
          "User-Agent: Mozilla/5.0\r\nAccept: text/html\r\n\r\n",
          "GET /signed-in HTTP/1.1\r\nHost: localhost:1\r\nContent-Length: 0\r\n\r\n"},
         readBrowserRequest},
        {u"auth.redirect"_s,
         {"code=4%2F0Ab%2Bc&state=MARK&org_slug=oda",
          "error=access_denied&error_description=no%20way&state=MARK"},
         readRedirect},
        {u"auth.pasted-code"_s,
         {"https://a.b/signed-in?code=4%2F0Ab&org_slug=oda#top", "4/0Ab+c=d",
          "https://a.b/?error=access_denied&error_description=x"},
         readPasted},
    };
}

} // namespace twinbook::fuzz
