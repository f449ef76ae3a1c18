// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"

namespace twinbook {

std::vector<Experiment> experimentsOn(Side side)
{
    if (side == Side::Left) {
        std::vector<Experiment> all = officeRnDViews();
        const std::vector<Experiment> changes = officeRnDChanges();
        all.insert(all.end(), changes.begin(), changes.end());
        return all;
    }
    std::vector<Experiment> all = highLevelViews();
    for (const std::vector<Experiment> &more : {highLevelChanges(), highLevelSteps()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace twinbook
