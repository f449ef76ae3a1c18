// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/state.h"
#include "sandbox/officernd/state.h"
#include "sandbox/people/addressbooks.h"

namespace twinbook::sandbox {

//! Fill empty, furnished states with the entries of an address book, stamped long before today.
//! HighLevel takes them as an import does: without its rule against duplicates.
void populate(officernd::State &state, const QList<PersonCard> &cards);
void populate(highlevel::State &state, const QList<PersonCard> &cards);

} // namespace twinbook::sandbox
