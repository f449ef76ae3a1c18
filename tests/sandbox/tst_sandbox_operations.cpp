// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "movableclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The operations of OfficeRnD around its members, over real HTTP.
class TestSandboxOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void writesMemberships();
    void statusFollowsMembershipsAndTime();
    void statusFollowsOpportunitiesAndWill();
    void writesBookings();
    void tellsOccurrences();
    void checksInAndOut();
    void writesVisitorsAndVisits();
    void writesWebhooks();
    void movesWhatHangsOnAMergedMember();
    void keepsEverythingInItsState();

private:
    [[nodiscard]] QJsonArray list(const QString &path)
    {
        const Response page = m_client->officernd("GET", path);
        return page.status == 200 ? page.json.value(u"results"_s).toArray() : QJsonArray();
    }
    [[nodiscard]] QString firstId(const QString &path)
    {
        return list(path).first().toObject().value(u"_id"_s).toString();
    }
    [[nodiscard]] QString newMember(const QString &name)
    {
        const auto id = m_sandbox->addPerson(Side::Left, {{u"name"_s, name}});
        return id ? id->text() : QString();
    }
    [[nodiscard]] QString status(const QString &member)
    {
        return m_client->officernd("GET", u"/members/"_s + member)
            .json.value(u"status"_s)
            .toString();
    }
    [[nodiscard]] QString optionOf(const QString &category)
    {
        const QJsonArray options = list(u"/ticket-options"_s);
        for (const QJsonValue &option : options) {
            if (option.toObject().value(u"category"_s) == category)
                return option.toObject().value(u"_id"_s).toString();
        }
        return {};
    }

    MovableClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxOperations::init()
{
    SandboxOptions options;
    options.clock = &m_clock;
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
    m_client->signIn();
}

void TestSandboxOperations::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

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
    const Response first = m_client->officernd("GET", path + u"?$limit=1"_s);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json.value(u"results"_s).toArray().size(), 1);
    QCOMPARE(first.json.value(u"rangeStart"_s).toInt(), 1);
    QCOMPARE(first.json.value(u"rangeEnd"_s).toInt(), 1);
    const QJsonObject record = first.json.value(u"results"_s).toArray().first().toObject();
    QCOMPARE(record.value(u"_id"_s).toString().size(), 24);
    QCOMPARE(m_client->officernd("GET", path + u"?colour=red"_s).messages(),
             QStringList {u"property colour should not exist"_s});
    m_client->setToken(m_client->requestToken(u"flex.user.auth.verify"_s)
                           .json.value(u"access_token"_s)
                           .toString());
    QCOMPARE(m_client->officernd("GET", path).status, 401);
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
    const QJsonObject listed = list(path).first().toObject();
    const QString id = listed.value(u"_id"_s).toString();
    QCOMPARE(m_client->officernd("GET", path + u'/' + id).json, listed);
    const Response missing = m_client->officernd("GET", path + u'/' + QString(24, u'0'));
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
        const Response page = m_client->officernd(
            "GET",
            path + u"?$limit=50"_s + (cursor.isEmpty() ? QString() : u"&$cursorNext="_s + cursor));
        all += static_cast<int>(page.json.value(u"results"_s).toArray().size());
        cursor = QString::fromLatin1(
            QUrl::toPercentEncoding(page.json.value(u"cursorNext"_s).toString()));
    } while (!cursor.isEmpty());
    QCOMPARE(m_client->officernd("GET", path + u"/count"_s).json.value(u"total"_s).toInt(), all);
}

void TestSandboxOperations::writesOpportunities()
{
    const QString member = newMember(u"Deal Maker"_s);
    const Response created
        = m_client->officernd("POST", u"/opportunities"_s,
                              {{u"name"_s, u"Two desks"_s},
                               {u"member"_s, member},
                               {u"dealSize"_s, 640},
                               {u"startDate"_s, u"2026-07-01"_s},
                               {u"properties"_s, QJsonObject {{u"source"_s, u"Fair"_s}}}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"status"_s).toString(), firstId(u"/opportunity-statuses"_s));
    QCOMPARE(created.json.value(u"startDate"_s).toString(), u"2026-07-01T00:00:00.000Z"_s);
    const QString path = u"/opportunities/"_s + created.json.value(u"_id"_s).toString();
    const Response moved = m_client->officernd("PUT", path, {{u"dealSize"_s, 320}});
    QCOMPARE(moved.status, 200);
    QCOMPARE(moved.json.value(u"dealSize"_s).toInt(), 320);
    QVERIFY(moved.json.value(u"modifiedAt"_s) != created.json.value(u"modifiedAt"_s));
    const QJsonArray own = list(u"/opportunities?member="_s + member);
    QCOMPARE(own.size(), 1);
    QCOMPARE(
        list(u"/opportunities?modifiedAt[$gte]="_s + moved.json.value(u"modifiedAt"_s).toString())
            .size(),
        1);
    QCOMPARE(m_client->officernd("DELETE", path).status, 200);
    QCOMPARE(m_client->officernd("GET", path).status, 404);
}

