// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::test;

//! The catalogue from the command line, against served services.
class TestCliCatalogue final : public QObject
{
    Q_OBJECT

private:
    ServedSandbox m_services {{u"--people"_s, u"40"_s, u"--seed"_s, u"11"_s}};
    Desk m_desk {m_services};

    [[nodiscard]] Ended call(const QStringList &rest, const QByteArray &input = {}) const
    {
        return m_desk.run(QStringList {u"catalogue"_s, u"call"_s} + rest, input);
    }

    [[nodiscard]] QString somebody()
    {
        return m_services.people(Side::Right).constFirst().value("id"_L1).toString();
    }

    [[nodiscard]] QJsonArray sent() const
    {
        return m_desk.run({u"catalogue"_s, u"sent"_s}).json.value("sent"_L1).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (qEnvironmentVariableIsEmpty("TWINBOOK_KEYRING"))
            QSKIP("run through with-keyring.sh, which makes a password store");
        QVERIFY(m_services.isUp());
    }

    void listsWithoutAnAccount()
    {
        const Ended all = m_desk.run({u"catalogue"_s, u"list"_s});
        VERIFY_EXIT(all, 0);
        QCOMPARE(all.json.value("operations"_L1).toInt(), 211);
        QCOMPARE(all.json.value("events"_L1).toInt(), 72);
        const Ended few = m_desk.run({u"catalogue"_s, u"list"_s, u"--service"_s, u"highlevel"_s,
                                      u"--use"_s, u"sync"_s, u"tags"_s});
        VERIFY_EXIT(few, 0);
        const QJsonArray rows = few.json.value("rows"_L1).toArray();
        QVERIFY(rows.size() >= 2 && rows.size() < 6);
        for (const auto row : rows)
            QCOMPARE(row.toObject().value("use"_L1).toString(), u"sync"_s);
    }

    void showsOne()
    {
        const Ended one = m_desk.run({u"catalogue"_s, u"show"_s, u"officernd.members.get"_s});
        VERIFY_EXIT(one, 0);
        QCOMPARE(one.json.value("path"_L1).toString(), u"/members/{memberId}"_s);
        QCOMPARE(one.json.value("effect"_L1).toString(), u"reads"_s);
        VERIFY_EXIT(m_desk.run({u"catalogue"_s, u"show"_s, u"officernd.nothing"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"catalogue"_s, u"explode"_s}), 2);
        VERIFY_EXIT(m_desk.run({u"catalogue"_s, u"list"_s, u"--use"_s, u"often"_s}), 2);
    }

    void nothingIsSentBeforeConnecting()
    {
        const Ended ended = call({u"officernd.settings.organization"_s});
        VERIFY_EXIT(ended, 2);
        QVERIFY(ended.sentence().contains("OfficeRnD is not connected"_L1));
    }

    void reads()
    {
        VERIFY_EXIT(m_desk.connectOfficeRnD(), 0);
        const Ended page = call({u"officernd.members.list"_s, u"--set"_s, u"$limit=3"_s});
        VERIFY_EXIT(page, 0);
        QCOMPARE(page.json.value("status"_L1).toInt(), 200);
        const QByteArray body = page.json.value("body"_L1).toString().toUtf8();
        QCOMPARE(QJsonDocument::fromJson(body)["results"_L1].toArray().size(), 3);

        VERIFY_EXIT(m_desk.connectHighLevel(), 0);
        // The body of a search has its example; the sub-account comes from the connection.
        const Ended search = call({u"highlevel.contacts.search"_s});
        VERIFY_EXIT(search, 0);
        const QByteArray found = search.json.value("body"_L1).toString().toUtf8();
        QVERIFY(QJsonDocument::fromJson(found)["contacts"_L1].isArray());
    }

    //! A refusal is an answer too.
    void showsWhatWentWrong()
    {
        const Ended nobody = call(
            {u"officernd.members.get"_s, u"--set"_s, u"memberId=5f0000000000000000000001"_s});
        VERIFY_EXIT(nobody, 2);
        QCOMPARE(nobody.json.value("status"_L1).toInt(), 404);
        QVERIFY(!nobody.json.value("body"_L1).toString().isEmpty());
        const Ended missing = call({u"officernd.members.get"_s});
        VERIFY_EXIT(missing, 2);
        QVERIFY(missing.sentence().contains("memberId"_L1));
        VERIFY_EXIT(call({u"officernd.members.get"_s, u"--set"_s, u"memberId"_s}), 2);
    }

