// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedrecords.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace twinbook::test {

namespace {

//! The id of the one record in a reply, which stands in it under its kind or by itself.
QString idIn(const sandbox::Response &response)
{
    if (response.status >= 300)
        qFatal("a record could not be made: %s", response.body.constData());
    if (response.json.contains("id"_L1))
        return response.json.value("id"_L1).toString();
    for (const QJsonValue &value : response.json) {
        const QJsonObject record = value.isArray() ? value[0].toObject() : value.toObject();
        if (record.contains("id"_L1))
            return record.value("id"_L1).toString();
    }
    return {};
}

//! In the examples: the id of whatever the path is about, and of an event of either kind.
const QString anyId = u"Kq0000000000000000i1"_s;
const QString eventId = u"Kq000000000000000ev1"_s;

} // namespace

PlayedRecords::PlayedRecords(sandbox::HighLevelPlay &play)
{
    const QString location = u"/locations/"_s + play.locationId();
    const QString inLocation = u"?locationId="_s + play.locationId();
    const QString calendar = idIn(play.get(u"/calendars/"_s + inLocation));
    const QString contact = play.contactId({{u"firstName"_s, u"Oda"_s}});
    const QString own = u"/contacts/"_s + contact;
    const QJsonObject hour {{u"calendarId"_s, calendar},
                            {u"locationId"_s, play.locationId()},
                            {u"startTime"_s, u"2026-12-01T13:00:00Z"_s},
                            {u"endTime"_s, u"2026-12-01T14:00:00Z"_s}};
    QJsonObject visit = hour;
    visit.insert(u"contactId"_s, contact);
    const QString appointment = idIn(play.post(u"/calendars/events/appointments"_s, visit));
    QJsonObject later = hour;
    later.insert(u"startTime"_s, u"2026-12-01T15:00:00Z"_s);
    later.insert(u"endTime"_s, u"2026-12-01T16:00:00Z"_s);
    m_block = idIn(play.post(u"/calendars/events/block-slots"_s, later));
    const QJsonObject text {{u"body"_s, u"text"_s}};

    m_real = {
        {u"Kq0000000000000000c1"_s, contact},
        {u"Kq0000000000000000u1"_s, play.firstUser()},
        {u"Kq0000000000000000t1"_s, play.task(contact, u"a task"_s)},
        {u"Kq0000000000000000b1"_s,
         idIn(play.post(u"/businesses/"_s,
                        {{u"name"_s, u"Oda & Co"_s}, {u"locationId"_s, play.locationId()}}))},
        {u"Kq0000000000000000w1"_s, idIn(play.get(u"/workflows/"_s + inLocation))},
        {u"Kq000000000000000ca1"_s, idIn(play.get(u"/campaigns/"_s + inLocation))},
        {u"Kq00000000000000cal1"_s, calendar},
        {u"Kq000000000000000ap1"_s, appointment},
        {eventId, appointment},
        {u"Kq0000000000000000n1"_s,
         idIn(play.post(u"/calendars/appointments/%1/notes"_s.arg(appointment), text))},
        {u"Kq00000000000000tag1"_s,
         idIn(play.post(location + u"/tags"_s, {{u"name"_s, u"of the records"_s}}))},
    };
    makeFolderAndField(play);
    makeAroundCalendar(play, calendar, contact);
    m_ids += QList<std::pair<QString, QString>> {
        {u"/notes/{id}"_s, idIn(play.post(own + u"/notes"_s, text))},
        {u"/customFields/{id}"_s,
         idIn(play.post(location + u"/customFields"_s,
                        {{u"name"_s, u"a field"_s}, {u"dataType"_s, u"TEXT"_s}}))},
        {u"/customValues/{id}"_s,
         idIn(play.post(location + u"/customValues"_s,
                        {{u"name"_s, u"a value"_s}, {u"value"_s, u"1"_s}}))},
    };
    m_missing = {
        {u"companyId"_s,
         play.get(location).json.value("location"_L1).toObject().value("companyId"_L1).toString()},
        {u"calendarId"_s, calendar}};
}

