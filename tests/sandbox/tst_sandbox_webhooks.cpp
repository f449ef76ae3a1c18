// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "eventcatcher.h"
#include "httpclient.h"
#include "movableclock.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! OfficeRnD tells registered addresses on this computer what happened (officernd.md 4).
class TestSandboxWebhooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        SandboxOptions options;
        options.clock = &m_clock;
        m_sandbox = std::make_unique<Sandbox>(options);
        QVERIFY(m_sandbox->start());
        m_client = std::make_unique<HttpClient>(*m_sandbox);
        m_client->signIn();
        m_catcher = std::make_unique<EventCatcher>();
    }
    void cleanup()
    {
        m_catcher.reset();
        m_client.reset();
        m_sandbox.reset();
    }

    void signsBodyThenTime()
    {
        const QByteArray secret = subscribe({u"member.created"_s});
        (void)add(u"Signed"_s);
        QVERIFY(m_catcher->wait(1));
        const HttpRequest event = m_catcher->events().first();
        const QByteArray time = QByteArray::number(m_clock.now().toSecsSinceEpoch());
        const QByteArray hex = QMessageAuthenticationCode::hash(event.body + "." + time, secret,
                                                                QCryptographicHash::Sha256)
                                   .toHex();
        QCOMPARE(event.header("officernd-signature"), "t=" + time + ",signature=" + hex);
    }

    void tellsWhatWasAskedFor()
    {
        (void)subscribe({u"member.updated"_s, u"ticket.created"_s});
        const QString id = add(u"Told"_s); // nobody asked for creations
        (void)m_client->officernd("PUT", u"/members/"_s + id, {{u"phone"_s, u"12"_s}});
        (void)m_client->officernd("PUT", u"/members/"_s + id, {{u"phone"_s, u"34"_s}});
        (void)m_client->officernd("POST", u"/tickets"_s, {{u"subject"_s, u"Door"_s}});
        QVERIFY(m_catcher->wait(3));
        const QList<QJsonObject> told = m_catcher->told();
        QCOMPARE(types(),
                 (QStringList {u"member.updated"_s, u"member.updated"_s, u"ticket.created"_s}));
        const QJsonObject change = told.at(1).value(u"data"_s).toObject();
        QCOMPARE(change.value(u"object"_s).toObject().value(u"_id"_s).toString(), id);
        QCOMPARE(change.value(u"previousAttributes"_s).toObject().value(u"phone"_s).toString(),
                 u"12"_s);
        QVERIFY(told.at(0).value(u"event"_s) != told.at(1).value(u"event"_s));
    }

    void tellsOfPeoplesActsToo()
    {
        (void)subscribe({u"member.removed"_s});
        const QString id = add(u"Leaver"_s);
        QVERIFY(m_sandbox->removePerson(Side::Left, RemoteId(id)));
        QVERIFY(m_catcher->wait(1));
        QCOMPARE(types(), QStringList {u"member.removed"_s});
    }

    void isSilentWithoutChangeOrInterest()
    {
        (void)subscribe({u"member.updated"_s});
        const QString id = add(u"Still"_s);
        (void)m_client->officernd("PUT", u"/members/"_s + id, {{u"name"_s, u"Still"_s}});
        (void)m_client->officernd("PUT", u"/members/"_s + id, {{u"name"_s, u"Moved"_s}});
        QVERIFY(m_catcher->wait(1));
        QTest::qWait(50);
        QCOMPARE(m_catcher->events().size(), 1);
    }

    void deliversWronglyOnPurpose_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *name, Fault::Kind kind, const QStringList &names) {
            QTest::newRow(name) << static_cast<int>(kind) << names;
        };
        row("twice", Fault::Kind::EventTwice, {u"One"_s, u"One"_s, u"Two"_s, u"Three"_s});
        row("late", Fault::Kind::EventLate, {u"Two"_s, u"One"_s, u"Three"_s});
        row("lost", Fault::Kind::EventLost, {u"Two"_s, u"Three"_s});
    }
    void deliversWronglyOnPurpose()
    {
        QFETCH(int, kind);
        QFETCH(QStringList, names);
        (void)subscribe({u"member.created"_s});
        m_sandbox->failNext({.side = Side::Left, .pathPattern = u"member.*"_s},
                            {.kind = static_cast<Fault::Kind>(kind)});
        for (const QString &name : {u"One"_s, u"Two"_s, u"Three"_s})
            (void)add(name);
        QVERIFY(m_catcher->wait(names.size()));
        QTest::qWait(50);
        QStringList seen;
        const QList<QJsonObject> told = m_catcher->told();
        for (const QJsonObject &event : told)
            seen.append(event.value(u"data"_s)
                            .toObject()
                            .value(u"object"_s)
                            .toObject()
                            .value(u"name"_s)
                            .toString());
        QCOMPARE(seen, names);
    }

    void deliversHighlevelsWronglyToo()
    {
        QVERIFY(m_sandbox->sendHighlevelEventsTo(m_catcher->url()));
        m_sandbox->failNext({.side = Side::Right, .pathPattern = u"ContactCreate"_s},
                            {.kind = Fault::Kind::EventTwice});
        QVERIFY(m_sandbox->addPerson(Side::Right, {{u"firstName"_s, u"Twice"_s}}));
        QVERIFY(m_catcher->wait(2));
        QCOMPARE(m_catcher->events().at(0).body, m_catcher->events().at(1).body);
        QCOMPARE(m_catcher->told().first().value(u"type"_s).toString(), u"ContactCreate"_s);
    }

    void arrivesBeforeTheChangeCanBeRead()
    {
        (void)subscribe({u"member.updated"_s, u"member.created"_s});
        const QString id = add(u"Early"_s);
        const QString path = u"/members/"_s + id;
        const int before = total();
        m_sandbox->failNext({.side = Side::Left, .pathPattern = u"member.updated"_s},
                            {.kind = Fault::Kind::EventEarly, .lasting = 30s});
        const Response written = m_client->officernd("PUT", path, {{u"name"_s, u"Early Bird"_s}});
        QCOMPARE(written.json.value(u"name"_s).toString(), u"Early Bird"_s); // who writes knows
        QVERIFY(m_catcher->wait(2));
        QCOMPARE(types().constLast(), u"member.updated"_s);
        QCOMPARE(nameAt(path), u"Early"_s);
        // A list is of the same time, and so is what happens meanwhile.
        (void)add(u"Later"_s);
        QCOMPARE(total(), before);
        m_clock.advance(31s);
        QCOMPARE(nameAt(path), u"Early Bird"_s);
        QCOMPARE(total(), before + 1);
    }

    void arrivesBeforeHighlevelsChangeToo()
    {
        QVERIFY(m_sandbox->sendHighlevelEventsTo(m_catcher->url()));
        m_sandbox->failNext({.side = Side::Right, .pathPattern = u"ContactCreate"_s},
                            {.kind = Fault::Kind::EventEarly, .lasting = 30s});
        const auto added = m_sandbox->addPerson(Side::Right, {{u"firstName"_s, u"Early"_s}});
        QVERIFY(added && m_catcher->wait(1));
        const QString path = u"/contacts/"_s + added->text();
        QCOMPARE(m_client->highlevel("GET", path).status, 400);
        m_clock.advance(31s);
        QCOMPARE(m_client->highlevel("GET", path).status, 200);
    }

