// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "target.h"

#include <chrono>

namespace twinbook::fuzz {

struct Orders
{
    quint64 first = 0; //!< index of the first case
    quint64 end = 2000; //!< index behind the last one
    quint64 seed = 1;
    enum class Show : quint8 { No, Yes };
    Show show = Show::No; //!< each text as it is
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
