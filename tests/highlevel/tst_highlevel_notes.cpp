// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

namespace {

const ContactId ana(u"seD4PfOuKoVMLkEZqohJ"_s);
const NoteId first(u"n1"_s);

} // namespace

class TestHighLevelNotes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listIsRead()
    {
        ScriptedAccount account;
        account.answer(R"({"notes": [
            {"id": "n1", "body": "<p onclick='x'>Hi</p>", "userId": "u1", "contactId": "c1",
             "dateAdded": "2021-07-08T12:02:11.285Z", "title": "T", "color": "orange",
             "pinned": true, "future": 1},
            {"id": "n2", "body": "old"}]})");
        const auto notes = outcome(account.client().notes().list(ana));
        QVERIFY2(notes, qPrintable(whatWentWrong(notes)));
        QCOMPARE(notes->size(), 2);
        QCOMPARE(notes->at(0).body, Text(u"<p onclick='x'>Hi</p>"_s));
        QCOMPARE(notes->at(0).user, std::optional(UserId(u"u1"_s)));
        QCOMPARE(notes->at(0).pinned, Flag(true));
        QCOMPARE(notes->at(0).dateAdded->toMSecsSinceEpoch(), 1625745731285);
        QCOMPARE(notes->at(0).whole.value("future"_L1).toInt(), 1);
        QVERIFY(!notes->at(1).title && !notes->at(1).pinned && !notes->at(1).dateAdded);
    }

    void wrongTypesAreNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("no note") << R"({"notes": []})"_ba;
        QTest::newRow("no id") << R"({"note": {"body": "x"}})"_ba;
        QTest::newRow("list for note") << R"({"note": []})"_ba;
        QTest::newRow("list for body") << R"({"note": {"id": "n", "body": ["x"]}})"_ba;
        QTest::newRow("text for pin") << R"({"note": {"id": "n", "pinned": "yes"}})"_ba;
        QTest::newRow("flag for date") << R"({"note": {"id": "n", "dateAdded": true}})"_ba;
    }

    void wrongTypesAreNotBelieved()
    {
        QFETCH(QByteArray, answer);
        ScriptedAccount account;
        account.answer(answer);
        const auto note = outcome(account.client().notes().get(ana, first));
        QCOMPARE(int(note.error().kind), int(ErrorKind::BadReply));
        QCOMPARE(sentenceProblem(note.error()), QString());
    }

    void onlyGivenMembersAreSent()
    {
        ScriptedAccount account;
        account.answer(R"({"note": {"id": "n1"}})");
        QVERIFY(outcome(account.client().notes().update(ana, first, {.body = u"new"_s})));
        QCOMPARE(account.lastRequest().body, R"({"body":"new"})"_ba);
        QVERIFY(outcome(account.client().notes().update(
            ana, first, {.title = QString(), .color = QString(), .user = UserId(u"u"_s)})));
        QCOMPARE(json(account.lastRequest().body),
                 json(R"({"title": "", "color": "", "userId": "u"})"));
    }

    void rulesAreChecked_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("color");
        QTest::newRow("blank") << u" \n"_s << QString();
        QTest::newRow("colour") << u"x"_s << u"orange"_s;
    }

    void rulesAreChecked()
    {
        QFETCH(QString, body);
        QFETCH(QString, color);
        ScriptedAccount account;
        const NoteDraft draft {.body = body, .color = color};
        const auto created = outcome(account.client().notes().create(ana, draft));
        const auto updated = outcome(account.client().notes().update(ana, first, draft));
        const auto bodyless = outcome(account.client().notes().create(ana, {.title = u"T"_s}));
        QCOMPARE(int(created.error().kind), int(ErrorKind::InvalidInput));
        QCOMPARE(int(updated.error().kind), int(ErrorKind::InvalidInput));
        QCOMPARE(int(bodyless.error().kind), int(ErrorKind::InvalidInput));
        QCOMPARE(sentenceProblem(created.error()), QString());
        QCOMPARE(account.requestCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHighLevelNotes)
#include "tst_highlevel_notes.moc"
