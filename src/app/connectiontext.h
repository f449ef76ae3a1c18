// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/peopleservice.h"
#include "viewmodels/accountconnector.h"

namespace twinbook {

//! The three plain lines of a successful connection test (experience.md U06).
[[nodiscard]] ConnectionOutcome connectedOutcome(Side side, const ConnectionReport &report);

//! A refused connection: its sentence, and the field of the form that it is about.
[[nodiscard]] ConnectionOutcome refusedOutcome(const Error &error);

} // namespace twinbook
