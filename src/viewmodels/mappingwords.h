// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "mapping/fieldmapping.h"

#include <QString>

namespace twinbook {

// The words people read for the choices of a mapping row.

[[nodiscard]] QString directionText(Direction direction); //!< "Only to HighLevel"
[[nodiscard]] QString authorityText(Authority authority); //!< "Ask me"
[[nodiscard]] QString emptyRuleText(EmptyRule rule); //!< "Never erase"
//! What the rule does to people's data, as a sentence about this row.
[[nodiscard]] QString emptyRuleConsequence(const FieldMapping &row);
[[nodiscard]] QString conversionText(Conversion conversion); //!< "Phone number"
[[nodiscard]] QString valueTypeText(FieldValue::Type type); //!< "text", "date"

} // namespace twinbook
