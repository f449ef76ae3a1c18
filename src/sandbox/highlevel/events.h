// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"

#include <QJsonObject>

namespace twinbook::sandbox::highlevel {

//! What the events say about a record, besides type and location (highlevel.md 4.2).

//! ContactCreate, ContactUpdate, ContactDelete and ContactTagUpdate: without dateUpdated.
[[nodiscard]] QJsonObject contactEvent(const QJsonObject &contact);
//! The part whose change is a ContactUpdate and no event of its own.
[[nodiscard]] QJsonObject contactEventWithoutTags(const QJsonObject &contact);
[[nodiscard]] QJsonObject contactDndEvent(const QJsonObject &contact);
//! TaskComplete and TaskDelete.
[[nodiscard]] QJsonObject taskEvent(const QJsonObject &task);
//! TaskCreate: without contact and text, if Quirk::TaskEventsAreThin holds.
[[nodiscard]] QJsonObject newTaskEvent(const QJsonObject &task, const QuirkSet &quirks);
//! NoteCreate, NoteUpdate and NoteDelete: nothing of user, title, colour and pin.
[[nodiscard]] QJsonObject noteEvent(const QJsonObject &note);
//! AppointmentCreate, AppointmentUpdate and AppointmentDelete.
[[nodiscard]] QJsonObject appointmentEvent(const QJsonObject &appointment);

} // namespace twinbook::sandbox::highlevel
