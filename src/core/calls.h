// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtGlobal>

#include <optional>

namespace twinbook {

//! Requests to one service, as they count against its allowances.
struct Calls
{
    qint64 reads = 0;
    qint64 writes = 0;

    [[nodiscard]] qint64 total() const { return reads + writes; }
    friend Calls operator+(const Calls &a, const Calls &b)
    {
        return {a.reads + b.reads, a.writes + b.writes};
    }
    friend Calls operator-(const Calls &a, const Calls &b)
    {
        return {a.reads - b.reads, a.writes - b.writes};
    }
    friend bool operator==(const Calls &, const Calls &) = default;
};

//! What a service lets us send, as far as it is known.
struct CallAllowance
{
    enum class Sharing : quint8 {
        Separate, //!< reading and writing each have their own pace
        Shared, //!< both count against the pace of reading
    } sharing = Sharing::Separate;
    double readsPerMinute = 0; //!< 0: not known
    double writesPerMinute = 0; //!< 0: not known
    std::optional<qint64> dayLeft {}; //!< of today's requests; none if the service has not told
    std::optional<qint64> dayLimit {};
    //! Sent since the connection was made, repetitions included.
    Calls sent {};

    friend bool operator==(const CallAllowance &, const CallAllowance &) = default;
};

//! How long so many requests take at that pace, in minutes; 0 if it is not known. The services'
//! answers come on top of it, but are waited for side by side.
[[nodiscard]] double minutesFor(const Calls &calls, const CallAllowance &allowance);

} // namespace twinbook
