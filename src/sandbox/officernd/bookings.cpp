// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/bookings.h"

#include "sandbox/officernd/recurrence.h"
#include "sandbox/officernd/writing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

constexpr qsizetype largestPage = 50;

FieldRules updateRules()
{
    return {{.name = u"title"_s, .null = Null::Allowed},
            {.name = u"description"_s, .null = Null::Allowed},
            {.name = u"start"_s, .kind = Kind::Moment},
            {.name = u"end"_s, .kind = Kind::Moment},
            {.name = u"members"_s, .kind = Kind::TextList},
            {.name = u"reference"_s, .null = Null::Allowed},
            {.name = u"isTentative"_s, .kind = Kind::Boolean},
            {.name = u"properties"_s, .kind = Kind::Object}};
}

CollectionRules bookingRules()
{
    CollectionRules rules {
        .list = {.ranges = {u"seriesStart"_s, u"seriesEnd"_s, u"modifiedAt"_s}},
        .create = updateRules(),
        .update = updateRules(),
        .required = {u"resource"_s, u"location"_s, u"start"_s, u"end"_s},
        .references = {{u"location"_s, &State::locations, u"office"_s},
                       {u"member"_s, &State::members, u"member"_s},
                       {u"company"_s, &State::companies, u"team"_s}},
        .propertyTarget = u"bookings"_s,
        .eventName = u"booking"_s,
    };
    for (const QString &name :
         {u"resource"_s, u"location"_s, u"timezone"_s, u"member"_s, u"company"_s})
        rules.create.append({.name = name});
    rules.create.append({.name = u"recurrence"_s,
                         .kind = Kind::Object,
                         .members = {{.name = u"rrule"_s, .null = Null::Allowed},
                                     {.name = u"exdates"_s, .kind = Kind::TextList}}});
    return rules;
}

QDateTime moment(const QJsonObject &booking, const QString &name)
{
    return QDateTime::fromString(booking.value(name).toString(), Qt::ISODateWithMs);
}

RecurrenceRule ruleOf(const QJsonObject &booking)
{
    const QJsonObject recurrence = booking.value(u"recurrence"_s).toObject();
    return RecurrenceRule::parse(recurrence.value(u"rrule"_s).toString());
}

QList<QJsonObject> occurrencesOf(const QJsonObject &booking, const QDateTime &from,
                                 const QDateTime &to)
{
    QList<QJsonObject> list;
    const QDateTime first = moment(booking, u"start"_s);
    const qint64 length = first.secsTo(moment(booking, u"end"_s));
    const QJsonArray left = booking.value(u"recurrence"_s).toObject().value(u"exdates"_s).toArray();
    const QList<QDateTime> starts = ruleOf(booking).starts(first, from.addSecs(-length + 1), to);
    for (const QDateTime &start : starts) {
        if (left.contains(isoStamp(start)))
            continue;
        QJsonObject occurrence = booking;
        occurrence.insert(u"start"_s, isoStamp(start));
        occurrence.insert(u"end"_s, isoStamp(start.addSecs(length)));
        list.append(occurrence);
    }
    return list;
}

} // namespace

Bookings::Bookings(State &state)
    : Collection(state, state.bookings, bookingRules())
{ }

void Bookings::addTo(Routes &routes)
{
    const QString read = u"space.bookings.read"_s;
    routes.addList(u"bookings"_s, read, listing());
    routes.addCount(u"bookings"_s, read, listing());
    routes.addObject("GET", u"bookings/occurrences"_s, read, 200,
                     [this](const Call &call) { return occurrences(call.request); });
    routes.addGet(u"bookings"_s, read, *this);
    routes.addObject("POST", u"bookings/validate"_s, u"space.bookings.validate"_s, 200,
                     [this](const Call &call) {
                         return checked(call.body, rules().create, rules().required)
                             .and_then([this](const QJsonObject &good) { return withSeries(good); })
                             .map([](const QJsonObject &) {
                                 return QJsonObject {{u"isValid"_s, true}};
                             });
                     });
    routes.addObject("POST", u"bookings"_s, u"space.bookings.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"bookings/*"_s, u"space.bookings.update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("POST", u"bookings/*/cancel"_s, u"space.bookings.cancel"_s, 200,
                     [this](const Call &call) { return cancel(call.id); });
    routes.addObject("DELETE", u"bookings/*"_s, u"space.bookings.delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
}

Served<QJsonObject> Bookings::create(const QJsonObject &body)
{
    return checked(body, rules().create, rules().required)
        .and_then([this](const QJsonObject &good) {
            return withSeries(merged({{u"source"_s, u"api"_s}}, good, state()));
        })
        .map([this](const QJsonObject &booking) { return add(booking); });
}

Served<QJsonObject> Bookings::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    return checked(body, rules().update, {})
        .and_then(
            [&](const QJsonObject &good) { return withSeries(merged(*before, good, state())); })
        .map([&](const QJsonObject &after) { return store(*before, after); });
}

Served<QJsonObject> Bookings::cancel(const QString &id)
{
    return stored(id).map([this](const QJsonObject &before) {
        QJsonObject after = before;
        after.insert(u"isCancelled"_s, true);
        return store(before, after);
    });
}

Served<QJsonObject> Bookings::occurrences(const HttpRequest &request) const
{
    QDateTime from;
    QDateTime to;
    for (const auto &[name, value] : request.query) {
        if (name == "seriesEnd[$gte]"_L1)
            from = QDateTime::fromString(value, Qt::ISODateWithMs);
        else if (name == "seriesStart[$lt]"_L1)
            to = QDateTime::fromString(value, Qt::ISODateWithMs);
        else if (state().holds(Quirk::UnknownFieldIsRefused))
            return refused(400, QStringList {u"property %1 should not exist"_s.arg(name)});
    }
    QStringList problems;
    if (!from.isValid())
        problems.append(u"seriesEnd[$gte] must be a valid ISO 8601 date string"_s);
    if (!to.isValid())
        problems.append(u"seriesStart[$lt] must be a valid ISO 8601 date string"_s);
    if (!problems.isEmpty())
        return refused(400, problems);
    QList<QJsonObject> found;
    for (const auto &[id, booking] : state().bookings.all())
        found.append(occurrencesOf(shown(booking), from, to));
    std::stable_sort(found.begin(), found.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value(u"start"_s).toString() < b.value(u"start"_s).toString();
    });
    QJsonArray results;
    for (qsizetype i = 0; i < std::min(found.size(), largestPage); ++i)
        results.append(found.at(i));
    return QJsonObject {{u"rangeStart"_s, results.isEmpty() ? 0 : 1},
                        {u"rangeEnd"_s, results.size()},
                        {u"results"_s, results}};
}

Served<QJsonObject> Bookings::withSeries(QJsonObject booking) const
{
    const QDateTime start = moment(booking, u"start"_s);
    const QDateTime end = moment(booking, u"end"_s);
    if (end <= start)
        return refusedByRule(state(), u"Booking must end after it starts"_s);
    const RecurrenceRule rule = ruleOf(booking);
    booking.insert(u"seriesStart"_s, isoStamp(start));
    // A rule without an end is told as its furthest occurrence.
    const QList<QDateTime> starts = rule.starts(start, start, start.addYears(5));
    booking.insert(
        u"seriesEnd"_s,
        isoStamp((starts.isEmpty() ? start : starts.constLast()).addSecs(start.secsTo(end))));
    return booking;
}

} // namespace twinbook::sandbox::officernd
