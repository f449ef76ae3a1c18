// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httprequest.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestHttpRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressIsEncoded()
    {
        const HttpRequest request
            = getRequest({u"members"_s, u"a/b c"_s},
                         {{u"email"_s, u"ann+work@example.test"_s},
                          {u"createdAt[$gte]"_s, u"2026-01-01T00:00:00.000Z"_s},
                          {u"properties[Access Card Nr]"_s, u"1&2=3"_s}});
        const Result<QUrl> url = requestUrl(QUrl(u"https://app.example.com/api/v2/"_s), request);
        QVERIFY(url);
        const QByteArray encoded = url->toEncoded();
        QVERIFY2(encoded.startsWith("https://app.example.com/api/v2/members/a%2Fb%20c?"),
                 encoded.constData());
        QVERIFY2(encoded.contains("ann%2Bwork"), encoded.constData());
        QVERIFY2(encoded.contains("1%262%3D3"), encoded.constData());
        QCOMPARE(encoded.count('&'), 2);
    }

    void emptyLastSegmentKeepsTheSlash()
    {
        const HttpRequest request = jsonRequest(HttpMethod::Post, {u"contacts"_s, QString()}, {});
        QCOMPARE(requestUrl(QUrl(u"https://h.test"_s), request)->toString(),
                 u"https://h.test/contacts/"_s);
    }

    void hostileSegmentsAreRefused_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::newRow("up") << QStringList {u"members"_s, u".."_s};
        QTest::newRow("here") << QStringList {u"members"_s, u"."_s};
        QTest::newRow("empty id") << QStringList {u"contacts"_s, QString(), u"tags"_s};
    }

    void hostileSegmentsAreRefused()
    {
        QFETCH(QStringList, path);
        const Result<QUrl> url = requestUrl(QUrl(u"https://h.test"_s), getRequest(path));
        QVERIFY(!url);
        QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
    }

    void formIsEncoded()
    {
        const HttpRequest request
            = formRequest({u"oauth"_s, u"token"_s},
                          {{u"client_secret"_s, u"a+b&c=d e"_s}, {u"scope"_s, u"x y"_s}});
        QCOMPARE(request.body, "client_secret=a%2Bb%26c%3Dd%20e&scope=x%20y"_ba);
    }
};

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_httprequest.moc"
