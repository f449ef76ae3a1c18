// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"

#include <QJsonArray>
#include <QStringList>

namespace twinbook::sandbox::highlevel {

//! Custom fields are read as [{id, value}] and written as [{id or key, field_value}]
//! (highlevel.md 2.6).

//! Complaints about a written list. A field nobody knows is one only without
//! Quirk::UnknownCustomFieldIsDropped; without Quirk::CustomFieldShapesDiffer a field is written
//! as it is read, as [{id, value}].
[[nodiscard]] QStringList customFieldViolations(const QJsonArray &writes, const State &state);

enum class FieldMerge : quint8 { ById, Replace };

//! The read list after the writes. Unknown fields and values that do not suit their field's type
//! are dropped in silence; "" and [] clear, and so does null, if Quirk::HighLevelNullClears holds.
[[nodiscard]] QJsonArray mergedCustomFields(const QJsonArray &before, const QJsonArray &writes,
                                            FieldMerge merge, const State &state);

} // namespace twinbook::sandbox::highlevel
