// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include "support/property.h"

#include <QDateTime>

#include <concepts>

using namespace twinbook;
using namespace Qt::StringLiterals;
using twinbook::test::textOf;

namespace {

const QString lower = u"abcdefghijklmnopqrstuvwxyz"_s;
const QString digits = u"0123456789"_s;
const QString alphanumeric = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"_s;

rc::Gen<QString> oneOfTexts(const std::same_as<QString> auto &...texts)
{
    return rc::gen::elementOf(std::vector<QString> {texts...});
}

//! What a log line or a request puts around a thing.
QString surrounded(const QString &thing)
{
    static const std::vector<QString> contexts {
        u"%1"_s,
        u"sent %1 now"_s,
        u"(%1)"_s,
        u"{\"value\":\"%1\"}"_s,
        u"?query=%1&x=1"_s,
        u"a\n%1\nb"_s,
        u"{\\\"x\\\":\\\"%1\\\"}"_s,
        u"line\\n%1\\n"_s,
        u"x%3D%1%26y"_s,
        u"<%1>"_s,
        u"%22%1%22"_s,
        u"status 422 %1."_s,
        u"'%1', '%1'"_s,
    };
    QString context = *rc::gen::elementOf(contexts);
    return context.replace(u"%1"_s, thing);
}

} // namespace

class RedactTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidden_data();
    void hidden();
    void kept_data();
    void kept();
    void whole();
    void namedSecretsNeverSurvive();
    void bareTokensNeverSurvive();
    void emailsNeverSurvive();
    void phonesNeverSurvive();
    void idsAlwaysSurvive();
    void redactingTwiceChangesNothing();
    void longTextIsStillRedacted();
    void onlyTheBeginningOfAVeryLongTextIsKept();
    void theCutLeavesNoHalfOfASecret();
};

void RedactTest::hidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("secret");
    const auto row = [](const char *name, const QString &text, const QString &secret) {
        QTest::newRow(name) << text << secret;
    };
    row("bearer", u"Authorization: Bearer abc.def-1"_s, u"abc.def"_s);
    row("lower-case bearer", u"authorization: bearer abc.def-1"_s, u"abc"_s);
    row("basic", u"Authorization: Basic dXNlcjpwYXNz"_s, u"dXNl"_s);
    row("scheme-less authorization", u"Authorization: s3cret"_s, u"s3cret"_s);
    row("private token", u"token pit-1b2c-3d"_s, u"1b2c"_s);
    row("after an underscore", u"x_pit-1b2c-3d"_s, u"1b2c"_s);
    row("web token", u"got eyJhbGciOi.J9x_y-z.s1g"_s, u"J9x"_s);
    row("form", u"grant_type=refresh_token&refresh_token=r1-x&client_secret=s2"_s, u"r1-x"_s);
    row("form, second", u"refresh_token=r1&client_secret=s2-y"_s, u"s2-y"_s);
    row("json", uR"({"access_token":"a b","expires_in":3599})"_s, u"a b"_s);
    row("json, spaced", uR"({"access_token" : "q-q"})"_s, u"q-q"_s);
    row("json, camel case", uR"({"refreshToken":"q-q"})"_s, u"q-q"_s);
    row("json in json", uR"({"body":"{\"client_secret\":\"q-q\"}"})"_s, u"q-q"_s);
    row("json, quote inside", uR"({"password":"ab\"cd ef"})"_s, u"cd"_s);
    row("json, cut off", uR"({"password":"ab cd ef)"_s, u"cd"_s);
    row("single quotes", u"password='ab cd'"_s, u"cd"_s);
    row("numeric password", u"password=12345"_s, u"12345"_s);
    row("encoded", u"next=%2Fcb%3Fcode%3Dabc123%26state"_s, u"abc123"_s);
    row("code", u"/callback?code=a1b2c3&state=x"_s, u"a1b2c3"_s);
    row("code, digit first", u"code=0-AbCdEf&x"_s, u"AbCdEf"_s);
    row("verifier", u"code_verifier=dBjftJeZ4CVP"_s, u"dBjf"_s);
    row("api key", u"apiKey: k-123"_s, u"k-123"_s);
    row("e-mail", u"for ana@example.com."_s, u"ana"_s);
    row("e-mail like a token", u"eyJa.pit-x@example.com"_s, u"example"_s);
    row("e-mail, apostrophe", u"for o'brien@example.com"_s, u"brien"_s);
    row("e-mail, encoded", u"?email=ana%2Bx%40example.com"_s, u"example"_s);
    row("e-mail, encoded twice", u"?u=ana%2540example.com"_s, u"example"_s);
    row("e-mail, escaped", uR"("ana\u0040example.com")"_s, u"example"_s);
    row("e-mail, accents", u"jörg@müller.de"_s, u"ller"_s);
    row("e-mail, quoted", u"\"ana ruiz\"@example.com"_s, u"ruiz"_s);
    row("e-mail, address", u"ana@[10.0.0.1]"_s, u"ana"_s);
    row("phone", u"+359 88 123 4567"_s, u"123"_s);
    row("phone, national", u"(555) 010-2233"_s, u"010"_s);
    row("phone, short", u"555-0102"_s, u"0102"_s);
    row("phone, plain", u"5550102233"_s, u"555"_s);
    row("phone, encoded", u"?phone=%2B359881234567"_s, u"359"_s);
    row("phone, encoded spaces", u"%28555%29%20010-2233"_s, u"010"_s);
    row("phone, plus spaces", u"q=%2B359+88+1234567&"_s, u"1234567"_s);
    row("phone, extension", u"555-010-2233x12"_s, u"010"_s);
    row("phone, slash", u"030/123 45 67"_s, u"123"_s);
    row("phone after a status", u"422 555-010-2233"_s, u"2233"_s);
    row("phone after a date", u"2026-11-23 555-010-2233"_s, u"2233"_s);
    row("phone, arabic digits", u"٠٥٥٥٠١٠٢٢٣٣"_s, u"٢٢٣٣"_s);
}

