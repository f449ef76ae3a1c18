// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/peopletable.h"

#include <QString>

namespace twinbook {

//! Name to call a person by: from OfficeRnD if it has one, else from HighLevel, else the e-mail.
[[nodiscard]] QString personName(const PeopleRow &row);

//! The state in a word or two: "New", "Changed", "Needs you".
[[nodiscard]] QString stateWord(RowState state);

//! For the middle column: "New", "2 fields", "Phone", "In sync".
[[nodiscard]] QString changeText(const PeopleRow &row);

//! What will happen to the person, as a clause: "HighLevel will be updated (2 fields)".
[[nodiscard]] QString changeSentence(const PeopleRow &row);

//! The whole row for a screen reader: "Jane Doe. HighLevel will be updated (2 fields)."
[[nodiscard]] QString rowSentence(const PeopleRow &row);

//! "not in HighLevel yet"
[[nodiscard]] QString missingText(Side side, RowState state);

} // namespace twinbook
