// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/baseurl.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestBaseUrl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAndAccepts_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("official");
        QTest::addColumn<bool>("developer");

        const auto row = [](const char *address, bool official, bool developer) {
            QTest::newRow(address) << QString::fromLatin1(address) << official << developer;
        };
        row("https://app.example.com", true, true);
        row("https://app.example.com/api/v2/", true, true);
        row("https://APP.Example.com", true, true);
        row("https://app.example.com:443", true, true);
        row("https://eu.region.example.com", true, true);
        row("http://app.example.com", false, false);
        row("ftp://app.example.com", false, false);
        row("https://app.example.com:8443", false, false);
        row("https://app.example.com@evil.test", false, false);
        row("https://user:secret@app.example.com", false, false);
        row("https://user@app.example.com", false, false);
        row("https://app.example.com.evil.test", false, false);
        row("https://evilregion.example.com", false, false);
        row("https://example.com", false, false);
        row("https://app.example.com?next=https://evil.test", false, false);
        row("https://app.example.com/#x", false, false);
        row("https://xn--pp-xla.example.com", false, false);
        row("https://10.0.0.1", false, false);
        row("https://169.254.169.254", false, false);
        row("https://192.168.1.1", false, false);
        row("https://[::ffff:10.0.0.1]", false, false);
        row("https://0.0.0.0", false, false);
        row("https://2130706433", false, true); // 127.0.0.1 in one number
        row("app.example.com", false, false);
        row("//app.example.com", false, false);
        row("", false, false);
        row("file:///etc/passwd", false, false);
        row("javascript:alert(1)", false, false);
        row("http://127.0.0.1:4711", false, true);
        row("http://localhost:4711", false, true);
        row("http://[::1]:4711", false, true);
        row("https://127.0.0.1:4711", false, true);
        row("http://127.0.0.1.evil.test", false, false);
        row("http://localhost.evil.test", false, false);
        row("http://user@127.0.0.1", false, false);
        row("http://127.0.0.2:4711", false, false);
    }

    void refusesAndAccepts()
    {
        QFETCH(QString, address);
        QFETCH(bool, official);
        QFETCH(bool, developer);
        const QStringList hosts {u"app.example.com"_s, u".region.example.com"_s};

        QCOMPARE(checkedBaseUrl(QUrl(address), hosts, HostPolicy::ServiceOnly).has_value(),
                 official);
        QCOMPARE(checkedBaseUrl(QUrl(address), hosts, HostPolicy::AlsoLoopback).has_value(),
                 developer);
    }

    void refusalNamesNoSecret()
    {
        const auto result = checkedBaseUrl(QUrl(u"https://me:hush-hush@evil.test/?k=hush-hush"_s),
                                           {}, HostPolicy::ServiceOnly);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!result.error().message.contains("hush"_L1));
        QVERIFY(!result.error().detail.contains("hush"_L1));
    }
};

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
