// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace twinbook::fuzz {

//! Bytes on the heap. Under the address sanitizer this counts what it holds back before it is used
//! again (its quarantine), which is full after some thousand cases and stays as it is.
[[nodiscard]] qint64 memoryInUse();

//! What the program has needed at most so far, in bytes.
[[nodiscard]] qint64 memoryAtMost();

} // namespace twinbook::fuzz
