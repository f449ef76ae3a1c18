// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officerndplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The operations of OfficeRnD around its members, over real HTTP.
class TestSandboxOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<OfficerndPlay>(); }
    void cleanup() { m_play.reset(); }

    void lists_data();
    void lists();
    void readsEachRecord_data();
    void readsEachRecord();
    void counts_data();
    void counts();
    void writesOpportunities();
    void refusesOpportunitiesOfNobody();
    void writesTickets();
    void refusesOddTickets();
    void commentsTickets();
    void writesWebhooks();

private:
    std::unique_ptr<OfficerndPlay> m_play;
};

void TestSandboxOperations::lists_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/members", "/companies", "/opportunities", "/opportunity-statuses",
                             "/tickets", "/ticket-options", "/custom-properties", "/locations",
                             "/memberships", "/plans", "/bookings", "/checkins", "/visitors",
                             "/visits", "/reception-flows", "/settings/business-hours"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestSandboxOperations::lists()
{
    QFETCH(QString, path);
    const Response first = m_play->get(path + u"?$limit=1"_s);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json.value(u"results"_s).toArray().size(), 1);
    QCOMPARE(first.json.value(u"rangeStart"_s).toInt(), 1);
    QCOMPARE(first.json.value(u"rangeEnd"_s).toInt(), 1);
    const QJsonObject record = first.json.value(u"results"_s).toArray().first().toObject();
    QCOMPARE(record.value(u"_id"_s).toString().size(), 24);
    QCOMPARE(m_play->get(path + u"?colour=red"_s).messages(),
             QStringList {u"property colour should not exist"_s});
    m_play->client().setToken(m_play->client()
                                  .requestToken(u"flex.user.auth.verify"_s)
                                  .json.value(u"access_token"_s)
                                  .toString());
    QCOMPARE(m_play->get(path).status, 401);
}

void TestSandboxOperations::readsEachRecord_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/members", "/companies", "/opportunities", "/tickets", "/locations", "/memberships",
          "/plans", "/bookings", "/checkins", "/visitors", "/visits"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestSandboxOperations::readsEachRecord()
{
    QFETCH(QString, path);
    const QJsonObject listed = m_play->list(path).first().toObject();
    const QString id = listed.value(u"_id"_s).toString();
    QCOMPARE(m_play->get(path + u'/' + id).json, listed);
    const Response missing = m_play->get(path + u'/' + QString(24, u'0'));
    QCOMPARE(missing.status, 404);
    QVERIFY(missing.message().startsWith(u"Item with Id ("_s));
}

void TestSandboxOperations::counts_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"/members", "/opportunities", "/tickets", "/memberships", "/plans", "/bookings"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestSandboxOperations::counts()
{
    QFETCH(QString, path);
    int all = 0;
    QString cursor;
    do {
        const Response page = m_play->get(
            path + u"?$limit=50"_s + (cursor.isEmpty() ? QString() : u"&$cursorNext="_s + cursor));
        all += static_cast<int>(page.json.value(u"results"_s).toArray().size());
        cursor = QString::fromLatin1(
            QUrl::toPercentEncoding(page.json.value(u"cursorNext"_s).toString()));
    } while (!cursor.isEmpty());
    QCOMPARE(m_play->get(path + u"/count"_s).json.value(u"total"_s).toInt(), all);
}