void TestSandboxOperations::refusesOpportunitiesOfNobody()
{
    QCOMPARE(m_client->officernd("POST", u"/opportunities"_s, {{u"name"_s, u"x"_s}}).status, 500);
    QCOMPARE(
        m_client->officernd("POST", u"/opportunities"_s, {{u"member"_s, QString(24, u'0')}}).status,
        500);
    QCOMPARE(m_client->officernd("POST", u"/opportunities"_s, {{u"owner"_s, u"x"_s}}).messages(),
             QStringList {u"property owner should not exist"_s});
}

void TestSandboxOperations::writesTickets()
{
    const QString member = newMember(u"Cold Feet"_s);
    const Response created = m_client->officernd("POST", u"/tickets"_s,
                                                 {{u"subject"_s, u"Heating"_s},
                                                  {u"message"_s, u"None."_s},
                                                  {u"member"_s, member},
                                                  {u"priority"_s, optionOf(u"priority"_s)}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"status"_s).toString(), u"new"_s);
    QVERIFY(created.json.value(u"number"_s).toString().toInt() > 1000);
    QVERIFY(created.json.contains(u"location"_s));
    const QString path = u"/tickets/"_s + created.json.value(u"_id"_s).toString();
    const Response resolved = m_client->officernd("PUT", path, {{u"status"_s, u"resolved"_s}});
    QVERIFY(resolved.json.contains(u"resolvedDate"_s));
    const Response reopened = m_client->officernd("PUT", path, {{u"status"_s, u"open"_s}});
    QVERIFY(!reopened.json.contains(u"resolvedDate"_s));
    QCOMPARE(reopened.json.value(u"subject"_s).toString(), u"Heating"_s);
    QCOMPARE(m_client->officernd("DELETE", path).status, 404); // there is no such operation
}

void TestSandboxOperations::refusesOddTickets()
{
    const QString path = u"/tickets/"_s + firstId(u"/tickets"_s);
    QCOMPARE(m_client->officernd("PUT", path, {{u"assignedTo"_s, u"x"_s}}).messages(),
             QStringList {u"property assignedTo should not exist"_s});
    QCOMPARE(m_client->officernd("PUT", path, {{u"type"_s, optionOf(u"type"_s)}}).status, 400);
    QCOMPARE(m_client->officernd("PUT", path, {{u"status"_s, u"done"_s}}).status, 400);
    QCOMPARE(m_client->officernd("PUT", path, {{u"priority"_s, optionOf(u"type"_s)}}).status, 500);
    QCOMPARE(m_client->officernd("POST", u"/tickets"_s, {{u"message"_s, u"x"_s}}).messages(),
             QStringList {u"subject should not be null or undefined"_s});
}

void TestSandboxOperations::commentsTickets()
{
    const QString path = u"/ticket-comments/"_s + firstId(u"/tickets"_s);
    const qsizetype before = list(path).size();
    const QString author = newMember(u"Author"_s);
    const QJsonObject comment {
        {u"text"_s, u"Still cold."_s}, {u"member"_s, author}, {u"isPublic"_s, true}};
    const Response added = m_client->officernd("POST", path, comment);
    QCOMPARE(added.status, 201);
    QCOMPARE(added.json.value(u"targetType"_s).toString(), u"issue"_s);
    QCOMPARE(list(path).size(), before + 1);
    QJsonObject secret = comment;
    secret.insert(u"isPublic"_s, false);
    QCOMPARE(m_client->officernd("POST", path, secret).status, 500);
    QCOMPARE(m_client->officernd("POST", path, {{u"text"_s, u"x"_s}}).messages().size(), 2);
    QCOMPARE(
        m_client->officernd("POST", u"/ticket-comments/"_s + QString(24, u'0'), comment).status,
        404);
}

