// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! What a sub-account sets up besides its people: calendars and all around them, tasks that come
//! again, templates. What was written is what is read.
class TestSandboxHlAdministration final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_play = std::make_unique<HighLevelPlay>();
        m_inLocation = u"?locationId="_s + m_play->locationId();
    }

    void calendarsComeAndGo()
    {
        const QString group
            = made(u"/calendars/groups"_s,
                   {{u"name"_s, u"Tours"_s}, {u"description"_s, u"x"_s}, {u"slug"_s, u"tours"_s}},
                   u"group"_s);
        const QString id = made(u"/calendars/"_s, {{u"name"_s, u"Tour"_s}, {u"groupId"_s, group}},
                                u"calendar"_s);
        const QString path = u"/calendars/"_s + id;
        QCOMPARE(read(path, u"calendar"_s).value(u"groupId"_s).toString(), group);
        QCOMPARE(m_play->put(path, {{u"name"_s, u"Visit"_s}}).status, 200);
        QCOMPARE(read(path, u"calendar"_s).value(u"name"_s).toString(), u"Visit"_s);
        QCOMPARE(m_play->put(path, {{u"groupId"_s, u"nobody"_s}}).status, 422);
        const QString visit = book(id, u"2026-12-01T09:00:00Z"_s);
        QVERIFY(!visit.isEmpty());
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->get(path).status, 400);
        QCOMPARE(m_play->get(u"/calendars/events/appointments/"_s + visit).status, 400);
        // The group does not mind.
        QCOMPARE(m_play->get(u"/calendars/groups"_s + m_inLocation)
                     .json.value(u"groups"_s)
                     .toArray()
                     .size(),
                 1);
    }

    void groupsHaveSlugsOfTheirOwn()
    {
        const QJsonObject body {{u"locationId"_s, m_play->locationId()},
                                {u"name"_s, u"Tours"_s},
                                {u"description"_s, u"x"_s},
                                {u"slug"_s, u"tours"_s}};
        const auto isFree = [this] {
            return m_play
                ->post(u"/calendars/groups/validate-slug"_s,
                       {{u"locationId"_s, m_play->locationId()}, {u"slug"_s, u"tours"_s}})
                .json.value(u"available"_s)
                .toBool();
        };
        QVERIFY(isFree());
        const QString id = made(u"/calendars/groups"_s, body, u"group"_s);
        QVERIFY(!isFree());
        QCOMPARE(m_play->post(u"/calendars/groups"_s, body).status, 422);
        const QString path = u"/calendars/groups/"_s + id;
        QCOMPARE(m_play->put(path + u"/status"_s, {{u"isActive"_s, false}}).status, 200);
        const QJsonObject group = m_play->get(u"/calendars/groups"_s + m_inLocation)
                                      .json.value(u"groups"_s)
                                      .toArray()
                                      .first()
                                      .toObject();
        QVERIFY(!group.value(u"isActive"_s).toBool(true));
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->remove(path).status, 400);
        QVERIFY(isFree());
    }

    void freeTimesLeaveOutWhatIsTaken()
    {
        const QString id = made(u"/calendars/"_s, {{u"name"_s, u"Tour"_s}, {u"slotDuration"_s, 60}},
                                u"calendar"_s);
        const auto slots = [&] { // a Tuesday, whole
            const QJsonObject days
                = m_play
                      ->get(u"/calendars/%1/free-slots?startDate=1796083200000"
                            "&endDate=1796169600000&timezone=Europe/London"_s.arg(id))
                      .json;
            return days.value(u"2026-12-01"_s).toObject().value(u"slots"_s).toArray();
        };
        const QJsonArray before = slots();
        QCOMPARE(before.size(), 8);
        QVERIFY(before.contains(u"2026-12-01T10:00:00+00:00"_s)
                || before.contains(u"2026-12-01T10:00:00Z"_s));
        QVERIFY(!book(id, u"2026-12-01T10:30:00Z"_s).isEmpty());
        QCOMPARE(slots().size(), 7);
        QCOMPARE(m_play->get(u"/calendars/%1/free-slots?startDate=x"_s.arg(id)).status, 422);
    }

    void roomsAreNotEquipment()
    {
        const QString calendar = firstCalendar();
        const QString id = made(u"/calendars/resources/rooms"_s,
                                {{u"name"_s, u"Attic"_s},
                                 {u"description"_s, u"x"_s},
                                 {u"quantity"_s, 1},
                                 {u"outOfService"_s, 0},
                                 {u"capacity"_s, 4},
                                 {u"calendarIds"_s, QJsonArray {calendar}}});
        const QString path = u"/calendars/resources/rooms/"_s + id;
        QCOMPARE(m_play->put(path, {{u"capacity"_s, 6}}).status, 200);
        QCOMPARE(m_play->get(path).json.value(u"capacity"_s).toInt(), 6);
        QCOMPARE(m_play->get(u"/calendars/resources/equipments/"_s + id).status, 400);
        QCOMPARE(m_play->put(path, {{u"calendarIds"_s, QJsonArray {u"nobody"_s}}}).status, 422);
        QCOMPARE(list(u"/calendars/resources/rooms"_s + m_inLocation).size(), 1);
        QCOMPARE(list(u"/calendars/resources/equipments"_s + m_inLocation).size(), 0);
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(list(u"/calendars/resources/rooms"_s + m_inLocation).size(), 0);
    }

    void notificationsBelongToACalendar()
    {
        const QString all = u"/calendars/%1/notifications"_s.arg(firstCalendar());
        const QJsonObject good {{u"receiverType"_s, u"contact"_s},
                                {u"channel"_s, u"email"_s},
                                {u"notificationType"_s, u"booked"_s}};
        QJsonObject bad = good;
        bad.insert(u"channel"_s, u"pigeon"_s);
        QCOMPARE(sendList(all, {good, bad}).status, 422); // none of them
        QCOMPARE(list(all).size(), 0);
        QCOMPARE(sendList(all, {good, good}).status, 200);
        const QJsonArray both = list(all);
        QCOMPARE(both.size(), 2);
        const QString path = all + u'/' + both.first()[u"_id"_s].toString();
        QCOMPARE(m_play->put(path, {{u"isActive"_s, false}}).status, 200);
        QCOMPARE(list(all + u"?isActive=true"_s).size(), 1);
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->get(path).status, 400);
        QCOMPARE(m_play->get(u"/calendars/nobody/notifications"_s).status, 400);
    }

    void calendarsFollowWorkingHours()
    {
        const QString user = m_play->firstUser();
        const QString id = made(
            u"/calendars/schedules"_s,
            {{u"name"_s, u"Weekdays"_s}, {u"timezone"_s, u"Europe/London"_s}, {u"userId"_s, user}},
            u"schedule"_s);
        const QString link = u"/calendars/schedules/%1/associations/%2"_s.arg(id, firstCalendar());
        const auto found = [&] {
            return m_play
                ->get(u"/calendars/schedules/search"_s + m_inLocation + u"&userId="_s + user
                      + u"&calendarId="_s + firstCalendar())
                .json.value(u"schedules"_s)
                .toArray()
                .size();
        };
        QCOMPARE(found(), 0);
        QCOMPARE(m_play->send("PUT", link).status, 200);
        QCOMPARE(found(), 1);
        QCOMPARE(m_play->remove(link).status, 200);
        QCOMPARE(found(), 0);
        const QString path = u"/calendars/schedules/"_s + id;
        QCOMPARE(m_play->put(path, {{u"timezone"_s, u"Mars/Olympus"_s}}).status, 422);
        QCOMPARE(m_play->put(path, {{u"name"_s, u"Hours"_s}}).status, 200);
        QCOMPARE(read(path, u"schedule"_s).value(u"name"_s).toString(), u"Hours"_s);
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->get(path).status, 400);
    }

    void tasksComeAgain()
    {
        const QString all = u"/locations/%1/recurring-tasks"_s.arg(m_play->locationId());
        const QString person = m_play->contactId({{u"firstName"_s, u"Oda"_s}});
        const QJsonObject rule {{u"intervalType"_s, u"weekly"_s},
                                {u"interval"_s, 1},
                                {u"startDate"_s, u"2026-12-01T09:00:00Z"_s},
                                {u"dueAfterSeconds"_s, 3600}};
        const QJsonObject body {{u"title"_s, u"Water the plants"_s},
                                {u"contactIds"_s, QJsonArray {person}},
                                {u"rruleOptions"_s, rule}};
        const Response created = m_play->post(all, body);
        QCOMPARE(created.status, 201);
        const QJsonObject recurring = created.json.value(u"recurringTask"_s).toObject();
        QCOMPARE(recurring.value(u"contactId"_s).toString(), person);
        const QJsonArray tasks
            = m_play->get(u"/contacts/%1/tasks"_s.arg(person)).json.value(u"tasks"_s).toArray();
        QCOMPARE(tasks.size(), 1);
        QCOMPARE(tasks.first()[u"dueDate"_s].toString(), u"2026-12-01T10:00:00.000Z"_s);

        const QString path = all + u'/' + recurring.value(u"id"_s).toString();
        QCOMPARE(m_play->put(path, {{u"title"_s, u"Feed the fish"_s}}).status, 200);
        QCOMPARE(read(path, u"recurringTask"_s).value(u"title"_s).toString(), u"Feed the fish"_s);
        QCOMPARE(m_play->put(path, {{u"contactIds"_s, QJsonArray {u"nobody"_s}}}).status, 422);
        QCOMPARE(read(path, u"recurringTask"_s).value(u"contactId"_s).toString(), person);
        QJsonObject headless = body;
        headless.insert(u"rruleOptions"_s, QJsonObject {{u"interval"_s, 1}});
        QCOMPARE(m_play->post(all, headless).status, 422);
        QCOMPARE(m_play->remove(path).json.value(u"success"_s), QJsonValue(true));
        QCOMPARE(m_play->get(path).status, 400);
    }

    void templatesAreListedAndDeleted()
    {
        const QString all = u"/locations/%1/templates"_s.arg(m_play->locationId());
        const auto names = [&](const QString &query) {
            return m_play->get(all + u"?originId="_s + m_play->locationId() + query)
                .json.value(u"templates"_s)
                .toArray();
        };
        QCOMPARE(names({}).size(), 2);
        const QJsonArray mails = names(u"&type=email"_s);
        QCOMPARE(mails.size(), 1);
        QCOMPARE(m_play->remove(all + u'/' + mails.first()[u"id"_s].toString()).status, 200);
        QCOMPARE(names({}).size(), 1);
        QCOMPARE(names(u"&deleted=true"_s), mails);
        QCOMPARE(m_play->get(all).status, 422);
    }

    //! The newer edition's list of a company's people goes on behind a name and an id.
    void newerPagesGoOnBehindAPerson()
    {
        const QString business
            = m_play
                  ->post(u"/businesses/"_s,
                         {{u"name"_s, u"Quay"_s}, {u"locationId"_s, m_play->locationId()}})
                  .json.value(u"buiseness"_s)[u"id"_s]
                  .toString();
        QJsonArray people;
        for (qsizetype i = 0; i < 7; ++i)
            people.append(m_play->person(i));
        QCOMPARE(m_play
                     ->post(u"/contacts/bulk/business"_s,
                            {{u"locationId"_s, m_play->locationId()},
                             {u"ids"_s, people},
                             {u"businessId"_s, business}})
                     .status,
                 200);
        m_play->speak("v3");
        QSet<QString> seen;
        QString cursor;
        for (int page = 0; page < 4; ++page) {
            const QJsonArray rows = m_play
                                        ->get(u"/contacts/business/"_s + business + m_inLocation
                                              + u"&limit=3"_s + cursor)
                                        .json.value(u"contacts"_s)
                                        .toArray();
            QCOMPARE(rows.size(), page == 2 ? 1 : page == 3 ? 0 : 3);
            if (rows.isEmpty())
                break;
            for (const QJsonValue &row : rows)
                seen.insert(row[u"id"_s].toString());
            const QJsonValue last = rows.last();
            cursor = u"&startAfter="_s
                + QString::fromLatin1(QUrl::toPercentEncoding(
                    QString(last[u"name"_s].toString() + u',' + last[u"id"_s].toString())));
        }
        QCOMPARE(seen.size(), 7);
    }

