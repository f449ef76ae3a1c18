// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using namespace twinbook::test;

namespace {

const CalendarId tours(u"k1"_s);
const ContactId ana(u"c1"_s);
const QDateTime start(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

} // namespace

class TestHighLevelCalendars final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"events": [{"id": "e1", "title": "Tour", "calendarId": "k1",
            "contactId": "c1", "groupId": "", "appointmentStatus": "something new",
            "users": ["u1"], "startTime": "2023-09-25T16:00:00+05:30",
            "endTime": 1695639600000, "dateUpdated": "2023-09-25T10:30:00.000Z",
            "isRecurring": "true"}]})");
        const auto events = outcome(account.client().calendars().events(
            {start, start.addDays(1), CalendarGroupId(u"g1"_s)}));
        QVERIFY2(events, qPrintable(whatWentWrong(events)));
        QVERIFY(account.lastRequest().target.contains("&groupId=g1&"));
        const CalendarEvent &tour = events->constFirst();
        QCOMPARE(tour.start, Moment(QDateTime(QDate(2023, 9, 25), QTime(10, 30), Qt::UTC)));
        QCOMPARE(tour.end, Moment(QDateTime(QDate(2023, 9, 25), QTime(11, 0), Qt::UTC)));
        QCOMPARE(tour.status, Text(u"something new"_s));
        QVERIFY(!tour.group && !tour.dateAdded);
        QVERIFY(tour.whole.contains("isRecurring"_L1));
    }

    void wrongTypesAreNotBelieved()
    {
        ScriptedAccount account;
        const auto calendars = account.client().calendars();
        for (const QByteArray &answer :
             {R"({"events": [{"id": "e1", "startTime": {"seconds": 5}}]})"_ba,
              R"({"events": [{"id": "e1", "users": [{}]}]})"_ba, R"({"events": "none"})"_ba,
              R"({"calendars": []})"_ba}) {
            account.answer(answer);
            const auto events = outcome(calendars.events({start, start.addDays(1), tours}));
            QCOMPARE(int(events.error().kind), int(ErrorKind::BadReply));
            QCOMPARE(sentenceProblem(events.error()), QString());
        }
    }

    void rulesAreChecked()
    {
        ScriptedAccount account;
        const auto calendars = account.client().calendars();
        const EventId event(u"e1"_s);
        for (const auto &refused :
             {outcome(calendars.createAppointment({.calendar = tours, .contact = ana})),
              outcome(calendars.createAppointment({.contact = ana, .start = start})),
              outcome(calendars.createAppointment({.calendar = tours, .start = start})),
              outcome(calendars.createAppointment(
                  {.calendar = tours, .contact = ana, .start = start, .end = start})),
              outcome(calendars.createAppointment(
                  {.calendar = tours, .contact = ana, .start = QDateTime()})),
              outcome(calendars.updateAppointment(event, {.contact = ana})),
              outcome(
                  calendars.updateAppointment(event, {.start = start, .end = start.addSecs(-1)})),
              outcome(calendars.createBlockedTime({})),
              outcome(calendars.createBlockedTime(
                  {.calendar = tours, .start = start, .end = start.addSecs(-60)}))}) {
            QCOMPARE(int(refused.error().kind), int(ErrorKind::InvalidInput));
            QCOMPARE(sentenceProblem(refused.error()), QString());
        }
        QVERIFY(!outcome(calendars.events({start, start, tours})));
        QVERIFY(!outcome(calendars.events({QDateTime(), start, tours})));
        QVERIFY(!outcome(calendars.events({start, start.addDays(1), UserId()})));
        QVERIFY(!outcome(calendars.notes(event, 21)));
        QVERIFY(!outcome(calendars.notes(event, 0)));
        QVERIFY(!outcome(calendars.createNote(event, u" "_s)));
        QCOMPARE(account.requestCount(), 0);
    }

    void notesAreRead()
    {
        ScriptedAccount account;
        account.answer(R"({"notes": [{"id": "n1", "body": "x", "userId": "u1",
            "createdBy": {"id": "u1"}}], "hasMore": true})");
        const auto page = outcome(account.client().calendars().notes(EventId(u"e1"_s)));
        QVERIFY2(page, qPrintable(whatWentWrong(page)));
        QCOMPARE(page->hasMore, Flag(true));
        QCOMPARE(page->notes.constFirst().user, std::optional(UserId(u"u1"_s)));
    }

    void bookingIsNotRepeated()
    {
        ScriptedAccount account;
        account.answer("{", "200 OK");
        const auto made = outcome(account.client().calendars().createAppointment(
            {.calendar = tours, .contact = ana, .start = start}));
        QVERIFY(leavesWriteUnknown(made.error()));
        QCOMPARE(account.requestCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHighLevelCalendars)
#include "tst_highlevel_calendars.moc"
