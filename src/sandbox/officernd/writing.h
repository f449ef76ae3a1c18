// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/state.h"
#include "sandbox/records/bodyrules.h"
#include "sandbox/served.h"

namespace twinbook::sandbox::officernd {

//! What member and company writes have in common.

[[nodiscard]] FieldRule addressRule(const QString &name);
//! Address, billing details, portal privacy: the nested objects of members and companies.
[[nodiscard]] FieldRules sharedObjectRules();

//! Refusals that come from the database rather than from validation, all of them with status 500:
//! an empty name, a reference that is no id, a reference to nothing (officernd.md 5).
[[nodiscard]] Served<> checkName(const QJsonObject &body);
[[nodiscard]] Served<> checkReference(const QJsonObject &body, const QString &field,
                                      const RecordTable &target, const QString &targetName);

//! `document` with the members of `body` set. Null and "" clear: the documentation tells neither,
//! so both do. Nested objects and `properties` are merged: whether a PUT merges or replaces them
//! is not documented (officernd.md 2.6); a client that sends the whole object works with both.
[[nodiscard]] QJsonObject merged(const QJsonObject &document, const QJsonObject &body);

//! Checks the `properties` of a body against the definitions and brings dates into the form in
//! which they are stored.
[[nodiscard]] Served<QJsonObject> checkedProperties(const QJsonObject &body, const State &state);

//! A date or moment as it is stored: UTC with milliseconds; a bare date is its midnight.
[[nodiscard]] QString storedMoment(const QString &text);

} // namespace twinbook::sandbox::officernd
