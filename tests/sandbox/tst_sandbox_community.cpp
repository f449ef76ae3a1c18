// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officerndplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Memberships, bookings and presence, and what they make of a member, over real HTTP.
class TestSandboxCommunity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<OfficerndPlay>(); }
    void cleanup() { m_play.reset(); }

    void writesMemberships();
    void statusFollowsMembershipsAndTime();
    void statusFollowsOpportunitiesAndWill();
    void writesBookings();
    void tellsOccurrences();
    void checksInAndOut();
    void writesVisitorsAndVisits();
    void movesWhatHangsOnAMergedMember();
    void keepsEverythingInItsState();

private:
    std::unique_ptr<OfficerndPlay> m_play;
};

void TestSandboxCommunity::writesMemberships()
{
    const QString company = m_play->sandbox().companyAtOfficernd(u"Gull Ltd"_s).text();
    const Response created = m_play->post(u"/memberships"_s,
                                          {{u"plan"_s, m_play->firstId(u"/plans"_s)},
                                           {u"location"_s, m_play->firstId(u"/locations"_s)},
                                           {u"company"_s, company},
                                           {u"startDate"_s, u"2026-01-01"_s}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"isPersonal"_s), QJsonValue(false));
    QCOMPARE(created.json.value(u"calculatedStatus"_s).toString(), u"active"_s);
    QCOMPARE(created.json.value(u"name"_s).toString(), u"Hot Desk"_s);
    const QString path = u"/memberships/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(m_play->get(u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"active"_s));
    QCOMPARE(m_play->put(path, {{u"properties"_s, QJsonObject()}}).status, 400);
    const Response ended = m_play->put(path, {{u"endDate"_s, u"2026-05-01"_s}});
    QCOMPARE(ended.json.value(u"calculatedStatus"_s).toString(), u"expired"_s);
    QCOMPARE(m_play->get(u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"former"_s));
    QCOMPARE(m_play->get(u"/memberships?modifiedAt[$gte]=2026-01-01"_s).status, 400);
    QCOMPARE(m_play->remove(path).status, 200);
    QCOMPARE(m_play->get(u"/companies/"_s + company).json.value(u"status"_s),
             QJsonValue(u"inactive"_s));
    for (const QJsonValue &value : m_play->list(u"/memberships"_s)) {
        const QJsonObject membership = value.toObject();
        if (membership.value(u"isLocked"_s).toBool()) {
            const Response refused
                = m_play->remove(u"/memberships/"_s + membership.value(u"_id"_s).toString());
            QCOMPARE(refused.status, 500);
            QCOMPARE(refused.message(), u"Cannot delete invoiced membership"_s);
            return;
        }
    }
    QFAIL("no invoiced membership among the invented ones");
}

void TestSandboxCommunity::statusFollowsMembershipsAndTime()
{
    const QString member = m_play->newMember(u"Coming Soon"_s);
    QCOMPARE(m_play->status(member), u"contact"_s);
    QCOMPARE(m_play
                 ->post(u"/memberships"_s,
                        {{u"plan"_s, m_play->firstId(u"/plans"_s)},
                         {u"location"_s, m_play->firstId(u"/locations"_s)},
                         {u"member"_s, member},
                         {u"startDate"_s, u"2026-06-02"_s},
                         {u"endDate"_s, u"2026-06-04"_s}})
                 .status,
             201);
    const QJsonObject pending = m_play->get(u"/members/"_s + member).json;
    QCOMPARE(pending.value(u"status"_s).toString(), u"pending"_s);
    m_play->passTime(std::chrono::hours(24));
    const QJsonObject active = m_play->get(u"/members/"_s + member).json;
    QCOMPARE(active.value(u"status"_s).toString(), u"active"_s);
    QCOMPARE(active.value(u"modifiedAt"_s), pending.value(u"modifiedAt"_s));
    m_play->passTime(std::chrono::hours(48));
    QCOMPARE(m_play->status(member), u"former"_s);
}

