// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/undo.h"
#include "engine/whyhere.h"

#include <QString>

namespace twinbook {

//! What an undo would do, in one or two sentences: how many values, what is kept and why.
[[nodiscard]] QString undoSentence(const PreparedUndo &undo);

//! What becomes of one change, in a few words: "kept: changed since".
[[nodiscard]] QString verdictText(UndoVerdict verdict);

//! What becomes of a pair, as a sentence with the person's name; empty for UndoPairing::Stays.
[[nodiscard]] QString pairingText(const UndoPerson &person);

//! The answer to "why is this value here?" for one side, as sentences.
[[nodiscard]] QString whyHereText(const WhyHere &why);

} // namespace twinbook
