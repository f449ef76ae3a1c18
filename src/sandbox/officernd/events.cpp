// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/events.h"

#include "sandbox/officernd/writing.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRules eventFields()
{
    FieldRules fields {{.name = u"title"_s},
                       {.name = u"location"_s},
                       {.name = u"locations"_s, .kind = Kind::TextList},
                       {.name = u"start"_s, .kind = Kind::Moment},
                       {.name = u"end"_s, .kind = Kind::Moment},
                       {.name = u"timezone"_s},
                       {.name = u"limit"_s, .kind = Kind::Number, .null = Null::Allowed},
                       {.name = u"links"_s, .kind = Kind::ObjectList}};
    for (const QString &name :
         {u"description"_s, u"where"_s, u"company"_s, u"member"_s, u"image"_s})
        fields.append({.name = name, .null = Null::Allowed});
    return fields;
}

CollectionRules eventRules()
{
    return {.create = eventFields(),
            .update = eventFields(),
            .required = {u"title"_s, u"location"_s, u"start"_s, u"end"_s},
            .references = {{u"location"_s, &State::locations, u"office"_s},
                           {u"company"_s, &State::companies, u"team"_s},
                           {u"member"_s, &State::members, u"member"_s}}};
}

QDateTime moment(const QJsonObject &event, const QString &name)
{
    return QDateTime::fromString(event.value(name).toString(), Qt::ISODateWithMs);
}

} // namespace

Events::Events(State &state)
    : Collection(state, state.events, eventRules())
{ }

void Events::addTo(Routes &routes)
{
    const QString prefix = u"collaboration.events."_s;
    routes.addList(u"events"_s, prefix + u"read"_s, listing());
    routes.addCount(u"events"_s, prefix + u"read"_s, listing());
    routes.addGet(u"events"_s, prefix + u"read"_s, *this);
    routes.addObject("POST", u"events"_s, prefix + u"create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"events/*"_s, prefix + u"update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("DELETE", u"events/*"_s, prefix + u"delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
}

Served<QJsonObject> Events::create(const QJsonObject &body)
{
    return checked(body, rules().create, rules().required)
        .and_then([this](const QJsonObject &good) { return withinADay(merged({}, good, state())); })
        .map([this](const QJsonObject &event) { return add(event); });
}

Served<QJsonObject> Events::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    return checked(body, rules().update, {})
        .and_then(
            [&](const QJsonObject &good) { return withinADay(merged(*before, good, state())); })
        .map([&](const QJsonObject &after) { return store(*before, after); });
}

Served<QJsonObject> Events::withinADay(const QJsonObject &event) const
{
    const QTimeZone told(event.value(u"timezone"_s).toString().toUtf8());
    const QTimeZone zone = told.isValid() ? told : QTimeZone::utc();
    const QDateTime start = moment(event, u"start"_s).toTimeZone(zone);
    const QDateTime end = moment(event, u"end"_s).toTimeZone(zone);
    if (end <= start)
        return refusedByRule(state(), u"Event must end after it starts"_s);
    if (start.date() != end.date())
        return refusedByRule(state(), u"Event must start and end on the same day"_s);
    return event;
}

} // namespace twinbook::sandbox::officernd
