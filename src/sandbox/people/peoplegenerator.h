// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/people/addressbooks.h"

namespace twinbook::sandbox {

//! Invents people and writes them into two address books that agree about most of them. Every 40
//! people hold every kind of case: entries that are equal, differ in spelling only, were edited on
//! one side or on both, stand on one side only, lack e-mail or phone, share a household's phone or
//! a desk's mailbox, or stand twice in one book. About four in five are in both books. One person,
//! whatever the number, is called "<img src=file:///etc/passwd>".
//!
//! HighLevel's book never has one e-mail or number twice, because the service would not take it.
[[nodiscard]] AddressBooks inventPeople(int count, quint64 seed);

} // namespace twinbook::sandbox
