// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/plan.h"

#include <QString>

namespace twinbook {

//! Why a field will be changed, asked about or left alone, in a few words for a "Why" column:
//! "fills an empty field", "OfficeRnD wins (rule)".
[[nodiscard]] QString reasonText(FieldReason reason);

//! The same for a reason's stable name, as the history keeps it; empty for a name of another
//! version.
[[nodiscard]] QString reasonNameText(const QString &name);

//! How two records were found to be one person: "same e-mail". Empty for MatchBasis::None.
[[nodiscard]] QString matchBasisText(MatchBasis basis);

//! Why a plan must not be applied, as sentences: what was found, what it may mean, what to do.
[[nodiscard]] QString stopText(const GuardStop &stop);

} // namespace twinbook
