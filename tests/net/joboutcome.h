// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <QSignalSpy>

#include <memory>

namespace twinbook::test {

//! Starts the job and waits for its end.
template<class JobType>
[[nodiscard]] auto outcome(const std::unique_ptr<JobType> &job)
{
    using Outcome = std::decay_t<decltype(job->result())>;
    QSignalSpy finished(job.get(), &Job::finished);
    job->start();
    if (!finished.wait(30'000)) {
        return Outcome(Failure(Error {
            .kind = ErrorKind::Bug, .message = QStringLiteral("did not end"), .detail = {}}));
    }
    return job->result();
}

} // namespace twinbook::test
