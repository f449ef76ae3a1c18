// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/scoring.h"

#include <vector>

namespace twinbook {

//! Two people, as places in the lists that were searched, who are alike enough to ask about.
struct Alike
{
    std::size_t left = 0;
    std::size_t right = 0;
    Likeness likeness;
};

struct AlikePeople
{
    std::vector<Alike> pairs; //!< by place on the left, then on the right
    std::size_t compared = 0; //!< pairs that shared a key
};

//! Compares everybody with those who share a key with them. Each key alone is enough to be
//! compared; together they leave out hardly any true pair (sync-engines.md 5.1).
[[nodiscard]] AlikePeople findAlike(const std::vector<Portrait> &left,
                                    const std::vector<Portrait> &right);

} // namespace twinbook