    void aHostileValueStaysInItsPlace()
    {
        for (const QString &value : {u"../../../../oauth/token"_s, u"..%2f..%2foauth"_s}) {
            const Ended ended
                = call({u"officernd.members.get"_s, u"--set"_s, QString("memberId="_L1 + value)});
            VERIFY_EXIT(ended, 2);
            QCOMPARE(ended.json.value("sent"_L1).toBool(), true);
            QVERIFY(ended.json.value("status"_L1).toInt() >= 400);
        }
        const Ended climbing = call({u"officernd.members.get"_s, u"--set"_s, u"memberId=.."_s});
        VERIFY_EXIT(climbing, 2);
        QVERIFY(!climbing.json.contains("sent"_L1));
    }

    void aWriteWithoutYesDoesNothing()
    {
        const QString id = somebody();
        const QJsonObject before = m_services.contact(id);
        const Ended ended = call({u"highlevel.contacts.update"_s, u"--set"_s,
                                  QString("contactId="_L1 + id), u"--body"_s, u"-"_s},
                                 R"({"city": "Sample Town"})");
        VERIFY_EXIT(ended, 1);
        QCOMPARE(ended.json.value("sent"_L1), QJsonValue(false));
        QCOMPARE(m_services.contact(id), before);
        QVERIFY(sent().isEmpty());
    }

    void aWriteWithYesIsSentAndKept()
    {
        const QString id = somebody();
        const Ended ended = call({u"highlevel.contacts.update"_s, u"--set"_s,
                                  QString("contactId="_L1 + id), u"--body"_s, u"-"_s, u"--yes"_s},
                                 R"({"city": "Sample Town"})");
        VERIFY_EXIT(ended, 0);
        QCOMPARE(m_services.contact(id).value("city"_L1).toString(), u"Sample Town"_s);
        const QJsonArray kept = sent();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first()["request"_L1].toString(), QString("PUT /contacts/"_L1 + id));
        QCOMPARE(kept.first()["state"_L1].toString(), u"answered"_s);
        QCOMPARE(kept.first()["status"_L1].toInt(), 200);
        // A test request is no sync.
        QVERIFY(m_desk.run({u"history"_s}).json.value("runs"_L1).toArray().isEmpty());
    }

    void brokenContentIsNotSent()
    {
        const QStringList update {u"highlevel.contacts.update"_s, u"--set"_s, u"contactId=x"_s,
                                  u"--yes"_s};
        VERIFY_EXIT(call(update + QStringList {u"--body"_s, u"-"_s}, "{\"city\": "), 2);
        const Ended none = call(update);
        VERIFY_EXIT(none, 2);
        QVERIFY(none.sentence().contains("missing"_L1));
        VERIFY_EXIT(call(update + QStringList {u"--body"_s, m_desk.path(u"no-such-file"_s)}), 2);
        QCOMPARE(sent().size(), 1);
    }

    void whatIsNeverSentIsNotSent()
    {
        const Ended ended
            = call({u"highlevel.users.delete"_s, u"--set"_s, u"userId=x"_s, u"--yes"_s});
        VERIFY_EXIT(ended, 2);
        QVERIFY(ended.sentence().contains("never sends"_L1));
        VERIFY_EXIT(call({u"officernd.event.member.created"_s}), 2);
    }

    void secretsAreNeverPrinted()
    {
        const QByteArray secret = m_services.told(u"clientSecret"_s).toUtf8();
        const QByteArray token = m_services.told(u"privateToken"_s).toUtf8();
        QVERIFY(!secret.isEmpty() && !token.isEmpty());
        const Ended left = call({u"officernd.settings.organization"_s});
        const Ended right = call({u"highlevel.locations.get"_s});
        for (const Ended &ended : {left, right}) {
            VERIFY_EXIT(ended, 0);
            const QByteArray all = ended.out + ended.err;
            QVERIFY(!all.contains(secret) && !all.contains(token) && !all.contains("Bearer"));
        }
    }
};

QTEST_GUILESS_MAIN(TestCliCatalogue)
#include "tst_cli_catalogue.moc"
