// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/recurringtasks.h"

#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;

ShelfRules recurringRules()
{
    const FieldRules rule {
        {.name = u"intervalType"_s,
         .options = {u"yearly"_s, u"monthly"_s, u"weekly"_s, u"daily"_s, u"hourly"_s}},
        {.name = u"interval"_s, .kind = Kind::Number},
        {.name = u"startDate"_s, .kind = Kind::Moment},
        {.name = u"endDate"_s, .kind = Kind::Moment},
        {.name = u"dayOfMonth"_s, .kind = Kind::Number},
        {.name = u"dayOfWeek"_s,
         .options = {u"MO"_s, u"TU"_s, u"WE"_s, u"TH"_s, u"FR"_s, u"SA"_s, u"SU"_s}},
        {.name = u"monthOfYear"_s, .kind = Kind::Number},
        {.name = u"count"_s, .kind = Kind::Number},
        {.name = u"createTaskIfOverDue"_s, .kind = Kind::Boolean},
        {.name = u"dueAfterSeconds"_s, .kind = Kind::Number}};
    return {.noun = u"Recurring task"_s,
            .fields = {{.name = u"title"_s},
                       {.name = u"description"_s},
                       {.name = u"contactIds"_s, .kind = Kind::TextList},
                       {.name = u"owners"_s, .kind = Kind::TextList},
                       {.name = u"rruleOptions"_s, .kind = Kind::Object, .members = rule},
                       {.name = u"ignoreTaskCreation"_s, .kind = Kind::Boolean}},
            .required = {u"title"_s, u"rruleOptions"_s}};
}

//! Written as lists, told as one of each.
QJsonObject shown(QJsonObject recurring)
{
    const QString owner = recurring.take(u"owners"_s).toArray().at(0).toString();
    const QString contact = recurring.take(u"contactIds"_s).toArray().at(0).toString();
    recurring.remove(u"ignoreTaskCreation"_s);
    if (!owner.isEmpty())
        recurring.insert(u"assignedTo"_s, owner);
    if (!contact.isEmpty())
        recurring.insert(u"contactId"_s, contact);
    return recurring;
}

Outcome answer(int status, const QJsonObject &recurring)
{
    return {status, {{u"recurringTask"_s, shown(recurring)}}};
}

QStringList missingIn(const QJsonObject &rule)
{
    QStringList missing;
    for (const QString &name :
         {u"intervalType"_s, u"interval"_s, u"startDate"_s, u"dueAfterSeconds"_s}) {
        if (!rule.contains(name))
            missing.append(u"rruleOptions.%1 should not be null or undefined"_s.arg(name));
    }
    return missing;
}

} // namespace

RecurringTasks::RecurringTasks(State &state, const Contacts &contacts)
    : m_state(state)
    , m_contacts(contacts)
    , m_recurring(state, state.recurringTasks, recurringRules())
{ }

Operations RecurringTasks::operations()
{
    const QString all = u"/locations/*/recurring-tasks"_s;
    const QString one = u"/locations/*/recurring-tasks/*"_s;
    const QString writing = u"locations/tasks.write"_s;
    return {
        {"POST", all, writing, [this](const Call &call) { return create(call); }},
        {"GET", one, u"locations/tasks.readonly"_s,
         [this](const Call &call) {
             return find(call).map(
                 [](const QJsonObject &recurring) { return answer(200, recurring); });
         }},
        {"PUT", one, writing, [this](const Call &call) { return update(call); }},
        {"DELETE", one, writing, [this](const Call &call) { return remove(call); }},
    };
}

Served<Outcome> RecurringTasks::create(const Call &call)
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    const QString now = m_state.stamps.next();
    auto recurring = m_recurring.make(*body,
                                      {{u"locationId"_s, m_state.locationId},
                                       {u"description"_s, QString()},
                                       {u"createdAt"_s, now},
                                       {u"updatedAt"_s, now},
                                       {u"totalOccurrence"_s, 0},
                                       {u"deleted"_s, false}});
    if (!recurring)
        return tl::unexpected(recurring.error());
    if (const auto sound = isSound(*recurring); !sound) {
        (void)m_recurring.remove(recurring->value(u"id"_s).toString());
        return tl::unexpected(sound.error());
    }
    if (!recurring->value(u"ignoreTaskCreation"_s).toBool()) {
        const QJsonArray contacts = recurring->value(u"contactIds"_s).toArray();
        for (const QJsonValue &contact : contacts)
            addFirstTask(*recurring, contact.toString());
        recurring->insert(u"totalOccurrence"_s, contacts.isEmpty() ? 0 : 1);
        m_recurring.put(*recurring);
    }
    return answer(201, *recurring);
}

Served<Outcome> RecurringTasks::update(const Call &call)
{
    const auto before = find(call);
    if (!before)
        return tl::unexpected(before.error());
    const auto body = call.body();
    if (!body)
        return tl::unexpected(body.error());
    auto after = m_recurring.change(call.id(1), *body);
    if (!after)
        return tl::unexpected(after.error());
    if (const auto sound = isSound(*after); !sound) {
        m_recurring.put(*before);
        return tl::unexpected(sound.error());
    }
    after->insert(u"updatedAt"_s, m_state.stamps.next());
    m_recurring.put(*after);
    return answer(200, *after);
}

//! The tasks it made stay.
Served<Outcome> RecurringTasks::remove(const Call &call)
{
    return find(call).map([&](const QJsonObject & /*recurring*/) {
        (void)m_recurring.remove(call.id(1));
        return Outcome {200, {{u"id"_s, call.id(1)}, {u"success"_s, true}}};
    });
}

Served<QJsonObject> RecurringTasks::find(const Call &call) const
{
    if (const auto place = inLocation(m_state, call.id()); !place)
        return tl::unexpected(place.error());
    return m_recurring.find(call.id(1));
}

Served<> RecurringTasks::isSound(const QJsonObject &body) const
{
    QStringList problems = missingIn(body.value(u"rruleOptions"_s).toObject());
    const QStringList owners = body.value(u"owners"_s).toVariant().toStringList();
    for (const QString &owner : owners) {
        if (!m_state.users.contains(owner))
            problems.append(u"each value in owners must be a user of this location"_s);
    }
    const QStringList people = body.value(u"contactIds"_s).toVariant().toStringList();
    for (const QString &person : people) {
        if (!m_contacts.get(person))
            problems.append(u"each value in contactIds must be a contact of this location"_s);
    }
    if (!problems.isEmpty())
        return refused(422, problems);
    return {};
}

void RecurringTasks::addFirstTask(const QJsonObject &recurring, const QString &contact)
{
    const QJsonObject rule = recurring.value(u"rruleOptions"_s).toObject();
    const QDateTime start
        = QDateTime::fromString(rule.value(u"startDate"_s).toString(), Qt::ISODateWithMs);
    QJsonObject task {
        {u"id"_s, m_state.ids.next()},
        {u"contactId"_s, contact},
        {u"dateAdded"_s, m_state.stamps.next()},
        {u"title"_s, recurring.value(u"title"_s)},
        {u"body"_s, recurring.value(u"description"_s)},
        {u"dueDate"_s, isoStamp(start.addSecs(rule.value(u"dueAfterSeconds"_s).toInt()).toUTC())},
        {u"completed"_s, false}};
    const QString owner = recurring.value(u"owners"_s).toArray().at(0).toString();
    if (!owner.isEmpty())
        task.insert(u"assignedTo"_s, owner);
    m_state.tasks.put(task);
    m_state.tell(u"TaskCreate"_s, newTaskEvent(task, m_state.quirks));
}

} // namespace twinbook::sandbox::highlevel