void RedactTest::hidden()
{
    QFETCH(QString, text);
    QFETCH(QString, secret);
    QVERIFY(text.contains(secret));
    const QString safe = redacted(text);
    QVERIFY2(!safe.contains(secret), qPrintable(safe));
    QVERIFY2(safe.contains(u'('), qPrintable(safe));
}

void RedactTest::kept_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("plain", u"Read 1200 of 1500 people in 3.25 s"_s);
    row("officernd id", u"PUT /members/507f1f77bcf86cd799439011 422"_s);
    row("officernd id of digits first", u"507191770860bcf86cd79943"_s);
    row("officernd id of digits only", u"507191770860123456789012"_s);
    row("highlevel id", u"/contacts/ocQHyuzHvysMo5N5VsXc"_s);
    row("id that looks like a web token", u"eyJQHyuzHvysMo5N5VsX EYJQHyuzHvysMo5N5VsX"_s);
    row("two ids", u"ocQHyuzHvysMo5N5VsXc 507f1f77bcf86cd799439011"_s);
    row("moment", u"since 2026-11-23T10:00:00.000Z"_s);
    row("moment with an offset", u"2026-11-23T10:00:00+02:00"_s);
    row("moment with a space", u"2026-11-23 10:00:00.123 run 5"_s);
    row("date", u"on 2026-11-23."_s);
    row("status before a date", u"422 2026-11-23T10:00:00Z"_s);
    row("version header", u"Version: 2021-07-28"_s);
    row("cursor", uR"("searchAfter":[1763892000000,"ocQHyuzHvysMo5N5VsXc"])"_s);
    row("trace id", u"traceId 550e8400-e29b-41d4-a716-446655440000"_s);
    row("trace id after a status", u"422 55008400-1290-4104-a716-446655440000"_s);
    row("loopback", u"http://127.0.0.1:43211/contacts/"_s);
    row("status code", uR"({"code":400,"statusCode":422})"_s);
    row("status code in words", u"code: 404. Then"_s);
    row("count", u"1234567 bytes"_s);
    row("path", u"GET /contacts/search/duplicate?locationId=ve9EPM428h8vShlRW1KT 200"_s);
    row("token words", u"token_type and tokens"_s);
}

void RedactTest::kept()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
}

void RedactTest::whole()
{
    QCOMPARE(
        redacted(u"GET /contacts/?email=ana%40x.com&limit=1 for +1 555 010 2233: 401, Bearer a1"_s),
        u"GET /contacts/?email=(e-mail)&limit=1 for (phone): 401, Bearer (hidden)"_s);
    QCOMPARE(redacted(uR"({"access_token":"x","scope":"a b"})"_s),
             uR"({"access_token":(hidden),"scope":"a b"})"_s);
    QCOMPARE(redacted(QString()), QString());
}

void RedactTest::namedSecretsNeverSurvive()
{
    VERIFY_PROPERTY("named secrets", [] {
        const QString secret = *textOf(alphanumeric + u"-._~"_s, 8, 60);
        const QString name = *oneOfTexts(u"client_secret"_s, u"clientSecret"_s, u"access_token"_s,
                                         u"refreshToken"_s, u"code"_s, u"code_verifier"_s,
                                         u"password"_s, u"Authorization"_s);
        const QString form = *oneOfTexts(u"%1=%2"_s, u"%1: %2"_s, u"{\"%1\":\"%2\"}"_s,
                                         u"{\\\"%1\\\": \\\"%2\\\"}"_s, u"x=1&%1=%2&y=2"_s,
                                         u"%1%3D%2"_s, u"%1='%2'"_s);
        QString text = form;
        text.replace(u"%1"_s, name).replace(u"%2"_s, secret);
        RC_ASSERT(!redacted(text).contains(secret));
    });
}

void RedactTest::bareTokensNeverSurvive()
{
    VERIFY_PROPERTY("tokens known by their shape", [] {
        const QString core = *textOf(alphanumeric + u"_-"_s, 12, 50);
        const std::vector<QString> tokens {
            u"pit-"_s + core.toLower().replace(u'_', u'-'),
            u"eyJ"_s + core + u"."_s + core,
            u"a1"_s + core + u"0123456789012345678901234567"_s,
        };
        const QString token = *rc::gen::elementOf(tokens);
        RC_ASSERT(!redacted(surrounded(token)).contains(token.mid(4, 10)));
    });
}

