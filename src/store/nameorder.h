// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/peopletable.h"

#include <QList>

#include <vector>

namespace twinbook {

//! Positions in `rows`, ordered as people expect names to be: by the rules of their language,
//! without regard to case, "Desk 2" before "Desk 10". Who has no name goes by e-mail, after all
//! who have one. Equal names keep the order of `rows`.
[[nodiscard]] std::vector<qsizetype> nameOrder(const QList<PeopleRow> &rows);

} // namespace twinbook
