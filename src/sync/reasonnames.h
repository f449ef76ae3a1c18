// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"

#include <QString>

namespace twinbook {

// Stable names for JSON, history and logs. Sentences for people are in viewmodels/reasontext.h.
[[nodiscard]] QString fieldOutcomeName(FieldOutcome outcome);
[[nodiscard]] QString fieldReasonName(FieldReason reason);
[[nodiscard]] QString personStateName(PersonState state);
[[nodiscard]] QString matchBasisName(MatchBasis basis);
[[nodiscard]] QString guardStopName(GuardStop::Kind kind);
[[nodiscard]] QString questionKindName(QuestionKind kind);
[[nodiscard]] QString choiceName(Choice choice);

} // namespace twinbook
