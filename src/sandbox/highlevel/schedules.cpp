// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/schedules.h"

#include "sandbox/highlevel/paging.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

ShelfRules scheduleRules()
{
    return {.noun = u"Schedule"_s,
            .fields = {{.name = u"name"_s},
                       {.name = u"timezone"_s},
                       {.name = u"rules"_s, .kind = Kind::ObjectList}},
            .onlyNew = {{.name = u"locationId"_s},
                        {.name = u"userId"_s},
                        {.name = u"calendarIds"_s, .kind = Kind::TextList}},
            .required = {u"timezone"_s, u"locationId"_s, u"name"_s, u"userId"_s}};
}

Outcome shown(int status, const QJsonObject &schedule)
{
    return {status, {{u"schedule"_s, schedule}}};
}

QStringList problemsOf(const State &state, const QJsonObject &body)
{
    QStringList problems;
    const QString zone = body.value(u"timezone"_s).toString();
    if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid())
        problems.append(u"timezone must be a valid IANA time zone"_s);
    const QString user = body.value(u"userId"_s).toString();
    if (!user.isEmpty() && !state.users.contains(user))
        problems.append(u"userId must be a user of this location"_s);
    return problems;
}

} // namespace

Schedules::Schedules(State &state)
    : m_state(state)
    , m_schedules(state, state.schedules, scheduleRules())
{ }

Operations Schedules::operations()
{
    const QString reading = u"calendars.readonly"_s;
    const QString writing = u"calendars.write"_s;
    const QString one = u"/calendars/schedules/*"_s;
    const QString link = u"/calendars/schedules/*/associations/*"_s;
    return {
        {"GET", u"/calendars/schedules/search"_s, reading,
         [this](const Call &call) { return search(call); }},
        {"POST", u"/calendars/schedules"_s, writing,
         [this](const Call &call) { return create(call); }},
        {"GET", one, reading,
         [this](const Call &call) {
             return m_schedules.find(call.id()).map(
                 [](const QJsonObject &schedule) { return shown(200, schedule); });
         }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing,
         [this](const Call &call) {
             return m_schedules.remove(call.id()).map([](const QJsonObject & /*schedule*/) {
                 return Outcome {200, {{u"success"_s, true}}};
             });
         }},
        {"PUT", link, writing, [this](const Call &call) { return associate(call, Link::Made); }},
        {"DELETE", link, writing,
         [this](const Call &call) { return associate(call, Link::Undone); }},
    };
}

Served<Outcome> Schedules::search(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const auto window = windowOf(call, {.usual = 10, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    const QString calendar = call.query(u"calendarId"_s);
    QList<QJsonObject> found;
    for (const auto &[id, schedule] : m_schedules.records().all()) {
        if (schedule.value(u"userId"_s) == call.query(u"userId"_s)
            && (calendar.isEmpty()
                || schedule.value(u"calendarIds"_s).toArray().contains(calendar)))
            found.append(schedule);
    }
    return Outcome {200, {{u"schedules"_s, slice(found, *window)}}};
}

Served<Outcome> Schedules::create(const Call &call)
{
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    if (const QStringList problems = problemsOf(m_state, *body); !problems.isEmpty())
        return refused(422, problems);
    const QJsonObject blank {{u"rules"_s, QJsonArray()},
                             {u"calendarIds"_s, QJsonArray()},
                             {u"dateAdded"_s, m_state.stamps.next()},
                             {u"deleted"_s, false}};
    return m_schedules.make(*body, blank).map([this](const QJsonObject &schedule) {
        return shown(201, stamped(schedule));
    });
}

Served<Outcome> Schedules::update(const Call &call)
{
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    if (const QStringList problems = problemsOf(m_state, *body); !problems.isEmpty())
        return refused(422, problems);
    return m_schedules.change(call.id(), *body).map([this](const QJsonObject &schedule) {
        return shown(200, stamped(schedule));
    });
}

Served<Outcome> Schedules::associate(const Call &call, Link link)
{
    auto schedule = m_schedules.find(call.id());
    if (!schedule)
        return tl::unexpected(schedule.error());
    if (!m_state.calendars.contains(call.id(1)))
        return unknownId(u"Calendar"_s, call.id(1));
    QStringList calendars = schedule->value(u"calendarIds"_s).toVariant().toStringList();
    calendars.removeAll(call.id(1));
    if (link == Link::Made)
        calendars.append(call.id(1));
    schedule->insert(u"calendarIds"_s, QJsonArray::fromStringList(calendars));
    (void)stamped(*schedule);
    return Outcome {200, {{u"success"_s, true}}};
}

QJsonObject Schedules::stamped(QJsonObject schedule)
{
    schedule.insert(u"dateUpdated"_s, m_state.stamps.next());
    m_schedules.put(schedule);
    return schedule;
}

} // namespace twinbook::sandbox::highlevel
