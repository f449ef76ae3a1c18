// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/secretstore.h"

#include <memory>

namespace twinbook {

//! Asks the desktop's Secret Service over D-Bus whether there is one and whether its default
//! collection is locked. QtKeychain 0.13.2 cannot tell: it answers "entry not found" for a locked
//! store and "other error" without a bus (experience.md M9). A service without a default
//! collection counts as locked: it, too, has to be opened by a person first.
//!
//! The only place that knows this platform's password store. Where there is no Secret Service by
//! design (Windows, macOS) the store counts as ready; it prompts by itself.
[[nodiscard]] std::unique_ptr<TypedJob<SecretStoreState>> secretServiceState();

} // namespace twinbook
