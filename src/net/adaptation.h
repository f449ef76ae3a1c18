// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace twinbook {

//! One step of a number that fits itself to a service: how many requests at once, how many people
//! on a page. Every step is logged, so that a slow day can be explained afterwards.
struct Adaptation
{
    QLatin1StringView what; //!< "requests at once"
    int from = 0;
    int to = 0;
    QLatin1StringView why; //!< "too many requests"

    friend bool operator==(const Adaptation &, const Adaptation &) = default;
};

//! "HighLevel: requests at once 4 -> 2 (too many requests)", to twinbook.net. `service` is the
//! name people know or a host.
void logAdaptation(const QString &service, const Adaptation &step);
//! The same for a step that may not have been taken; whether it was.
bool logAdaptation(const QString &service, const std::optional<Adaptation> &step);

} // namespace twinbook
