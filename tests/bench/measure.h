// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <functional>

namespace twinbook::bench {

//! Median wall time of `work` in milliseconds.
[[nodiscard]] double medianMs(int times, const std::function<void()> &work);

//! The most memory this process has held so far, in MB (VmHWM); 0 where the system does not tell.
[[nodiscard]] double peakMemoryMb();

//! How many processes have been waiting for a processor in the last minute (load average); 0 where
//! the system does not tell.
[[nodiscard]] double machineLoad();

//! Ends the process with the error's words: a figure of something that failed means nothing.
[[noreturn]] void giveUp(const QString &what);

template<class T>
T orGiveUp(Result<T> result)
{
    if (!result)
        giveUp(result.error().message + u' ' + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

} // namespace twinbook::bench