void TestSandboxOperations::writesMemberships()
{
    const QString company = m_sandbox->companyAtOfficernd(u"Gull Ltd"_s).text();
    const Response created = m_client->officernd("POST", u"/memberships"_s,
                                                 {{u"plan"_s, firstId(u"/plans"_s)},
                                                  {u"location"_s, firstId(u"/locations"_s)},
                                                  {u"company"_s, company},
                                                  {u"startDate"_s, u"2026-01-01"_s}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"isPersonal"_s), QJsonValue(false));
    QCOMPARE(created.json.value(u"calculatedStatus"_s).toString(), u"active"_s);
    QCOMPARE(created.json.value(u"name"_s).toString(), u"Hot Desk"_s);
    const QString path = u"/memberships/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(m_client->officernd("GET", u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"active"_s));
    QCOMPARE(m_client->officernd("PUT", path, {{u"properties"_s, QJsonObject()}}).status, 400);
    const Response ended = m_client->officernd("PUT", path, {{u"endDate"_s, u"2026-05-01"_s}});
    QCOMPARE(ended.json.value(u"calculatedStatus"_s).toString(), u"expired"_s);
    QCOMPARE(m_client->officernd("GET", u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"former"_s));
    QCOMPARE(m_client->officernd("GET", u"/memberships?modifiedAt[$gte]=2026-01-01"_s).status, 400);
    QCOMPARE(m_client->officernd("DELETE", path).status, 200);
    QCOMPARE(m_client->officernd("GET", u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"inactive"_s));
    for (const QJsonValue &value : list(u"/memberships"_s)) {
        const QJsonObject membership = value.toObject();
        if (membership.value(u"isLocked"_s).toBool()) {
            const Response refused = m_client->officernd(
                "DELETE", u"/memberships/"_s + membership.value(u"_id"_s).toString());
            QCOMPARE(refused.status, 500);
            QCOMPARE(refused.message(), u"Cannot delete invoiced membership"_s);
            return;
        }
    }
    QFAIL("no invoiced membership among the invented ones");
}

void TestSandboxOperations::statusFollowsMembershipsAndTime()
{
    const QString member = newMember(u"Coming Soon"_s);
    QCOMPARE(status(member), u"contact"_s);
    QCOMPARE(m_client
                 ->officernd("POST", u"/memberships"_s,
                             {{u"plan"_s, firstId(u"/plans"_s)},
                              {u"location"_s, firstId(u"/locations"_s)},
                              {u"member"_s, member},
                              {u"startDate"_s, u"2026-06-02"_s},
                              {u"endDate"_s, u"2026-06-04"_s}})
                 .status,
             201);
    const QJsonObject pending = m_client->officernd("GET", u"/members/"_s + member).json;
    QCOMPARE(pending.value(u"status"_s).toString(), u"pending"_s);
    m_clock.advance(std::chrono::hours(24));
    m_client->signIn(); // the first token has expired meanwhile
    const QJsonObject active = m_client->officernd("GET", u"/members/"_s + member).json;
    QCOMPARE(active.value(u"status"_s).toString(), u"active"_s);
    QCOMPARE(active.value(u"modifiedAt"_s), pending.value(u"modifiedAt"_s));
    m_clock.advance(std::chrono::hours(48));
    m_client->signIn();
    QCOMPARE(status(member), u"former"_s);
}

void TestSandboxOperations::statusFollowsOpportunitiesAndWill()
{
    const QString member = newMember(u"Ina Lead"_s);
    const Response deal = m_client->officernd("POST", u"/opportunities"_s, {{u"member"_s, member}});
    QCOMPARE(status(member), u"lead"_s);
    const QJsonArray stages = list(u"/opportunity-statuses"_s);
    for (const QJsonValue &stage : stages) {
        if (stage.toObject().value(u"probability"_s).toInt() == 100)
            (void)m_client->officernd("PUT",
                                      u"/opportunities/"_s + deal.json.value(u"_id"_s).toString(),
                                      {{u"status"_s, stage.toObject().value(u"_id"_s)}});
    }
    QCOMPARE(status(member), u"contact"_s);
    const QString path = u"/members/"_s + member + u"/status"_s;
    QCOMPARE(m_client->officernd("PUT", path, {{u"status"_s, u"former"_s}}).status, 204);
    (void)m_client->officernd("POST", u"/opportunities"_s, {{u"member"_s, member}});
    QCOMPARE(status(member), u"former"_s); // a person's choice stays
    QCOMPARE(m_client->officernd("PUT", path, {{u"status"_s, u"auto"_s}}).status, 204);
    QCOMPARE(status(member), u"lead"_s);
}

