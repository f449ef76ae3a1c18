// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "target.h"

#include <chrono>
#include <optional>

namespace twinbook::fuzz {

struct Orders
{
    quint64 cases = 2000;
    quint64 seed = 1;
    //! Only this case of each target, shown as it is.
    std::optional<quint64> only {};
};

struct Outcome
{
    quint64 cases = 0;
    std::chrono::milliseconds took {};
    qint64 findings = 0;
};

//! Gives the target one hostile text after the other. A complaint is printed with all it takes to
//! see it again; so is the case at which the program dies or hangs.
[[nodiscard]] Outcome run(const Target &target, const Orders &orders);

} // namespace twinbook::fuzz
