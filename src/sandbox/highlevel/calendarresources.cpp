// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendarresources.h"

#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

ShelfRules resourceRules()
{
    return {.noun = u"Calendar resource"_s,
            .fields = {{.name = u"locationId"_s},
                       {.name = u"name"_s},
                       {.name = u"description"_s},
                       {.name = u"quantity"_s, .kind = Kind::Number},
                       {.name = u"outOfService"_s, .kind = Kind::Number},
                       {.name = u"capacity"_s, .kind = Kind::Number},
                       {.name = u"calendarIds"_s, .kind = Kind::TextList},
                       {.name = u"isActive"_s, .kind = Kind::Boolean}},
            .required = {u"locationId"_s, u"name"_s, u"description"_s, u"quantity"_s,
                         u"outOfService"_s, u"capacity"_s, u"calendarIds"_s}};
}

//! 422 for anything but the two kinds there are.
Served<> isKind(const QString &kind)
{
    if (kind != "rooms"_L1 && kind != "equipments"_L1)
        return refused(422,
                       QStringList {u"resourceType must be one of the following values: "
                                    "equipments, rooms"_s});
    return {};
}

} // namespace

CalendarResources::CalendarResources(State &state)
    : m_state(state)
    , m_resources(state, state.calendarResources, resourceRules())
{ }

Operations CalendarResources::operations()
{
    const QString reading = u"calendars/resources.readonly"_s;
    const QString writing = u"calendars/resources.write"_s;
    const QString all = u"/calendars/resources/*"_s;
    const QString one = u"/calendars/resources/*/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading,
         [this](const Call &call) {
             return find(call).map([](const QJsonObject &resource) {
                 return Outcome {200, resource};
             });
         }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing,
         [this](const Call &call) {
             return find(call)
                 .and_then([&](const QJsonObject & /*resource*/) {
                     return m_resources.remove(call.id(1));
                 })
                 .map([](const QJsonObject & /*resource*/) {
                     return Outcome {200, {{u"success"_s, true}}};
                 });
         }},
    };
}

//! The one list of the service that is not in an object.
Served<Outcome> CalendarResources::list(const Call &call) const
{
    if (const auto kind = isKind(call.id()); !kind)
        return tl::unexpected(kind.error());
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const auto window = windowOf(call, {.usual = 20, .largest = 100});
    if (!window)
        return tl::unexpected(window.error());
    QList<QJsonObject> found;
    for (const auto &[id, resource] : m_resources.records().all()) {
        if (resource.value(u"resourceType"_s) == call.id())
            found.append(resource);
    }
    return Outcome {200, {}, slice(found, *window)};
}

Served<Outcome> CalendarResources::create(const Call &call)
{
    if (const auto kind = isKind(call.id()); !kind)
        return tl::unexpected(kind.error());
    return call.body()
        .and_then([&](const QJsonObject &body) -> Served<QJsonObject> {
            if (const auto known = knowsCalendars(body); !known)
                return tl::unexpected(known.error());
            return m_resources.make(body, {{u"resourceType"_s, call.id()}, {u"isActive"_s, true}});
        })
        .map([](const QJsonObject &resource) {
            return Outcome {201, resource};
        });
}

Served<Outcome> CalendarResources::update(const Call &call)
{
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    return call.body()
        .and_then([&](const QJsonObject &body) -> Served<QJsonObject> {
            if (const auto known = knowsCalendars(body); !known)
                return tl::unexpected(known.error());
            return m_resources.change(call.id(1), body);
        })
        .map([](const QJsonObject &resource) {
            return Outcome {200, resource};
        });
}

Served<QJsonObject> CalendarResources::find(const Call &call) const
{
    if (const auto kind = isKind(call.id()); !kind)
        return tl::unexpected(kind.error());
    auto resource = m_resources.find(call.id(1));
    if (resource && resource->value(u"resourceType"_s) != call.id())
        return unknownId(u"Calendar resource"_s, call.id(1));
    return resource;
}

Served<> CalendarResources::knowsCalendars(const QJsonObject &body) const
{
    const QJsonArray calendars = body.value(u"calendarIds"_s).toArray();
    for (const QJsonValue &calendar : calendars) {
        if (!m_state.calendars.contains(calendar.toString()))
            return refused(422, QStringList {u"each value in calendarIds must be a calendar"_s});
    }
    return {};
}

} // namespace twinbook::sandbox::highlevel
