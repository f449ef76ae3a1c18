// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirk.h"

#include <vector>

namespace twinbook {

//! The rows of each service, in the order of the enumeration.
void appendHighLevelQuirks(std::vector<QuirkFacts> &rows);
void appendOfficeRnDQuirks(std::vector<QuirkFacts> &rows);

} // namespace twinbook
