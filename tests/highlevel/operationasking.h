// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/joboutcome.h"

#include <functional>

namespace twinbook::test {

//! Runs the job that `make` makes, and keeps only whether it worked.
template<class Make>
auto asking(Make make)
{
    return [make](auto &client) -> Result<> {
        const auto result = outcome(make(client));
        if (!result)
            return Failure(result.error());
        return {};
    };
}

} // namespace twinbook::test