void TestSandboxOperations::writesBookings()
{
    const QJsonObject body {{u"resource"_s, QString(24, u'a')},
                            {u"location"_s, firstId(u"/locations"_s)},
                            {u"member"_s, newMember(u"Booker"_s)},
                            {u"start"_s, u"2026-06-10T09:00:00Z"_s},
                            {u"end"_s, u"2026-06-10T10:00:00Z"_s}};
    QCOMPARE(m_client->officernd("POST", u"/bookings/validate"_s, body).status, 200);
    const Response created = m_client->officernd("POST", u"/bookings"_s, body);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"seriesEnd"_s).toString(), u"2026-06-10T10:00:00.000Z"_s);
    const QString path = u"/bookings/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(m_client->officernd("PUT", path, {{u"end"_s, u"2026-06-10T08:00:00Z"_s}}).status, 500);
    QCOMPARE(m_client->officernd("PUT", path, {{u"title"_s, u"Board"_s}})
                 .json.value(u"title"_s)
                 .toString(),
             u"Board"_s);
    QCOMPARE(m_client->officernd("POST", path + u"/cancel"_s).json.value(u"isCancelled"_s),
             QJsonValue(true));
    QCOMPARE(m_client->officernd("GET", u"/bookings?start[$gte]=2026-01-01"_s).status, 400);
    QCOMPARE(m_client->officernd("GET", u"/bookings?seriesEnd[$gte]=2026-01-01"_s).status, 200);
    QCOMPARE(m_client->officernd("DELETE", path + u"?isSilent=true"_s).status, 200);
}

void TestSandboxOperations::tellsOccurrences()
{
    const QJsonObject body {
        {u"resource"_s, QString(24, u'a')},
        {u"location"_s, firstId(u"/locations"_s)},
        {u"title"_s, u"Choir"_s},
        {u"start"_s, u"2035-01-01T09:00:00Z"_s}, // a Monday
        {u"end"_s, u"2035-01-01T10:00:00Z"_s},
        {u"recurrence"_s,
         QJsonObject {{u"rrule"_s, u"FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6"_s},
                      {u"exdates"_s, QJsonArray {u"2035-01-08T09:00:00.000Z"_s}}}}};
    const Response created = m_client->officernd("POST", u"/bookings"_s, body);
    QCOMPARE(created.json.value(u"seriesEnd"_s).toString(), u"2035-01-17T10:00:00.000Z"_s);
    QStringList starts;
    const QJsonArray found = list(u"/bookings/occurrences?seriesEnd[$gte]=2035-01-02T00:00:00Z"
                                  "&seriesStart[$lt]=2035-02-01T00:00:00Z"_s);
    for (const QJsonValue &occurrence : found)
        starts.append(occurrence.toObject().value(u"start"_s).toString().first(10));
    QCOMPARE(starts,
             (QStringList {u"2035-01-03"_s, u"2035-01-10"_s, u"2035-01-15"_s, u"2035-01-17"_s}));
    QCOMPARE(m_client->officernd("GET", u"/bookings/occurrences"_s).messages().size(), 2);
}

void TestSandboxOperations::checksInAndOut()
{
    const QString member = newMember(u"Early Bird"_s);
    const QString out = u"/checkins/checkout/"_s + member;
    QCOMPARE(m_client->officernd("POST", out).status, 500);
    const Response in = m_client->officernd(
        "POST", u"/checkins/"_s + member,
        {{u"location"_s, firstId(u"/locations"_s)}, {u"start"_s, u"2026-06-01T08:00:00Z"_s}});
    QCOMPARE(in.status, 201);
    QVERIFY(!in.json.contains(u"end"_s) && !in.json.contains(u"modifiedAt"_s));
    QCOMPARE(list(u"/checkins?member="_s + member).size(), 1);
    const Response left = m_client->officernd("POST", out);
    QCOMPARE(left.status, 200);
    QVERIFY(left.json.contains(u"end"_s));
    QCOMPARE(m_client->officernd("POST", out).status, 500);
}

