// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "probe/experiment.h"

namespace twinbook {

//! Every experiment on that service, those that only read first.
[[nodiscard]] std::vector<Experiment> experimentsOn(Side side);

//! Why no experiment can show this quirk; empty if one can.
[[nodiscard]] QString whyUnseen(Quirk quirk);

// The tables of the single files, put together by experimentsOn().
[[nodiscard]] std::vector<Experiment> highLevelViews();
[[nodiscard]] std::vector<Experiment> highLevelChanges();
//! Those that need more than one contact, or tasks, fields and companies.
[[nodiscard]] std::vector<Experiment> highLevelSteps();
[[nodiscard]] std::vector<Experiment> officeRnDViews();
[[nodiscard]] std::vector<Experiment> officeRnDChanges();

} // namespace twinbook
