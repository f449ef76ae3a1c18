// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/calendargroups.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

Outcome shown(int status, const QJsonObject &group)
{
    return {status, {{u"group"_s, group}}};
}

} // namespace

CalendarGroups::CalendarGroups(State &state)
    : m_state(state)
    , m_groups(state, state.calendarGroups,
               {.noun = u"Calendar group"_s,
                .fields = {{.name = u"name"_s}, {.name = u"description"_s}, {.name = u"slug"_s}},
                .onlyNew = {{.name = u"locationId"_s},
                            {.name = u"isActive"_s, .kind = FieldRule::Kind::Boolean}},
                .required = {u"locationId"_s, u"name"_s, u"description"_s, u"slug"_s},
                .requiredAgain = {u"name"_s, u"description"_s, u"slug"_s}})
{ }

Operations CalendarGroups::operations()
{
    const QString writing = u"calendars/groups.write"_s;
    const QString one = u"/calendars/groups/*"_s;
    return {
        {"GET", u"/calendars/groups"_s, u"calendars/groups.readonly"_s,
         [this](const Call &call) { return list(call); }},
        {"POST", u"/calendars/groups"_s, writing,
         [this](const Call &call) { return create(call); }},
        {"POST", u"/calendars/groups/validate-slug"_s, writing,
         [this](const Call &call) { return checkSlug(call); }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"PUT", u"/calendars/groups/*/status"_s, writing,
         [this](const Call &call) { return setStatus(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
    };
}

Served<Outcome> CalendarGroups::list(const Call &call) const
{
    return inLocation(m_state, call.query(u"locationId"_s)).map([this] {
        return Outcome {200, {{u"groups"_s, m_groups.records().toJson()}}};
    });
}

Served<Outcome> CalendarGroups::create(const Call &call)
{
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    if (isTaken(body->value(u"slug"_s).toString()))
        return refused(422, QStringList {u"slug is already in use"_s});
    return m_groups.make(*body, {{u"isActive"_s, true}}).map([](const QJsonObject &group) {
        return shown(201, group);
    });
}

Served<Outcome> CalendarGroups::update(const Call &call)
{
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    if (isTaken(body->value(u"slug"_s).toString(), call.id()))
        return refused(422, QStringList {u"slug is already in use"_s});
    return m_groups.change(call.id(), *body).map([](const QJsonObject &group) {
        return shown(200, group);
    });
}

Served<Outcome> CalendarGroups::setStatus(const Call &call)
{
    static const FieldRules rules {{.name = u"isActive"_s, .kind = FieldRule::Kind::Boolean}};
    auto group = m_groups.find(call.id());
    if (!group)
        return tl::unexpected(group.error());
    return call.body()
        .and_then([this](const QJsonObject &sent) {
            return acceptedBody(sent, rules, {u"isActive"_s}, m_state.quirks);
        })
        .map([&](const QJsonObject &body) {
            group->insert(u"isActive"_s, body.value(u"isActive"_s));
            m_groups.put(*group);
            return Outcome {200, {{u"success"_s, true}}};
        });
}

Served<Outcome> CalendarGroups::remove(const Call &call)
{
    return m_groups.remove(call.id()).map([](const QJsonObject & /*group*/) {
        return Outcome {200, {{u"success"_s, true}}};
    });
}

Served<Outcome> CalendarGroups::checkSlug(const Call &call) const
{
    static const FieldRules rules {{.name = u"locationId"_s}, {.name = u"slug"_s}};
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"locationId"_s, u"slug"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    return inLocation(m_state, body->value(u"locationId"_s).toString()).map([&] {
        return Outcome {200, {{u"available"_s, !isTaken(body->value(u"slug"_s).toString())}}};
    });
}

bool CalendarGroups::isTaken(const QString &slug, const QString &exceptBy) const
{
    const auto &groups = m_groups.records().all();
    return !slug.isEmpty() && std::any_of(groups.begin(), groups.end(), [&](const auto &entry) {
        return entry.first != exceptBy && entry.second.value(u"slug"_s) == slug;
    });
}

} // namespace twinbook::sandbox::highlevel
