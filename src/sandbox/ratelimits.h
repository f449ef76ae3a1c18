// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace twinbook::sandbox {

//! The allowances that are played, for the services that refuse and for who judges afterwards.

//! "About 400 reads per minute" in one operator's notes; the rest is not known and chosen so that
//! the day never comes first (officernd.md 3, 9 item 1).
inline constexpr int officerndReadsPerMinute = 400;
inline constexpr int officerndWritesPerMinute = 100;
inline constexpr int officerndReadsPerDay = 200000;
inline constexpr int officerndWritesPerDay = 50000;

//! highlevel.md 3: for reading and writing together.
inline constexpr int highlevelRequestsPerWindow = 100;
inline constexpr int highlevelWindowSeconds = 10;

//! SandboxOptions::Pace::Relaxed allows that many times as much.
inline constexpr int relaxedFactor = 100;

} // namespace twinbook::sandbox
