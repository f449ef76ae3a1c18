// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/exitcode.h"
#include "cli/output.h"
#include "engine/forecast.h"

#include <QJsonObject>

namespace twinbook::cli {

//! A preview for programs: counts, stops, and every change with before, after and reason. Who is
//! not in the pilot is marked as outside; the counts are of the whole plan.
[[nodiscard]] QJsonObject planToJson(const PreparedPlan &prepared, const Outsiders &outsiders = {});

//! A preview for people: the sentence, the counts by side, then the people of the pilot that
//! change, and how many are not in it.
void printPlan(const PreparedPlan &prepared, const Outsiders &outsiders, const Output &output);

[[nodiscard]] QJsonObject forecastToJson(const Forecast &forecast);

[[nodiscard]] QJsonObject runToJson(const Run &run);
void printRun(const Run &run, const Output &output);

//! Nothing to do: in agreement. Otherwise somebody has to look.
[[nodiscard]] ExitCode exitCodeOf(const Plan &plan);
//! Of a run and the plan made after it.
[[nodiscard]] ExitCode exitCodeOf(const Run &run, const Plan &afterwards);

} // namespace twinbook::cli
