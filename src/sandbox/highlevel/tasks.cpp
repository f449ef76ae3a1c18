// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/tasks.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/paging.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

//! The largest page is not told anywhere.
constexpr int largestSearchPage = 100;
constexpr int usualSearchPage = 25;

const FieldRules &taskRules()
{
    static const FieldRules rules {
        {.name = u"title"_s},
        {.name = u"body"_s},
        {.name = u"dueDate"_s, .kind = Kind::Moment},
        {.name = u"completed"_s, .kind = Kind::Boolean},
        {.name = u"assignedTo"_s},
    };
    return rules;
}

QJsonObject shown(QJsonObject task)
{
    task.remove("dateAdded"_L1);
    return task;
}

bool contains(const QJsonValue &list, const QJsonValue &text)
{
    return list.isUndefined() || list.toArray().isEmpty() || list.toArray().contains(text);
}

} // namespace

Operations Tasks::operations()
{
    const QString reading = u"contacts.readonly"_s;
    const QString writing = u"contacts.write"_s;
    const QString all = u"/contacts/*/tasks"_s;
    const QString one = u"/contacts/*/tasks/*"_s;
    return {
        {"GET", all, reading, [this](const Call &call) { return list(call); }},
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, reading, [this](const Call &call) { return get(call); }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
        {"PUT", u"/contacts/*/tasks/*/completed"_s, writing,
         [this](const Call &call) { return complete(call); }},
        {"POST", u"/locations/*/tasks/search"_s, u"locations/tasks.readonly"_s,
         [this](const Call &call) { return search(call); }},
    };
}

Served<Outcome> Tasks::list(const Call &call) const
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return tl::unexpected(contact.error());
    QJsonArray tasks;
    const QString owner = contact->value(u"id"_s).toString();
    for (const QJsonObject &task : recordsOf(m_state.tasks, ownerKeyOf(owner)))
        tasks.append(shown(task));
    return Outcome {200, {{u"tasks"_s, tasks}}};
}

Served<Outcome> Tasks::get(const Call &call) const
{
    return find(call).map([](const QJsonObject &task) {
        return Outcome {200, {{u"task"_s, shown(task)}}};
    });
}

Served<Outcome> Tasks::create(const Call &call)
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return tl::unexpected(contact.error());
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return accepted(sent, {u"title"_s, u"dueDate"_s, u"completed"_s});
    });
    if (!body)
        return tl::unexpected(body.error());
    const QJsonObject blank {{u"id"_s, m_state.ids.next()},
                             {u"contactId"_s, contact->value(u"id"_s)},
                             {u"dateAdded"_s, m_state.stamps.next()}};
    const Outcome made = store({}, overwritten(blank, *body, m_state.quirks));
    return Outcome {201, made.object};
}

Served<Outcome> Tasks::update(const Call &call)
{
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    const QStringList required = m_state.quirks.holds(Quirk::TaskUpdateNeedsTitleAndDue)
        ? QStringList {u"title"_s, u"dueDate"_s}
        : QStringList();
    return call.body()
        .and_then([&](const QJsonObject &body) { return accepted(body, required); })
        .map([&](const QJsonObject &body) {
            return store(*before, overwritten(*before, body, m_state.quirks));
        });
}

Served<Outcome> Tasks::complete(const Call &call)
{
    static const FieldRules rules {{.name = u"completed"_s, .kind = Kind::Boolean}};
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    return call.body()
        .and_then([&](const QJsonObject &body) {
            return acceptedBody(body, rules, {u"completed"_s}, m_state.quirks);
        })
        .map([&](const QJsonObject &body) {
            return store(*before, overwritten(*before, body, m_state.quirks));
        });
}

