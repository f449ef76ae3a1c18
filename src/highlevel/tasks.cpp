// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/tasks.h"

#include "highlevel/operation.h"
#include "highlevel/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Task>
{
    // The search tells `_id`.
    static constexpr std::tuple members {
        required("id"_L1, &Task::id, "_id"_L1),     member("contactId"_L1, &Task::contact),
        member("title"_L1, &Task::title),           member("body"_L1, &Task::body),
        member("assignedTo"_L1, &Task::assignedTo), member("dueDate"_L1, &Task::dueDate),
        member("completed"_L1, &Task::completed)};
};

template<>
struct Shape<TaskDraft>
{
    static constexpr std::tuple members {
        member("title"_L1, &TaskDraft::title), member("dueDate"_L1, &TaskDraft::dueDate),
        member("body"_L1, &TaskDraft::body), member("assignedTo"_L1, &TaskDraft::assignedTo)};
};

template<>
struct Shape<TaskSearch>
{
    static constexpr std::tuple members {
        member("query"_L1, &TaskSearch::query), member("businessId"_L1, &TaskSearch::business),
        member("limit"_L1, &TaskSearch::limit), member("skip"_L1, &TaskSearch::skip)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint listTasks {Get, "contacts/{contactId}/tasks"_L1, scopes::contactsRead,
                              Subject::Person};
constexpr Endpoint getTask {Get, "contacts/{contactId}/tasks/{taskId}"_L1, scopes::contactsRead,
                            Subject::Task};
constexpr Endpoint createTask {Post, "contacts/{contactId}/tasks"_L1, scopes::contactsWrite,
                               Subject::Person, Repetition::Unsafe};
constexpr Endpoint updateTask {Put, "contacts/{contactId}/tasks/{taskId}"_L1, scopes::contactsWrite,
                               Subject::Task};
constexpr Endpoint completeTask {Put, "contacts/{contactId}/tasks/{taskId}/completed"_L1,
                                 scopes::contactsWrite, Subject::Task};
constexpr Endpoint deleteTask {Delete, "contacts/{contactId}/tasks/{taskId}"_L1,
                               scopes::contactsWrite, Subject::Task};
constexpr Endpoint searchTasks {Post, "locations/{locationId}/tasks/search"_L1, scopes::tasksRead,
                                Subject::Account};

constexpr auto taskMember = "task"_L1;
constexpr auto completedMember = "completed"_L1;

bool isCompleted(TaskState state)
{
    return state == TaskState::Completed;
}

Operation &fill(Operation &operation, const TaskDraft &draft, const QuirkSet &quirks)
{
    QJsonObject body = toWire(draft, quirks);
    body.insert(completedMember, isCompleted(draft.state));
    return operation
        .require(!draft.title.trimmed().isEmpty(),
                 QCoreApplication::translate("highlevel", "A task for HighLevel needs a title."))
        .require(
            draft.dueDate.isValid(),
            QCoreApplication::translate(
                "highlevel", "HighLevel keeps no task without a due date. Give “%1” a due date.")
                .arg(quotable(draft.title)))
        .body(body);
}

//! The specification shows the tasks as lists in the list.
QList<Task> readFound(const QJsonObject &reply, Reading &reading)
{
    QJsonArray flat;
    const QJsonArray told = reply.value("tasks"_L1).toArray();
    for (const auto element : told) {
        const QJsonArray inner = element.isArray() ? element.toArray() : QJsonArray {element};
        for (const auto task : inner)
            flat.append(task);
    }
    if (!reply.value("tasks"_L1).isArray())
        reading.problems.append(u"tasks"_s);
    QList<Task> tasks;
    if (!fromWire(QJsonValue(flat), tasks, reading))
        reading.problems.append(u"tasks"_s);
    return tasks;
}

} // namespace

Pending<QList<Task>> Tasks::list(const ContactId &contact) const
{
    return Operation(account(), listTasks, {contact.text()}).one<QList<Task>>("tasks"_L1);
}

Pending<Task> Tasks::get(const ContactId &contact, const TaskId &task) const
{
    return Operation(account(), getTask, {contact.text(), task.text()}).one<Task>(taskMember);
}

Pending<Task> Tasks::create(const ContactId &contact, const TaskDraft &draft) const
{
    Operation operation(account(), createTask, {contact.text()});
    return fill(operation, draft, quirks()).one<Task>(taskMember);
}

Pending<Task> Tasks::update(const ContactId &contact, const TaskId &task,
                            const TaskDraft &draft) const
{
    Operation operation(account(), updateTask, {contact.text(), task.text()});
    return fill(operation, draft, quirks()).one<Task>(taskMember);
}

Pending<Task> Tasks::setState(const ContactId &contact, const TaskId &task, TaskState state) const
{
    return Operation(account(), completeTask, {contact.text(), task.text()})
        .body({{completedMember, isCompleted(state)}})
        .one<Task>(taskMember);
}

Pending<> Tasks::remove(const ContactId &contact, const TaskId &task) const
{
    return Operation(account(), deleteTask, {contact.text(), task.text()}).confirmed();
}

Pending<QList<Task>> Tasks::search(const TaskSearch &search) const
{
    QJsonObject body = toWire(search, quirks());
    if (!search.contacts.isEmpty())
        body.insert("contactId"_L1, toWire(search.contacts, quirks()));
    if (!search.assignedTo.isEmpty())
        body.insert("assignedTo"_L1, toWire(search.assignedTo, quirks()));
    if (search.state)
        body.insert(completedMember, isCompleted(*search.state));
    return Operation(account(), searchTasks, {location()})
        .require(search.limit > 0 && search.skip >= 0,
                 QCoreApplication::translate("highlevel", "A page needs a size and a start."))
        .body(body)
        .as<QList<Task>>(readFound);
}

} // namespace twinbook::highlevel
