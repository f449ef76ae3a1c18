// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>

namespace twinbook::highlevel {

//! A task of one person (highlevel.md 2.5). It has no time of change: whoever wants to know
//! whether it changed compares the fields.
struct Task
{
    TaskId id;
    ContactId contact;
    Text title;
    Text body;
    std::optional<UserId> assignedTo;
    Moment dueDate; //!< UTC
    Flag completed;
    QJsonObject whole; //!< as it was told
};

enum class TaskState : quint8 { Open, Completed };

//! What a task is to be. Creating and changing send all of it, because a change without title
//! and due date fails (highlevel.md 2.9 item 11).
struct TaskDraft
{
    QString title {};
    QDateTime dueDate {}; //!< sent in UTC without milliseconds
    TaskState state = TaskState::Open;
    Text body {};
    std::optional<UserId> assignedTo {};
};

//! Which tasks of the whole account; empty members do not narrow.
struct TaskSearch
{
    QList<ContactId> contacts {};
    QList<UserId> assignedTo {};
    std::optional<TaskState> state {};
    Text query {};
    std::optional<BusinessId> business {};
    int limit = 25;
    int skip = 0;
};

class Tasks final : public Resource
{
public:
    using Resource::Resource;

    //! All of one person; the service has no pages here.
    [[nodiscard]] Pending<QList<Task>> list(const ContactId &contact) const;
    [[nodiscard]] Pending<Task> get(const ContactId &contact, const TaskId &task) const;
    [[nodiscard]] Pending<Task> create(const ContactId &contact, const TaskDraft &draft) const;
    [[nodiscard]] Pending<Task> update(const ContactId &contact, const TaskId &task,
                                       const TaskDraft &draft) const;
    [[nodiscard]] Pending<Task> setState(const ContactId &contact, const TaskId &task,
                                         TaskState state) const;
    [[nodiscard]] Pending<> remove(const ContactId &contact, const TaskId &task) const;

    //! One page of the tasks of all people; the end is a page shorter than the limit.
    [[nodiscard]] Pending<QList<Task>> search(const TaskSearch &search) const;
};

} // namespace twinbook::highlevel