Served<Outcome> Tasks::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject &task) {
        (void)m_state.tasks.remove(task.value(u"id"_s).toString());
        m_state.tell(u"TaskDelete"_s, taskEvent(task));
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<Outcome> Tasks::search(const Call &call) const
{
    static const FieldRules rules {
        {.name = u"contactId"_s, .kind = Kind::TextList},
        {.name = u"completed"_s, .kind = Kind::Boolean},
        {.name = u"assignedTo"_s, .kind = Kind::TextList},
        {.name = u"query"_s},
        {.name = u"businessId"_s},
        {.name = u"limit"_s, .kind = Kind::Number},
        {.name = u"skip"_s, .kind = Kind::Number},
    };
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const auto body = call.body().and_then(
        [this](const QJsonObject &sent) { return acceptedBody(sent, rules, {}, m_state.quirks); });
    if (!body)
        return tl::unexpected(body.error());
    QList<QJsonObject> found;
    for (const auto &[id, task] : m_state.tasks.all()) {
        const QJsonObject *contact = m_state.contacts.find(task.value(u"contactId"_s).toString());
        const bool fits = contains(body->value(u"contactId"_s), task.value(u"contactId"_s))
            && contains(body->value(u"assignedTo"_s), task.value(u"assignedTo"_s))
            && (!body->contains(u"completed"_s)
                || body->value(u"completed"_s) == task.value(u"completed"_s))
            && (!body->contains(u"businessId"_s)
                || (contact && contact->value(u"businessId"_s) == body->value(u"businessId"_s)))
            && task.value(u"title"_s)
                   .toString()
                   .contains(body->value(u"query"_s).toString(), Qt::CaseInsensitive);
        if (fits)
            found.append(shown(task));
    }
    const int limit = body->value(u"limit"_s).toInt(usualSearchPage);
    const Window window {.skip = std::max(0, body->value(u"skip"_s).toInt(0)),
                         .limit = std::clamp(limit, 1, largestSearchPage)};
    return Outcome {200, {{u"tasks"_s, slice(found, window)}}};
}

Served<QJsonObject> Tasks::find(const Call &call) const
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return contact;
    const QJsonObject *task = m_state.tasks.find(call.id(1));
    if (!task || task->value(u"contactId"_s) != contact->value(u"id"_s))
        return unknownId(u"Task"_s, call.id(1));
    return *task;
}

Served<QJsonObject> Tasks::accepted(const QJsonObject &body, const QStringList &required) const
{
    static const QRegularExpression fraction(u"T\\d\\d:\\d\\d:\\d\\d[.,]\\d"_s);
    auto checked = acceptedBody(body, taskRules(), required, m_state.quirks);
    if (!checked)
        return checked;
    QStringList problems;
    const QString due = checked->value(u"dueDate"_s).toString();
    if (m_state.quirks.holds(Quirk::TaskDueRefusesMilliseconds) && fraction.match(due).hasMatch())
        problems.append(u"dueDate must be a valid ISO 8601 date string"_s);
    for (const QString &member : required) {
        if (checked->value(member).isString() && checked->value(member).toString().isEmpty())
            problems.append(member + u" should not be empty"_s);
    }
    const QString user = checked->value(u"assignedTo"_s).toString();
    if (!user.isEmpty() && !m_state.users.contains(user))
        problems.append(u"assignedTo must be a user of this location"_s);
    if (!problems.isEmpty())
        return refused(422, problems);
    if (!due.isEmpty())
        checked->insert(u"dueDate"_s, isoStamp(QDateTime::fromString(due, Qt::ISODateWithMs)));
    return checked;
}

Outcome Tasks::store(const QJsonObject &before, const QJsonObject &after)
{
    m_state.tasks.put(after);
    if (before.isEmpty())
        m_state.tell(u"TaskCreate"_s, newTaskEvent(after, m_state.quirks));
    else if (after.value(u"completed"_s).toBool() && !before.value(u"completed"_s).toBool())
        m_state.tell(u"TaskComplete"_s, taskEvent(after)); // there is no TaskUpdate
    return {200, {{u"task"_s, shown(after)}}};
}

} // namespace twinbook::sandbox::highlevel
