// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace twinbook {

//! Hours and minutes of a UTC moment in local time, as the user's language writes them, without
//! seconds: "10:42".
[[nodiscard]] QString shortTime(const QDateTime &moment);

//! Day and time: "Tue 3 Mar 10:42".
[[nodiscard]] QString shortDateTime(const QDateTime &moment);

} // namespace twinbook
