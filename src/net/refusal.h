// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>

#include <optional>
#include <span>

namespace twinbook {

//! What a refusal says about sending the same request again. RetryPolicy has the last word: it
//! counts the attempts and never repeats a creation that may have happened.
enum class Again : quint8 {
    Never, //!< the same request will be refused in the same way
    WithFreshSignIn, //!< once, with a new credential
    Later, //!< after a pause
};

//! One known refusal. Rows are looked at in order, so the special ones stand first.
struct RefusalRow
{
    int status = 0;
    QLatin1StringView words; //!< in the service's message, in any case; empty fits every message
    Again again = Again::Never;
};

//! What the first row says that fits, if one does.
[[nodiscard]] std::optional<Again> lookUp(std::span<const RefusalRow> rows, int status,
                                          const QString &message);

//! For refusals that no row knows: by what they were read as.
[[nodiscard]] Again againByKind(ErrorKind kind);

} // namespace twinbook
