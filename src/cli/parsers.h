// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

#include <memory>

namespace twinbook::cli {

// One function for each first word of the command line: the command that the options ask for, or
// InvalidInput with a sentence.

using MaybeCommand = Result<std::unique_ptr<Command>>;

[[nodiscard]] MaybeCommand parsePractice(const Options &options);
[[nodiscard]] MaybeCommand parseSandbox(const Options &options);
[[nodiscard]] MaybeCommand parseConnect(const Options &options);
[[nodiscard]] MaybeCommand parseProbe(const Options &options);
[[nodiscard]] MaybeCommand parsePreview(const Options &options);
[[nodiscard]] MaybeCommand parseSync(const Options &options);
[[nodiscard]] MaybeCommand parseVerify(const Options &options);
[[nodiscard]] MaybeCommand parseStatus(const Options &options);
[[nodiscard]] MaybeCommand parseHistory(const Options &options);
[[nodiscard]] MaybeCommand parseUndo(const Options &options);
[[nodiscard]] MaybeCommand parseRestore(const Options &options);
[[nodiscard]] MaybeCommand parseWhy(const Options &options);
[[nodiscard]] MaybeCommand parseDecisions(const Options &options);
[[nodiscard]] MaybeCommand parseMapping(const Options &options);
[[nodiscard]] MaybeCommand parseCatalogue(const Options &options);
[[nodiscard]] MaybeCommand parseRequests(const Options &options);

} // namespace twinbook::cli