void PlayedRecords::makeFolderAndField(sandbox::HighLevelPlay &play)
{
    const QString folder = idIn(play.post(u"/custom-fields/folder"_s,
                                          {{u"name"_s, u"a folder"_s},
                                           {u"objectKey"_s, u"business"_s},
                                           {u"locationId"_s, play.locationId()}}));
    const QString companyField = idIn(play.post(u"/custom-fields/"_s,
                                                {{u"name"_s, u"a field"_s},
                                                 {u"dataType"_s, u"TEXT"_s},
                                                 {u"fieldKey"_s, u"business.a_field"_s},
                                                 {u"objectKey"_s, u"business"_s},
                                                 {u"parentId"_s, folder},
                                                 {u"showInForms"_s, true},
                                                 {u"locationId"_s, play.locationId()}}));
    m_ids.append({u"/custom-fields/{id}"_s, companyField});
    m_ids.append({u"/custom-fields/"_s, folder});
}

void PlayedRecords::makeAroundCalendar(sandbox::HighLevelPlay &play, const QString &calendar,
                                       const QString &contact)
{
    const QJsonValue location = play.locationId();
    m_real.insert(u"Kq0000000000000000g1"_s,
                  idIn(play.post(u"/calendars/groups"_s,
                                 {{u"locationId"_s, location},
                                  {u"name"_s, u"a group"_s},
                                  {u"description"_s, u"of calendars"_s},
                                  {u"slug"_s, u"a-group"_s}})));
    m_ids.append({u"/calendars/resources/{resourceType}/{id}"_s,
                  idIn(play.post(u"/calendars/resources/rooms"_s,
                                 {{u"locationId"_s, location},
                                  {u"name"_s, u"a room"_s},
                                  {u"description"_s, u"with a view"_s},
                                  {u"quantity"_s, 1},
                                  {u"outOfService"_s, 0},
                                  {u"capacity"_s, 4},
                                  {u"calendarIds"_s, QJsonArray {calendar}}}))});
    m_ids.append({u"/calendars/schedules/{id}"_s,
                  idIn(play.post(u"/calendars/schedules"_s,
                                 {{u"locationId"_s, location},
                                  {u"name"_s, u"hours"_s},
                                  {u"timezone"_s, u"Europe/London"_s},
                                  {u"userId"_s, play.firstUser()}}))});
    const QJsonObject rule {{u"intervalType"_s, u"weekly"_s},
                            {u"interval"_s, 1},
                            {u"startDate"_s, u"2026-12-01T09:00:00Z"_s},
                            {u"dueAfterSeconds"_s, 3600}};
    m_ids.append({u"/recurring-tasks/{id}"_s,
                  idIn(play.post(u"/locations/%1/recurring-tasks"_s.arg(play.locationId()),
                                 {{u"title"_s, u"a task"_s},
                                  {u"contactIds"_s, QJsonArray {contact}},
                                  {u"rruleOptions"_s, rule}}))});
    const QJsonArray notification {QJsonObject {{u"receiverType"_s, u"contact"_s},
                                                {u"channel"_s, u"email"_s},
                                                {u"notificationType"_s, u"booked"_s}}};
    const sandbox::Response made = play.client().send(
        "POST", play.url(u"/calendars/%1/notifications"_s.arg(calendar)),
        {{"Authorization", "Bearer " + play.sandbox().credentials().privateToken.toLatin1()},
         {"Version", "2021-04-15"},
         {"Content-Type", "application/json"}},
        QJsonDocument(notification).toJson());
    m_real.insert(u"Kq000000000000000no1"_s,
                  QJsonDocument::fromJson(made.body).array().at(0)["_id"_L1].toString());
}

QString PlayedRecords::real(const Operation &operation, QString example) const
{
    if (operation.path.contains("/block-slots/"_L1))
        example.replace(eventId, m_block);
    for (const auto &[part, id] : m_ids) {
        if (operation.path.contains(part)) {
            example.replace(anyId, id);
            break;
        }
    }
    for (auto entry = m_real.cbegin(); entry != m_real.cend(); ++entry)
        example.replace(entry.key(), entry.value());
    return example;
}

} // namespace twinbook::test
