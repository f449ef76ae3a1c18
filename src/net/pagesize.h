// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"
#include "net/adaptation.h"

#include <optional>

namespace twinbook {

//! How many rows to ask for on one page: the most the service takes, half as many after a page
//! that did not come, and back again step by step. Pure; the caller logs the steps with
//! logAdaptation().
class PageSize
{
public:
    explicit PageSize(int most, int least = 1);

    [[nodiscard]] int current() const { return m_current; }
    //! Whether a smaller page may succeed where this one failed: it timed out (408 and 504 too),
    //! was too large to ask for (413), or came too large or cut off.
    [[nodiscard]] static bool blames(const Error &error);
    //! Half as many, if the error blames the size. The step, or nothing if asking for less cannot
    //! help; then the error stands.
    [[nodiscard]] std::optional<Adaptation> failed(const Error &error);
    //! A page came. After four in a row twice as many are asked for.
    [[nodiscard]] std::optional<Adaptation> succeeded();

private:
    [[nodiscard]] std::optional<Adaptation> step(int to, QLatin1StringView why);

    int m_most;
    int m_least;
    int m_current;
    int m_goodInARow = 0;
};

} // namespace twinbook