void RedactTest::emailsNeverSurvive()
{
    VERIFY_PROPERTY("addresses", [] {
        const QString local = *textOf(alphanumeric + u"._+-'öñЖ"_s, 8, 20);
        const QString domain = *textOf(lower + digits + u"-ü"_s, 8, 20);
        const QString at = *oneOfTexts(u"@"_s, u"%40"_s, u"%2540"_s, u"\\u0040"_s);
        const QString safe = redacted(surrounded(local + at + domain + u".com"_s));
        RC_ASSERT(!safe.contains(local));
        RC_ASSERT(!safe.contains(domain));
    });
}

void RedactTest::phonesNeverSurvive()
{
    VERIFY_PROPERTY("numbers", [] {
        const QString number = *textOf(digits, 9, 12);
        const QString plus = *oneOfTexts(u"+"_s, u"%2B"_s, u"00"_s, QString());
        const QString gap = *oneOfTexts(QString(), u" "_s, u"-"_s, u"."_s, u"%20"_s, u"+"_s,
                                        u"\u00A0"_s, u"\u2011"_s);
        const QString spelled
            = plus + number.left(3) + gap + number.mid(3, 3) + gap + number.mid(6);
        const QString safe = redacted(surrounded(spelled));
        RC_ASSERT(!safe.contains(spelled));
        RC_ASSERT(!safe.contains(number.mid(3)));
        RC_ASSERT(!safe.contains(number.mid(3, 3) + gap + number.mid(6)));
    });
}

void RedactTest::idsAlwaysSurvive()
{
    VERIFY_PROPERTY("ids, moments and trace ids", [] {
        const QString hex = digits + u"abcdef"_s;
        const auto uuid = rc::gen::map(textOf(hex, 32, 32), [](const QString &h) {
            return QString(h.left(8) + u"-"_s + h.mid(8, 4) + u"-"_s + h.mid(12, 4) + u"-"_s
                           + h.mid(16, 4) + u"-"_s + h.mid(20));
        });
        const auto moment = rc::gen::map(rc::gen::inRange<qint64>(0, 4102444800000), [](qint64 ms) {
            return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
        });
        const QString id
            = *rc::gen::oneOf(textOf(hex, 24, 24), textOf(alphanumeric, 20, 20), uuid, moment);
        const QString context = *oneOfTexts(
            u"%1"_s, u"/contacts/%1/tags"_s, u"{\"id\":\"%1\"}"_s, u"422 %1 17 %1"_s,
            u"?startAfterId=%1&startAfter=1763892000000"_s, u"[1763892000000,\"%1\"]"_s);
        QString text = context;
        text.replace(u"%1"_s, id);
        RC_ASSERT(redacted(text) == text);
    });
}

void RedactTest::redactingTwiceChangesNothing()
{
    VERIFY_PROPERTY("safe text stays as it is, and nothing crashes", [] {
        const QString once = redacted(*twinbook::test::anyText());
        RC_ASSERT(redacted(once) == once);
    });
}

//! A matcher that runs out of stack must not let the text through.
void RedactTest::longTextIsStillRedacted()
{
    const QString filler = u"{\"x\":\"y z\",\"n\":[1,2,3]} "_s.repeated(100);
    const QString secret = u"s3cr3t "_s.repeated(20000);
    const QString safe
        = redacted(filler + u"ana@example.com \"password\":\""_s + secret + u"\","_s);
    QVERIFY(safe.startsWith(filler));
    QVERIFY(!safe.contains(u"s3cr3t"_s));
    QVERIFY(!safe.contains(u"ana"_s));
}

//! A service may answer with megabytes of one letter; the rules would read them for minutes.
void RedactTest::onlyTheBeginningOfAVeryLongTextIsKept()
{
    const QString words = u"word "_s.repeated(100'000);
    const QString safe = redacted(words);
    QCOMPARE(safe, QString(words.first(8190) + u"... (491810 more characters)"_s));
    QVERIFY(redacted(u"\u00e9"_s.repeated(1'000'000)).size() < longestRedacted + 100);
    const QString longest = u"word "_s.repeated(2000).first(longestRedacted);
    QCOMPARE(redacted(longest), longest);
}

//! Half an address or half a number is no longer known as one.
void RedactTest::theCutLeavesNoHalfOfASecret()
{
    const QString address = u"ana.marinova@example.com"_s;
    const QString number = u"+359888123456"_s;
    for (const QString &thing : {address, number}) {
        for (qsizetype shown = 1; shown < thing.size(); ++shown) {
            const QString before = u"word "_s.repeated(2000).first(longestRedacted - shown - 1);
            const QString safe = redacted(before + u' ' + thing + u" and more"_s);
            QVERIFY2(!safe.contains(thing.first(4)) || shown < 4, qPrintable(safe.right(80)));
            QVERIFY2(safe.startsWith(before), "the words before stay");
        }
    }
}

QTEST_GUILESS_MAIN(RedactTest)
#include "tst_redact.moc"
