// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QLockFile>
#include <QString>

#include <chrono>
#include <memory>

namespace twinbook {

//! A lock between the programs of this computer; given back when the last pointer goes. One whose
//! holder was killed is taken over at once.
using ProcessLock = std::shared_ptr<QLockFile>;

//! Waits for the lock on `file`, whose folder exists. Ends with ErrorKind::Timeout if another
//! program keeps it longer than `patience`, and with ErrorKind::Storage if the file cannot be made.
[[nodiscard]] std::unique_ptr<TypedJob<ProcessLock>> lockBetweenProcesses(
    const QString &file, std::chrono::milliseconds patience);

} // namespace twinbook
