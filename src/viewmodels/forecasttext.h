// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/forecast.h"
#include "store/runhistory.h"

#include <QString>

namespace twinbook {

//! What a run will ask of the services, as a sentence or two: "About 84 requests (42 to OfficeRnD,
//! 42 to HighLevel, 0.1 % of today's), less than a minute." Says so if today's requests will not
//! do.
[[nodiscard]] QString forecastText(const Forecast &forecast);

//! How far off the forecast of a run was: "Forecast 120 requests, made 124 (3 % more)." Empty for a
//! run that had no forecast.
[[nodiscard]] QString comparisonText(const Run &run);

//! Of people with changes for whom the run is not; empty for 0.
[[nodiscard]] QString outsidersText(int waiting);

} // namespace twinbook
