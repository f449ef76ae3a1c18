// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/experiment.h"

#include <optional>

namespace twinbook {

//! A record that the probe made, by the path it can be read and deleted under.
using Leftover = QStringList;

//! The record that this reply says was made; nothing if none was, or if it was there before.
[[nodiscard]] std::optional<Leftover> madeBy(const RawRequest &request, const ProbeReply &answer);

//! Whether the request makes a record of its own, that is to say one that must be deleted.
[[nodiscard]] bool makesSomething(const RawRequest &request);

//! Deletes the record.
[[nodiscard]] RawRequest removalOf(const Leftover &leftover);

} // namespace twinbook
