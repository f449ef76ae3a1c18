// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/apiversion.h"
#include "highlevel/rules.h"
#include "highlevel/versionedtransport.h"
#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

class TestHighLevelRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsAreOnlyWhatTheServiceMakes_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("plain");
        QTest::newRow("letters") << u"ve9EPM428h8vShlRW1KT"_s << true;
        QTest::newRow("uuid") << u"78559bb3-b920-461e-b010-7b2a2816d2a9"_s << true;
        QTest::newRow("object key") << u"custom_object.pet"_s << true;
        QTest::newRow("colon") << u"a:b"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("dots") << u".."_s << false;
        QTest::newRow("climbs") << u"../locations"_s << false;
        QTest::newRow("encoded") << u"..%2f"_s << false;
        QTest::newRow("backslash") << u"a\\b"_s << false;
        QTest::newRow("query") << u"a?b=c"_s << false;
        QTest::newRow("fragment") << u"a#b"_s << false;
        QTest::newRow("blank") << u"a b"_s << false;
        QTest::newRow("line") << u"a\nb"_s << false;
        QTest::newRow("line at the end") << u"ab\n"_s << false;
        QTest::newRow("zero") << u"a"_s + QChar(0) << false;
        QTest::newRow("not latin") << u"аbc"_s << false;
        QTest::newRow("too long") << QString(129, u'a') << false;
    }

    void idsAreOnlyWhatTheServiceMakes()
    {
        QFETCH(QString, id);
        QFETCH(bool, plain);
        QCOMPARE(isPlainId(id), plain);

        ScriptedAccount account;
        account.answer(R"({"succeded": true})");
        const auto gone = outcome(account.client().contacts().remove(ContactId(id)));
        const auto note = outcome(
            account.client().notes().remove(ContactId(u"seD4PfOuKoVMLkEZqohJ"_s), NoteId(id)));
        const auto linked = outcome(account.client().contactActions().addFollowers(
            ContactId(u"seD4PfOuKoVMLkEZqohJ"_s), {UserId(id)}));
        QCOMPARE(account.requestCount(), plain ? 3 : 0);
        if (!plain) {
            QCOMPARE(int(gone.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(int(note.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(int(linked.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(sentenceProblem(gone.error()), QString());
        }
    }

    void valuesAreWhatTheServiceKeeps()
    {
        QVERIFY(isE164(u"+442079460018"_s));
        for (const auto &phone : {u"+44 20 7946 0018"_s, u"020 7946 0018"_s, u"+0442079"_s, u"+"_s,
                                  u"+4420794600181234"_s, u"+44207946001x"_s, QString()})
            QVERIFY2(!isE164(phone), qPrintable(phone));

        QVERIFY(isCountryCode(u"GB"_s));
        QVERIFY(isCountryCode(u"BG"_s));
        for (const auto &code : {u"gb"_s, u"GBR"_s, u"UK"_s, u"XX"_s, u"United Kingdom"_s, u"1A"_s})
            QVERIFY2(!isCountryCode(code), qPrintable(code));

        QVERIFY(isTimeZone(u"Europe/London"_s));
        QVERIFY(isTimeZone(u"US/Central"_s));
        QVERIFY(isTimeZone(u"UTC"_s));
        QVERIFY(!isTimeZone(u"London"_s));
        QVERIFY(!isTimeZone(u"EST5EDT,M3"_s));

        QVERIFY(isHexColor(u"#FFAA00"_s));
        QVERIFY(!isHexColor(u"red"_s));
        QVERIFY(!isHexColor(u"#FA0"_s));

        QVERIFY(isEmailAddress(u"a+b@x.test"_s));
        QVERIFY(!isEmailAddress(u"a@b@c"_s));
        QVERIFY(!isEmailAddress(u"a b@c"_s));
        QVERIFY(!isEmailAddress(u"nobody"_s));
    }

    void quotedValuesStayShort()
    {
        QCOMPARE(quotable(u" a\n b\t"_s), u"a b"_s);
        QCOMPARE(quotable(QString(5000, u'x')).size(), 61);
    }

    void versionFollowsTheGroup()
    {
        QCOMPARE(versionHeader(u"/contacts/x"_s, ApiVersion::Dated), "2021-07-28"_ba);
        QCOMPARE(versionHeader(u"/calendars/"_s, ApiVersion::Dated), "2021-04-15"_ba);
        QCOMPARE(versionHeader(u"calendars/events"_s, ApiVersion::Dated), "2021-04-15"_ba);
        QCOMPARE(versionHeader(u"/contacts/calendars"_s, ApiVersion::Dated), "2021-07-28"_ba);
        QCOMPARE(versionHeader(u"/conversations/search"_s, ApiVersion::Dated), "2021-04-15"_ba);
        QCOMPARE(versionHeader(u"/calendars/"_s, ApiVersion::V3), "v3"_ba);
        QCOMPARE(versionHeader(u"/contacts/"_s, ApiVersion::V3), "v3"_ba);
    }

    void noOtherVersionPassesThrough()
    {
        ScriptedServer server;
        server.script({{ScriptedServer::reply("200 OK", "{}")}});
        HighLevelSettings settings;
        settings.apiUrl = server.url(u"/base"_s);
        NetworkTransport network;
        VersionedTransport transport(network, settings);
        WireRequest request;
        request.url = server.url(u"/base/calendars/k1"_s);
        request.headers = {{"version"_ba, "1999-01-01"_ba}};
        QVERIFY(outcome(transport.send(request)));
        const QByteArray sent = server.requests().constLast();
        QCOMPARE(sent.toLower().count("version: "), 1);
        QVERIFY2(sent.contains("Version: 2021-04-15\r\n"), sent.constData());
    }
};

QTEST_GUILESS_MAIN(TestHighLevelRules)
#include "tst_highlevel_rules.moc"