private:
    [[nodiscard]] QString nameAt(const QString &path)
    {
        return m_client->officernd("GET", path).json.value(u"name"_s).toString();
    }
    [[nodiscard]] int total()
    {
        return m_client->officernd("GET", u"/members/count"_s).json.value(u"total"_s).toInt();
    }
    //! The secret of a new webhook that leads to the catcher.
    [[nodiscard]] QByteArray subscribe(const QStringList &eventTypes)
    {
        return m_client
            ->officernd("POST", u"/webhooks"_s,
                        {{u"url"_s, m_catcher->url().toString()},
                         {u"eventTypes"_s, QJsonArray::fromStringList(eventTypes)}})
            .json.value(u"secret"_s)
            .toString()
            .toUtf8();
    }
    [[nodiscard]] QString add(const QString &name)
    {
        const auto id = m_sandbox->addPerson(Side::Left, {{u"name"_s, name}});
        return id ? id->text() : QString();
    }
    [[nodiscard]] QStringList types() const
    {
        QStringList list;
        const QList<QJsonObject> told = m_catcher->told();
        for (const QJsonObject &event : told)
            list.append(event.value(u"eventType"_s).toString());
        return list;
    }

    MovableClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<EventCatcher> m_catcher;
};

QTEST_GUILESS_MAIN(TestSandboxWebhooks)
#include "tst_sandbox_webhooks.moc"