void TestSandboxCommunity::statusFollowsOpportunitiesAndWill()
{
    const QString member = m_play->newMember(u"Ina Lead"_s);
    const Response deal = m_play->post(u"/opportunities"_s, {{u"member"_s, member}});
    QCOMPARE(m_play->status(member), u"lead"_s);
    const QJsonArray stages = m_play->list(u"/opportunity-statuses"_s);
    for (const QJsonValue &stage : stages) {
        if (stage.toObject().value(u"probability"_s).toInt() == 100)
            (void)m_play->put(u"/opportunities/"_s + deal.json.value(u"_id"_s).toString(),
                              {{u"status"_s, stage.toObject().value(u"_id"_s)}});
    }
    QCOMPARE(m_play->status(member), u"contact"_s);
    const QString path = u"/members/"_s + member + u"/status"_s;
    QCOMPARE(m_play->put(path, {{u"status"_s, u"former"_s}}).status, 204);
    (void)m_play->post(u"/opportunities"_s, {{u"member"_s, member}});
    QCOMPARE(m_play->status(member), u"former"_s); // a person's choice stays
    QCOMPARE(m_play->put(path, {{u"status"_s, u"auto"_s}}).status, 204);
    QCOMPARE(m_play->status(member), u"lead"_s);
}

void TestSandboxCommunity::writesBookings()
{
    const QJsonObject body {{u"resource"_s, QString(24, u'a')},
                            {u"location"_s, m_play->firstId(u"/locations"_s)},
                            {u"member"_s, m_play->newMember(u"Booker"_s)},
                            {u"start"_s, u"2026-06-10T09:00:00Z"_s},
                            {u"end"_s, u"2026-06-10T10:00:00Z"_s}};
    QCOMPARE(m_play->post(u"/bookings/validate"_s, body).status, 200);
    const Response created = m_play->post(u"/bookings"_s, body);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"seriesEnd"_s).toString(), u"2026-06-10T10:00:00.000Z"_s);
    const QString path = u"/bookings/"_s + created.json.value(u"_id"_s).toString();
    QCOMPARE(m_play->put(path, {{u"end"_s, u"2026-06-10T08:00:00Z"_s}}).status, 500);
    QCOMPARE(m_play->put(path, {{u"title"_s, u"Board"_s}}).json.value(u"title"_s).toString(),
             u"Board"_s);
    QCOMPARE(m_play->post(path + u"/cancel"_s).json.value(u"isCancelled"_s), QJsonValue(true));
    QCOMPARE(m_play->get(u"/bookings?start[$gte]=2026-01-01"_s).status, 400);
    QCOMPARE(m_play->get(u"/bookings?seriesEnd[$gte]=2026-01-01"_s).status, 200);
    QCOMPARE(m_play->remove(path + u"?isSilent=true"_s).status, 200);
}

void TestSandboxCommunity::tellsOccurrences()
{
    const QJsonObject body {
        {u"resource"_s, QString(24, u'a')},
        {u"location"_s, m_play->firstId(u"/locations"_s)},
        {u"title"_s, u"Choir"_s},
        {u"start"_s, u"2035-01-01T09:00:00Z"_s}, // a Monday
        {u"end"_s, u"2035-01-01T10:00:00Z"_s},
        {u"recurrence"_s,
         QJsonObject {{u"rrule"_s, u"FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6"_s},
                      {u"exdates"_s, QJsonArray {u"2035-01-08T09:00:00.000Z"_s}}}}};
    const Response created = m_play->post(u"/bookings"_s, body);
    QCOMPARE(created.json.value(u"seriesEnd"_s).toString(), u"2035-01-17T10:00:00.000Z"_s);
    QStringList starts;
    const QJsonArray found
        = m_play->list(u"/bookings/occurrences?seriesEnd[$gte]=2035-01-02T00:00:00Z"
                       "&seriesStart[$lt]=2035-02-01T00:00:00Z"_s);
    for (const QJsonValue &occurrence : found)
        starts.append(occurrence.toObject().value(u"start"_s).toString().first(10));
    QCOMPARE(starts,
             (QStringList {u"2035-01-03"_s, u"2035-01-10"_s, u"2035-01-15"_s, u"2035-01-17"_s}));
    QCOMPARE(m_play->get(u"/bookings/occurrences"_s).messages().size(), 2);
}

