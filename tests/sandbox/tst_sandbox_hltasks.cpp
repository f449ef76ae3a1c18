// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Tasks of contacts and the search over the location (highlevel.md 2.5).
class TestSandboxHlTasks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void livesThroughItsLife()
    {
        const QString path = u"/contacts/"_s + m_play->person() + u"/tasks"_s;
        const QString user = m_play->firstUser();
        const Response made = m_play->post(path,
                                           {{u"title"_s, u"Call"_s},
                                            {u"body"_s, u"about the desk"_s},
                                            {u"dueDate"_s, u"2026-11-23T12:00:00+02:00"_s},
                                            {u"completed"_s, false},
                                            {u"assignedTo"_s, user}});
        QCOMPARE(made.status, 201);
        const QJsonObject task = made.json.value(u"task"_s).toObject();
        QCOMPARE(task.keys(),
                 QStringList({u"assignedTo"_s, u"body"_s, u"completed"_s, u"contactId"_s,
                              u"dueDate"_s, u"id"_s, u"title"_s}));
        QCOMPARE(task.value(u"dueDate"_s).toString(), u"2026-11-23T10:00:00.000Z"_s);
        const QString one = path + u'/' + task.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"task"_s).toObject(), task);
        QCOMPARE(m_play->get(path).json.value(u"tasks"_s).toArray(), QJsonArray {task});

        const Response changed = m_play->put(
            one, {{u"title"_s, u"Ring"_s}, {u"dueDate"_s, u"2026-11-24T10:00:00Z"_s}});
        QCOMPARE(changed.status, 200);
        const QJsonObject after = changed.json.value(u"task"_s).toObject();
        QCOMPARE(after.value(u"title"_s).toString(), u"Ring"_s);
        QCOMPARE(after.value(u"body"_s).toString(), u"about the desk"_s);
        const Response done = m_play->put(one + u"/completed"_s, {{u"completed"_s, true}});
        QCOMPARE(done.json.value(u"task"_s).toObject().value(u"completed"_s), QJsonValue(true));
        QCOMPARE(m_play->put(one + u"/completed"_s, {}).status, 422);

        const Response gone = m_play->remove(one);
        QCOMPARE(gone.status, 200);
        QCOMPARE(gone.json.value(u"succeded"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
        QCOMPARE(m_play->remove(one).status, 400);
        QCOMPARE(m_play->get(path).json.value(u"tasks"_s).toArray().size(), 0);
    }

    void refusesBadBodies_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QJsonObject &change, const QString &message) {
            QTest::newRow(name) << change << message;
        };
        row("no title", {{u"title"_s, QJsonValue::Undefined}},
            u"title should not be null or undefined"_s);
        row("null due", {{u"dueDate"_s, QJsonValue::Null}},
            u"dueDate must be a valid ISO 8601 date string"_s);
        row("no due", {{u"dueDate"_s, QJsonValue::Undefined}},
            u"dueDate should not be null or undefined"_s);
        row("completed", {{u"completed"_s, u"no"_s}}, u"completed must be a boolean value"_s);
        row("user", {{u"assignedTo"_s, u"nobody"_s}},
            u"assignedTo must be a user of this location"_s);
        row("location", {{u"locationId"_s, u"x"_s}}, u"property locationId should not exist"_s);
        row("milliseconds", {{u"dueDate"_s, u"2026-11-23T12:00:00.000Z"_s}},
            u"dueDate must be a valid ISO 8601 date string"_s);
    }

    void refusesBadBodies()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, message);
        QJsonObject body {{u"title"_s, u"Call"_s},
                          {u"dueDate"_s, u"2026-11-23T12:00:00Z"_s},
                          {u"completed"_s, false}};
        for (auto member = change.begin(); member != change.end(); ++member)
            body.insert(member.key(), member.value());
        if (message.startsWith(u"title should"_s) || message.startsWith(u"dueDate should"_s))
            body.remove(message.section(u' ', 0, 0));
        const Response response
            = m_play->post(u"/contacts/"_s + m_play->person() + u"/tasks"_s, body);
        QCOMPARE(response.status, 422);
        QVERIFY2(response.messages().contains(message), response.body.constData());
    }

    void searchesTheLocation()
    {
        const QString first = m_play->person(0);
        const QString second = m_play->person(1);
        for (int i = 0; i < 30; ++i)
            (void)m_play->task(first, u"Desk %1"_s.arg(i));
        const QString other = m_play->task(second, u"Chair"_s);
        const auto search = [&](const QJsonObject &body) {
            const Response found
                = m_play->post(u"/locations/"_s + m_play->locationId() + u"/tasks/search"_s, body);
            return found.json.value(u"tasks"_s).toArray();
        };
        QCOMPARE(search({}).size(), 25);
        QCOMPARE(search({{u"limit"_s, 100}}).size(), 31);
        QCOMPARE(search({{u"limit"_s, 20}, {u"skip"_s, 20}}).size(), 11);
        QCOMPARE(search({{u"contactId"_s, QJsonArray {second}}}).size(), 1);
        QCOMPARE(search({{u"query"_s, u"chair"_s}}).at(0).toObject().value(u"id"_s), other);
        QCOMPARE(search({{u"completed"_s, true}}).size(), 0);
        QCOMPARE(search({{u"assignedTo"_s, QJsonArray {m_play->firstUser()}}}).size(), 0);
        QCOMPARE(search({{u"query"_s, u"chair"_s}}).at(0).toObject().value(u"contactId"_s), second);
        QCOMPARE(m_play->post(u"/locations/elsewhere/tasks/search"_s, {}).status, 403);
        // The search reads, though it is a POST.
        QCOMPARE(m_play->sandbox().requestLog().writes(Side::Right), 31);
    }

    void goesWithItsContactAndIsSaved()
    {
        const QString id = m_play->task(m_play->person(), u"Call"_s);
        Sandbox copy;
        QVERIFY(copy.loadState(m_play->sandbox().toJson()));
        QCOMPARE(copy.toJson(), m_play->sandbox().toJson());
        QVERIFY(m_play->sandbox().removePerson(Side::Right, RemoteId(m_play->person())));
        QVERIFY(m_play->sandbox()
                    .toJson()
                    .value(u"highlevel"_s)
                    .toObject()
                    .value(u"tasks"_s)
                    .toArray()
                    .isEmpty());
        QVERIFY(!id.isEmpty());
    }

private:
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlTasks)
#include "tst_sandbox_hltasks.moc"
