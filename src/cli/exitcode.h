// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace twinbook::cli {

//! What twinbookctl tells its caller (experience.md U103).
enum class ExitCode : int {
    InAgreement = 0,
    PersonNeeded = 1,
    Errors = 2,
    Stopped = 3,
};

} // namespace twinbook::cli
