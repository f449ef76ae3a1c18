// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"

#include <QJsonArray>
#include <QStringList>

namespace twinbook::sandbox::highlevel {

//! Custom fields are read as [{id, value}] and written as [{id or key, field_value}]
//! (highlevel.md 2.6).

//! Complaints about the shape of a written list.
[[nodiscard]] QStringList customFieldViolations(const QJsonArray &writes);

//! The read list after the writes: merged by id. Unknown fields and values that do not suit their
//! field's type are dropped in silence; null, "" and [] clear.
[[nodiscard]] QJsonArray mergedCustomFields(const QJsonArray &before, const QJsonArray &writes,
                                            const State &state);

} // namespace twinbook::sandbox::highlevel