void TestSandboxOperations::writesOpportunities()
{
    const QString member = m_play->newMember(u"Deal Maker"_s);
    const Response created
        = m_play->post(u"/opportunities"_s,
                       {{u"name"_s, u"Two desks"_s},
                        {u"member"_s, member},
                        {u"dealSize"_s, 640},
                        {u"startDate"_s, u"2026-07-01"_s},
                        {u"properties"_s, QJsonObject {{u"source"_s, u"Fair"_s}}}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"status"_s).toString(),
             m_play->firstId(u"/opportunity-statuses"_s));
    QCOMPARE(created.json.value(u"startDate"_s).toString(), u"2026-07-01T00:00:00.000Z"_s);
    const QString path = u"/opportunities/"_s + created.json.value(u"_id"_s).toString();
    const Response moved = m_play->put(path, {{u"dealSize"_s, 320}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.json.value(u"dealSize"_s).toInt(), 320);
    QVERIFY(moved.json.value(u"modifiedAt"_s) != created.json.value(u"modifiedAt"_s));
    const QJsonArray own = m_play->list(u"/opportunities?member="_s + member);
    QCOMPARE(own.size(), 1);
    QCOMPARE(m_play
                 ->list(u"/opportunities?modifiedAt[$gte]="_s
                        + moved.json.value(u"modifiedAt"_s).toString())
                 .size(),
             1);
    QCOMPARE(m_play->remove(path).status, 200);
    QCOMPARE(m_play->get(path).status, 404);
}

void TestSandboxOperations::refusesOpportunitiesOfNobody()
{
    QCOMPARE(m_play->post(u"/opportunities"_s, {{u"name"_s, u"x"_s}}).status, 500);
    QCOMPARE(m_play->post(u"/opportunities"_s, {{u"member"_s, QString(24, u'0')}}).status, 500);
    QCOMPARE(m_play->post(u"/opportunities"_s, {{u"owner"_s, u"x"_s}}).messages(),
             QStringList {u"property owner should not exist"_s});
}

void TestSandboxOperations::writesTickets()
{
    const QString member = m_play->newMember(u"Cold Feet"_s);
    const Response created = m_play->post(
        u"/tickets"_s,
        {{u"subject"_s, u"Heating"_s},
         {u"message"_s, u"None."_s},
         {u"member"_s, member},
         {u"priority"_s, m_play->idWhere(u"/ticket-options"_s, u"category"_s, u"priority"_s)}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"status"_s).toString(), u"new"_s);
    QVERIFY(created.json.value(u"number"_s).toString().toInt() > 1000);
    QVERIFY(created.json.contains(u"location"_s));
    const QString path = u"/tickets/"_s + created.json.value(u"_id"_s).toString();
    const Response resolved = m_play->put(path, {{u"status"_s, u"resolved"_s}});
    QVERIFY(resolved.json.contains(u"resolvedDate"_s));
    const Response reopened = m_play->put(path, {{u"status"_s, u"open"_s}});
    QVERIFY(!reopened.json.contains(u"resolvedDate"_s));
    QCOMPARE(reopened.json.value(u"subject"_s).toString(), u"Heating"_s);
    QCOMPARE(m_play->remove(path).status, 404); // there is no such operation
}

void TestSandboxOperations::refusesOddTickets()
{
    const QString path = u"/tickets/"_s + m_play->firstId(u"/tickets"_s);
    QCOMPARE(m_play->put(path, {{u"assignedTo"_s, u"x"_s}}).messages(),
             QStringList {u"property assignedTo should not exist"_s});
    QCOMPARE(
        m_play
            ->put(path,
                  {{u"type"_s, m_play->idWhere(u"/ticket-options"_s, u"category"_s, u"type"_s)}})
            .status,
        400);
    QCOMPARE(m_play->put(path, {{u"status"_s, u"done"_s}}).status, 400);
    QCOMPARE(m_play
                 ->put(path,
                       {{u"priority"_s,
                         m_play->idWhere(u"/ticket-options"_s, u"category"_s, u"type"_s)}})
                 .status,
             500);
    QCOMPARE(m_play->post(u"/tickets"_s, {{u"message"_s, u"x"_s}}).messages(),
             QStringList {u"subject should not be null or undefined"_s});
}

void TestSandboxOperations::commentsTickets()
{
    const QString path = u"/ticket-comments/"_s + m_play->firstId(u"/tickets"_s);
    const qsizetype before = m_play->list(path).size();
    const QString author = m_play->newMember(u"Author"_s);
    const QJsonObject comment {
        {u"text"_s, u"Still cold."_s}, {u"member"_s, author}, {u"isPublic"_s, true}};
    const Response added = m_play->post(path, comment);
    QCOMPARE(added.status, 201);
    QCOMPARE(added.json.value(u"targetType"_s).toString(), u"issue"_s);
    QCOMPARE(m_play->list(path).size(), before + 1);
    QJsonObject secret = comment;
    secret.insert(u"isPublic"_s, false);
    QCOMPARE(m_play->post(path, secret).status, 500);
    QCOMPARE(m_play->post(path, {{u"text"_s, u"x"_s}}).messages().size(), 2);
    QCOMPARE(m_play->post(u"/ticket-comments/"_s + QString(24, u'0'), comment).status, 404);
}

void TestSandboxOperations::writesWebhooks()
{
    const QJsonObject body {{u"url"_s, u"https://relay.example/hook"_s},
                            {u"eventTypes"_s, QJsonArray {u"member.updated"_s}}};
    const Response created = m_play->post(u"/webhooks"_s, body);
    QCOMPARE(created.status, 201);
    QVERIFY(!created.json.value(u"secret"_s).toString().isEmpty());
    QCOMPARE(created.json.value(u"isEnabled"_s), QJsonValue(true));
    const QString path = u"/webhooks/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(m_play->list(u"/webhooks"_s).size(), 1);
    QCOMPARE(m_play->get(path).json, created.json);
    QCOMPARE(m_play->put(path, {{u"isEnabled"_s, false}}).json.value(u"isEnabled"_s),
             QJsonValue(false));
    QCOMPARE(m_play->put(path, {{u"url"_s, u"file:///etc/passwd"_s}}).status, 400);
    QCOMPARE(m_play
                 ->post(u"/webhooks"_s,
                        {{u"url"_s, u"https://relay.example/"_s},
                         {u"eventTypes"_s, QJsonArray {u"note.created"_s}}})
                 .status,
             400);
    QCOMPARE(m_play->remove(path).json.value(u"_id"_s), created.json.value(u"_id"_s));
    QCOMPARE(m_play->list(u"/webhooks"_s).size(), 0);
}

QTEST_GUILESS_MAIN(TestSandboxOperations)
#include "tst_sandbox_operations.moc"