void TestSandboxOperations::writesVisitorsAndVisits()
{
    const Response visitor = m_client->officernd(
        "POST", u"/visitors"_s, {{u"name"_s, u"Guest"_s}, {u"type"_s, u"reception"_s}});
    QCOMPARE(visitor.status, 201);
    QVERIFY(!visitor.json.contains(u"createdAt"_s));
    QCOMPARE(m_client->officernd("POST", u"/visitors"_s, {{u"name"_s, u"Guest"_s}}).status, 400);
    const Response visit = m_client->officernd("POST", u"/visits"_s,
                                               {{u"visitor"_s, visitor.json.value(u"_id"_s)},
                                                {u"location"_s, firstId(u"/locations"_s)},
                                                {u"start"_s, u"2026-06-01T08:00:00Z"_s}});
    QCOMPARE(visit.status, 201);
    const QStringList paths {u"/visits/"_s + visit.json.value(u"_id"_s).toString(),
                             u"/visitors/"_s + visitor.json.value(u"_id"_s).toString()};
    for (const QString &path : paths) {
        QCOMPARE(m_client->officernd("DELETE", path).status, 200);
        QCOMPARE(m_client->officernd("DELETE", path).status, 404);
    }
}

void TestSandboxOperations::writesWebhooks()
{
    const QJsonObject body {{u"url"_s, u"https://relay.example/hook"_s},
                            {u"eventTypes"_s, QJsonArray {u"member.updated"_s}}};
    const Response created = m_client->officernd("POST", u"/webhooks"_s, body);
    QCOMPARE(created.status, 201);
    QVERIFY(!created.json.value(u"secret"_s).toString().isEmpty());
    QCOMPARE(created.json.value(u"isEnabled"_s), QJsonValue(true));
    const QString path = u"/webhooks/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(list(u"/webhooks"_s).size(), 1);
    QCOMPARE(m_client->officernd("GET", path).json, created.json);
    QCOMPARE(m_client->officernd("PUT", path, {{u"isEnabled"_s, false}}).json.value(u"isEnabled"_s),
             QJsonValue(false));
    QCOMPARE(m_client->officernd("PUT", path, {{u"url"_s, u"file:///etc/passwd"_s}}).status, 400);
    QCOMPARE(m_client
                 ->officernd("POST", u"/webhooks"_s,
                             {{u"url"_s, u"https://relay.example/"_s},
                              {u"eventTypes"_s, QJsonArray {u"note.created"_s}}})
                 .status,
             400);
    QCOMPARE(m_client->officernd("DELETE", path).json.value(u"_id"_s),
             created.json.value(u"_id"_s));
    QCOMPARE(list(u"/webhooks"_s).size(), 0);
}

void TestSandboxOperations::movesWhatHangsOnAMergedMember()
{
    const QString from = newMember(u"Twin One"_s);
    const QString into = newMember(u"Twin Two"_s);
    (void)m_client->officernd("POST", u"/opportunities"_s, {{u"member"_s, from}});
    QVERIFY(!m_sandbox->mergePeople(Side::Left, RemoteId(from), RemoteId(from)));
    QVERIFY(m_sandbox->mergePeople(Side::Left, RemoteId(into), RemoteId(from)));
    QCOMPARE(m_client->officernd("GET", u"/members/"_s + from).status, 404);
    QCOMPARE(list(u"/opportunities?member="_s + into).size(), 1);
    QCOMPARE(status(into), u"lead"_s);
}

void TestSandboxOperations::keepsEverythingInItsState()
{
    const QString former = newMember(u"Chosen Former"_s);
    (void)m_client->officernd("PUT", u"/members/"_s + former + u"/status"_s,
                              {{u"status"_s, u"former"_s}});
    const QJsonObject saved = m_sandbox->toJson();
    Sandbox other;
    QVERIFY(other.loadState(saved));
    QCOMPARE(other.toJson(), saved);
    SandboxOptions options;
    Sandbox same(options);
    Sandbox again(options);
    QVERIFY(same.start() && again.start());
    QCOMPARE(same.toJson(), again.toJson());
}

QTEST_GUILESS_MAIN(TestSandboxOperations)
#include "tst_sandbox_operations.moc"
