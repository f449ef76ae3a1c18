// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/undo.h"
#include "engine/whyhere.h"

#include <QString>

namespace twinbook {

//! What an undo would do, in one sentence with its figures. `of` is what people call the run, see
//! runName(); empty for "sync #3".
[[nodiscard]] QString undoHeadline(const PreparedUndo &undo, const QString &of = {});

//! What stays as it is and why, as sentences; empty if everything goes back.
[[nodiscard]] QString undoRemainder(const UndoPlan &plan);

//! Both together, for a place without room for more.
[[nodiscard]] QString undoSentence(const PreparedUndo &undo);

//! What becomes of one change, in a few words: "kept: changed since".
[[nodiscard]] QString verdictText(UndoVerdict verdict);

//! What becomes of a pair, as a sentence with the person's name; empty for UndoPairing::Stays.
[[nodiscard]] QString pairingText(const UndoPerson &person);

//! The same for a "Why" column, without the name.
[[nodiscard]] QString pairingReason(UndoPairing pairing);

//! The answer to "why is this value here?" for one side, as sentences.
[[nodiscard]] QString whyHereText(const WhyHere &why);

} // namespace twinbook
