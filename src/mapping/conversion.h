// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "mapping/fieldmapping.h"

namespace twinbook {

// The pure parts of a projection: one value at a time, no schema. Name, which has two fields on
// the right, is in personname.h.

//! The canonical value of what one side's field holds.
[[nodiscard]] FieldValue canonicalValue(const FieldMapping &row, Side side,
                                        const FieldValue &value);

//! How one side spells a canonical value in a field of the given type.
[[nodiscard]] FieldValue spelledValue(const FieldMapping &row, Side side,
                                      const FieldValue &canonical, FieldValue::Type type,
                                      const QString &country);

//! Whether two canonical values mean the same.
[[nodiscard]] bool meansTheSame(const FieldMapping &row, const FieldValue &a, const FieldValue &b,
                                const QString &country);

} // namespace twinbook
