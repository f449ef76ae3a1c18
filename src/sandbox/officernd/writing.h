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

//! A refusal by the database or a business rule rather than by validation: 500
//! (Quirk::BusinessRuleAnswers500, officernd.md 5), else 400.
[[nodiscard]] tl::unexpected<ServiceFailure> refusedByRule(const State &state,
                                                           const QString &message);

//! The body as far as the collection knows its members: with Quirk::UnknownFieldIsRefused anything
//! else is an error, without it is dropped.
[[nodiscard]] Served<QJsonObject> validated(const QJsonObject &body, const FieldRules &rules,
                                            const QStringList &required, const State &state);

//! Refused by rule: an empty name, a reference that is no id, a reference to nothing.
[[nodiscard]] Served<> checkName(const QJsonObject &body, const State &state);
[[nodiscard]] Served<> checkReference(const QJsonObject &body, const QString &field,
                                      const RecordTable &target, const QString &targetName,
                                      const State &state);

//! `document` with the members of `body` set. Null and "" clear. Nested objects are merged: whether
//! a PUT merges or replaces them is not documented (officernd.md 2.6). `properties` and `tags` are
//! replaced as long as their quirks hold, merged otherwise.
[[nodiscard]] QJsonObject merged(const QJsonObject &document, const QJsonObject &body,
                                 const State &state);

//! Checks the `properties` of a body against the definitions for that target and brings dates into
//! the form in which they are stored.
[[nodiscard]] Served<QJsonObject> checkedProperties(const QJsonObject &body, const QString &target,
                                                    const State &state);

//! The body with every moment that the rules name in the form in which it is stored.
[[nodiscard]] QJsonObject withStoredMoments(QJsonObject body, const FieldRules &rules);

//! A date or moment as it is stored: UTC with milliseconds; a bare date is its midnight.
[[nodiscard]] QString storedMoment(const QString &text);

} // namespace twinbook::sandbox::officernd
