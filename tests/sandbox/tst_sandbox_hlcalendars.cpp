// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Calendars, appointments, blocked slots and notes of appointments (highlevel.md 2.8).
class TestSandboxHlCalendars final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_play = std::make_unique<HighLevelPlay>();
        m_play->speak("2021-04-15");
        m_calendar = m_play->get(u"/calendars/?locationId="_s + m_play->locationId())
                         .json.value(u"calendars"_s)
                         .toArray()
                         .first()
                         .toObject()
                         .value(u"id"_s)
                         .toString();
    }

    void listsCalendars()
    {
        const Response one = m_play->get(u"/calendars/"_s + m_calendar);
        QCOMPARE(one.json.value(u"calendar"_s).toObject().value(u"id"_s).toString(), m_calendar);
        QCOMPARE(m_play->get(u"/calendars/nothing"_s).status, 400);
        QCOMPARE(m_play->get(u"/calendars/"_s).status, 403);
    }

    void booksAndTellsTimesAsEachCallDoes()
    {
        const Response booked = book(u"2026-07-01T12:00:00+02:00"_s);
        QCOMPARE(booked.status, 200);
        QVERIFY(!booked.json.contains(u"dateUpdated"_s));
        QCOMPARE(booked.json.value(u"startTime"_s).toString(), u"2026-07-01T11:00:00+01:00"_s);
        QCOMPARE(booked.json.value(u"endTime"_s).toString(), u"2026-07-01T11:30:00+01:00"_s);
        const QString id = booked.json.value(u"id"_s).toString();
        const QString one = u"/calendars/events/appointments/"_s + id;
        const QJsonObject event = m_play->get(one).json.value(u"event"_s).toObject();
        QVERIFY(event.contains(u"dateUpdated"_s));
        QCOMPARE(events(u"events"_s), QJsonArray {event});

        const QJsonObject seen
            = m_play->get(u"/contacts/"_s + m_play->person() + u"/appointments"_s)
                  .json.value(u"events"_s)
                  .toArray()
                  .first()
                  .toObject();
        QCOMPARE(seen.value(u"startTime"_s).toString(), u"2026-07-01 11:00:00"_s);
        QCOMPARE(seen.value(u"id"_s).toString(), id);

        const Response moved = m_play->put(one,
                                           {{u"startTime"_s, u"2026-07-01T09:00:00Z"_s},
                                            {u"appointmentStatus"_s, u"cancelled"_s}});
        QCOMPARE(moved.json.value(u"startTime"_s).toString(), u"2026-07-01T10:00:00+01:00"_s);
        QCOMPARE(m_play->put(one, {{u"appointmentStatus"_s, u"maybe"_s}}).status, 422);
        QCOMPARE(m_play->put(one, {{u"endTime"_s, u"2026-06-01T09:00:00Z"_s}}).status, 422);
        const Response gone = m_play->remove(u"/calendars/events/"_s + id);
        QCOMPARE(gone.status, 201);
        QCOMPARE(gone.json.value(u"succeeded"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
    }

    void refusesSlotsThatAreTaken()
    {
        QCOMPARE(book(u"2026-07-01T10:00:00Z"_s).status, 200);
        QCOMPARE(book(u"2026-07-01T10:20:00Z"_s).status, 400);
        QCOMPARE(book(u"2026-07-01T10:20:00Z"_s, {{u"ignoreFreeSlotValidation"_s, true}}).status,
                 200);
        QCOMPARE(book(u"2026-07-01T11:00:00Z"_s, {{u"calendarId"_s, u"x"_s}}).status, 400);
        QCOMPARE(book(u"2026-07-01T11:00:00Z"_s, {{u"contactId"_s, u"x"_s}}).status, 400);
        QCOMPARE(book(u"soon"_s).status, 422);
        QCOMPARE(m_play->get(u"/calendars/events?locationId="_s + m_play->locationId()).status,
                 422);
        QCOMPARE(m_play
                     ->get(u"/calendars/events?startTime=0&endTime=1&locationId="_s
                           + m_play->locationId())
                     .status,
                 422);
    }

    void blocksSlots()
    {
        QJsonObject slot {{u"calendarId"_s, m_calendar},
                          {u"locationId"_s, m_play->locationId()},
                          {u"title"_s, u"Painters"_s},
                          {u"startTime"_s, u"2026-07-01T10:00:00Z"_s},
                          {u"endTime"_s, u"2026-07-01T12:00:00Z"_s}};
        const Response made = m_play->post(u"/calendars/events/block-slots"_s, slot);
        QCOMPARE(made.status, 201);
        QCOMPARE(events(u"blocked-slots"_s), QJsonArray {withoutTrace(made.json)});
        QCOMPARE(book(u"2026-07-01T11:00:00Z"_s).status, 400);
        const QString id = made.json.value(u"id"_s).toString();
        slot.insert(u"endTime"_s, u"2026-07-01T10:30:00Z"_s);
        QCOMPARE(m_play->put(u"/calendars/events/block-slots/"_s + id, slot).status, 201);
        QCOMPARE(book(u"2026-07-01T11:00:00Z"_s).status, 200);
        QCOMPARE(m_play->put(u"/calendars/events/block-slots/x"_s, slot).status, 400);
        QCOMPARE(m_play->remove(u"/calendars/events/"_s + id).status, 201);
        QCOMPARE(events(u"blocked-slots"_s), QJsonArray());
    }

    void keepsNotesOfAppointments()
    {
        const QString id = book(u"2026-07-01T10:00:00Z"_s).json.value(u"id"_s).toString();
        const QString path = u"/calendars/appointments/"_s + id + u"/notes"_s;
        QString last;
        for (int i = 0; i < 3; ++i) {
            const Response made = m_play->post(path, {{u"body"_s, u"x"_s}});
            QCOMPARE(made.status, 201);
            last = made.json.value(u"note"_s).toObject().value(u"id"_s).toString();
        }
        const Response page = m_play->get(path + u"?limit=2&offset=0"_s);
        QCOMPARE(page.json.value(u"notes"_s).toArray().size(), 2);
        QCOMPARE(page.json.value(u"hasMore"_s), QJsonValue(true));
        const Response rest = m_play->get(path + u"?limit=2&offset=2"_s);
        QCOMPARE(rest.json.value(u"hasMore"_s), QJsonValue(false));
        QCOMPARE(m_play->get(path + u"?limit=21&offset=0"_s).status, 422);
        QCOMPARE(m_play->get(path).status, 422);
        QCOMPARE(m_play->put(path + u'/' + last, {{u"body"_s, u"y"_s}})
                     .json.value(u"note"_s)
                     .toObject()
                     .value(u"body"_s)
                     .toString(),
                 u"y"_s);
        QCOMPARE(m_play->remove(path + u'/' + last).json.value(u"success"_s), QJsonValue(true));
        QCOMPARE(m_play->remove(path + u'/' + last).status, 400);
    }

private:
    [[nodiscard]] Response book(const QString &start, const QJsonObject &more = {})
    {
        QJsonObject body {{u"calendarId"_s, m_calendar},
                          {u"locationId"_s, m_play->locationId()},
                          {u"contactId"_s, m_play->person()},
                          {u"title"_s, u"Tour"_s},
                          {u"toNotify"_s, false},
                          {u"startTime"_s, start}};
        for (auto member = more.begin(); member != more.end(); ++member)
            body.insert(member.key(), member.value());
        return m_play->post(u"/calendars/events/appointments"_s, body);
    }
    //! What stands in the calendar in 2026.
    [[nodiscard]] QJsonArray events(const QString &list)
    {
        return m_play
            ->get(u"/calendars/%1?locationId=%2&calendarId=%3&startTime=1767225600000"
                  "&endTime=1798761600000"_s.arg(list, m_play->locationId(), m_calendar))
            .json.value(u"events"_s)
            .toArray();
    }
    [[nodiscard]] static QJsonObject withoutTrace(QJsonObject reply)
    {
        reply.remove("traceId"_L1);
        return reply;
    }

    std::unique_ptr<HighLevelPlay> m_play;
    QString m_calendar;
};

QTEST_GUILESS_MAIN(TestSandboxHlCalendars)
#include "tst_sandbox_hlcalendars.moc"
