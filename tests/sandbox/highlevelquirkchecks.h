// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevelplay.h"

#include <functional>

namespace twinbook::sandbox {

//! What a foreign client sees of a named behaviour: itself, what the documents say instead, or
//! something that is neither and a mistake in the sandbox.
enum class Seen : quint8 { Quirk, Documented, Neither };

using QuirkCheck = std::function<Seen(HighLevelPlay &)>;

//! One for every quirk of HighLevel.
[[nodiscard]] const QHash<Quirk, QuirkCheck> &highlevelQuirkChecks();

[[nodiscard]] inline Seen either(bool quirk, bool documented)
{
    return quirk == documented ? Seen::Neither : quirk ? Seen::Quirk : Seen::Documented;
}

} // namespace twinbook::sandbox
