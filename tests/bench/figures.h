// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report.h"

namespace twinbook::bench {

// Each runs in a process of its own, so that its peak of memory is its own. `people` is the number
// of people on each side.

//! plan() of people who are all linked, one in a hundred changed.
[[nodiscard]] QList<Figure> planFigures(int people);
//! plan() of people seen for the first time, four of five on both sides.
[[nodiscard]] QList<Figure> firstMatchFigures(int people);
//! A check that finds nothing new: remember both lists, plan, show the plan.
[[nodiscard]] QList<Figure> noChangeFigures(int people);
//! Searching the window's table of people in the store in `directory`.
[[nodiscard]] QList<Figure> searchFigures(const QString &directory);

//! Fills a store in `directory` with two sides of linked people and their table.
void fillStore(const QString &directory, int people);
//! What a window reads before it can be used: open, counts, first page, open questions, runs.
void readFirstPage(const QString &directory);
//! The least any program must do: open the file, read as many rows.
void readFirstPagePlainly(const QString &directory);

} // namespace twinbook::bench