private:
    //! The id of what a request made, with the location filled in.
    [[nodiscard]] QString made(const QString &path, QJsonObject body, const QString &wrap = {})
    {
        body.insert(u"locationId"_s, m_play->locationId());
        const Response response = m_play->post(path, body);
        if (response.status >= 300)
            qWarning("%s", response.body.constData());
        const QJsonObject record
            = wrap.isEmpty() ? response.json : response.json.value(wrap).toObject();
        return record.value(u"id"_s).toString();
    }
    [[nodiscard]] QJsonObject read(const QString &path, const QString &wrap)
    {
        return m_play->get(path).json.value(wrap).toObject();
    }
    [[nodiscard]] QJsonArray list(const QString &path)
    {
        return QJsonDocument::fromJson(m_play->get(path).body).array();
    }
    [[nodiscard]] Response sendList(const QString &path, const QJsonArray &body)
    {
        return m_play->client().send(
            "POST", m_play->url(path),
            {{"Authorization", "Bearer " + m_play->sandbox().credentials().privateToken.toLatin1()},
             {"Version", "2021-04-15"},
             {"Content-Type", "application/json"}},
            QJsonDocument(body).toJson());
    }
    [[nodiscard]] QString firstCalendar()
    {
        return m_play->get(u"/calendars/"_s + m_inLocation)
            .json.value(u"calendars"_s)
            .toArray()
            .first()[u"id"_s]
            .toString();
    }
    [[nodiscard]] QString book(const QString &calendar, const QString &start)
    {
        return m_play
            ->post(u"/calendars/events/appointments"_s,
                   {{u"calendarId"_s, calendar},
                    {u"locationId"_s, m_play->locationId()},
                    {u"contactId"_s, m_play->person()},
                    {u"startTime"_s, start}})
            .json.value(u"id"_s)
            .toString();
    }

    std::unique_ptr<HighLevelPlay> m_play;
    QString m_inLocation;
};

QTEST_GUILESS_MAIN(TestSandboxHlAdministration)
#include "tst_sandbox_hladministration.moc"