void TestSandboxCommunity::checksInAndOut()
{
    const QString member = m_play->newMember(u"Early Bird"_s);
    const QString out = u"/checkins/checkout/"_s + member;
    QCOMPARE(m_play->post(out).status, 500);
    const Response in = m_play->post(u"/checkins/"_s + member,
                                     {{u"location"_s, m_play->firstId(u"/locations"_s)},
                                      {u"start"_s, u"2026-06-01T08:00:00Z"_s}});
    QCOMPARE(in.status, 201);
    QVERIFY(!in.json.contains(u"end"_s) && !in.json.contains(u"modifiedAt"_s));
    QCOMPARE(m_play->list(u"/checkins?member="_s + member).size(), 1);
    const Response left = m_play->post(out);
    QCOMPARE(left.status, 200);
    QVERIFY(left.json.contains(u"end"_s));
    QCOMPARE(m_play->post(out).status, 500);
}

void TestSandboxCommunity::writesVisitorsAndVisits()
{
    const Response visitor
        = m_play->post(u"/visitors"_s, {{u"name"_s, u"Guest"_s}, {u"type"_s, u"reception"_s}});
    QCOMPARE(visitor.status, 201);
    QVERIFY(!visitor.json.contains(u"createdAt"_s));
    QCOMPARE(m_play->post(u"/visitors"_s, {{u"name"_s, u"Guest"_s}}).status, 400);
    const Response visit = m_play->post(u"/visits"_s,
                                        {{u"visitor"_s, visitor.json.value(u"_id"_s)},
                                         {u"location"_s, m_play->firstId(u"/locations"_s)},
                                         {u"start"_s, u"2026-06-01T08:00:00Z"_s}});
    QCOMPARE(visit.status, 201);
    const QStringList paths {u"/visits/"_s + visit.json.value(u"_id"_s).toString(),
                             u"/visitors/"_s + visitor.json.value(u"_id"_s).toString()};
    for (const QString &path : paths) {
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->remove(path).status, 404);
    }
}

void TestSandboxCommunity::movesWhatHangsOnAMergedMember()
{
    const QString from = m_play->newMember(u"Twin One"_s);
    const QString into = m_play->newMember(u"Twin Two"_s);
    (void)m_play->post(u"/opportunities"_s, {{u"member"_s, from}});
    QVERIFY(!m_play->sandbox().mergePeople(Side::Left, RemoteId(from), RemoteId(from)));
    QVERIFY(m_play->sandbox().mergePeople(Side::Left, RemoteId(into), RemoteId(from)));
    QCOMPARE(m_play->get(u"/members/"_s + from).status, 404);
    QCOMPARE(m_play->list(u"/opportunities?member="_s + into).size(), 1);
    QCOMPARE(m_play->status(into), u"lead"_s);
}

void TestSandboxCommunity::keepsEverythingInItsState()
{
    const QString former = m_play->newMember(u"Chosen Former"_s);
    (void)m_play->put(u"/members/"_s + former + u"/status"_s, {{u"status"_s, u"former"_s}});
    const QJsonObject saved = m_play->sandbox().toJson();
    Sandbox other;
    QVERIFY(other.loadState(saved));
    QCOMPARE(other.toJson(), saved);
    SandboxOptions options;
    Sandbox same(options);
    Sandbox again(options);
    QVERIFY(same.start() && again.start());
    QCOMPARE(same.toJson(), again.toJson());
}

QTEST_GUILESS_MAIN(TestSandboxCommunity)
#include "tst_sandbox_community.moc"
