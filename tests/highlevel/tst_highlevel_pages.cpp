// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! Searches whose pages do not arrive.
class TestHighLevelPages final : public QObject
{
    Q_OBJECT

private:
    static ScriptedServer::Answer ok(const QByteArray &body)
    {
        return {ScriptedServer::reply("200 OK", body)};
    }

    //! A contact for each id; the search goes on behind the last.
    static QByteArray page(const QByteArrayList &ids, int total)
    {
        QByteArrayList contacts;
        for (const QByteArray &id : ids)
            contacts.append("{\"id\":\"" + id + "\",\"searchAfter\":[\"" + id + "\"]}");
        return "{\"contacts\":[" + contacts.join(',') + "],\"total\":" + QByteArray::number(total)
            + '}';
    }

    //! The answers to reading the schema, then these.
    static void script(ScriptedAccount &account, const QList<ScriptedServer::Answer> &pages)
    {
        account.server.script(QList {ok(R"({"location": {"name": "Acme", "country": "GB"}})"),
                                     ok(R"({"customFields": []})")}
                              + pages);
    }

    //! "500 after b" for each page of the search that was asked for.
    static QStringList asked(const ScriptedAccount &account)
    {
        QStringList asked;
        for (const QByteArray &request : account.server.requests()) {
            if (!request.startsWith("POST /contacts/search "))
                continue;
            const QJsonObject body = json(request.mid(request.indexOf("\r\n\r\n") + 4));
            const QString size = QString::number(body.value("pageLimit"_L1).toInt());
            asked.append(size + " after "_L1
                         + body.value("searchAfter"_L1).toArray().at(0).toString(u"-"_s));
        }
        return asked;
    }

private Q_SLOTS:
    void pagesGetSmallerAndLargerAgain()
    {
        ScriptedAccount account;
        QByteArray broken = page({"c"}, 8);
        broken.chop(5);
        script(account,
               {ok(page({"a", "b"}, 8)), ok(broken), ok(broken), ok(page({"c"}, 8)),
                ok(page({"d"}, 8)), ok(page({"e"}, 8)), ok(page({"f"}, 8)), ok(page({"g"}, 8)),
                ok(page({"h"}, 8))});
        QTest::ignoreMessage(QtInfoMsg,
                             "HighLevel: people on a page 500 -> 250 (the answer was too large or "
                             "cut off)");
        QTest::ignoreMessage(QtInfoMsg,
                             "HighLevel: people on a page 250 -> 125 (the answer was too large or "
                             "cut off)");
        QTest::ignoreMessage(QtInfoMsg,
                             "HighLevel: people on a page 125 -> 250 (pages arrive again)");
        const auto people = outcome(account.people().fetchPeople());
        QVERIFY2(people, qPrintable(whatWentWrong(people)));
        QCOMPARE(people->people.size(), 8);
        QCOMPARE(people->extent, PeopleSnapshot::Extent::Whole);
        QCOMPARE(asked(account),
                 (QStringList {u"500 after -"_s, u"500 after b"_s, u"250 after b"_s,
                               u"125 after b"_s, u"125 after c"_s, u"125 after d"_s,
                               u"125 after e"_s, u"250 after f"_s, u"250 after g"_s}));
    }

    void theNextSearchKnows()
    {
        ScriptedAccount account;
        script(account,
               {{ScriptedServer::reply("413 Payload Too Large", "{}")},
                ok(page({"a"}, 1)),
                ok(page({}, 0))});
        QVERIFY(outcome(account.people().fetchPeople()));
        QVERIFY(outcome(account.people().findTwins({.email = {},
                                                    .phone = {},
                                                    .name = u"Ann"_s,
                                                    .since = QDateTime::currentDateTimeUtc()})));
        QCOMPARE(asked(account),
                 (QStringList {u"500 after -"_s, u"250 after -"_s, u"250 after -"_s}));
    }

    void itEndsAtTheSmallest()
    {
        ScriptedAccount account;
        script(account, {ok("{\"contacts\":[")});
        const auto people = outcome(account.people().fetchPeople());
        QCOMPARE(people.error().kind, ErrorKind::BadReply);
        QCOMPARE(asked(account).constLast(), u"20 after -"_s);
        QCOMPARE(asked(account).size(), 6);
    }

    void otherRefusalsStand()
    {
        ScriptedAccount account;
        script(account,
               {{ScriptedServer::reply("422 Unprocessable Entity",
                                       R"({"message": "pageLimit is wrong"})")}});
        QCOMPARE(outcome(account.people().fetchPeople()).error().kind, ErrorKind::Rejected);
        QCOMPARE(asked(account).size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHighLevelPages)
#include "tst_highlevel_pages.moc"
