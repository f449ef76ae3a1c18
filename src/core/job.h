// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QObject>

#include <memory>
#include <optional>

namespace twinbook {

//! A piece of asynchronous work that ends exactly once.
//!
//! Contract, relied on everywhere:
//! - Nothing happens before start(). start() is called at most once.
//! - finished() is emitted exactly once after start(), always from the event loop and never from
//!   inside start() or cancel(), whatever happens, also after cancel().
//! - cancel() asks for an early end; the job then finishes with ErrorKind::Cancelled unless its
//!   result was already there. Before start() or after finished() it does nothing.
//! - The job belongs to whoever holds the unique_ptr. Destroying it before finished() aborts the
//!   work silently. It may be destroyed from a slot of finished() only through deleteLater().
//! - A job lives in the thread that created it.
class Job : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)

public:
    explicit Job(QObject *parent = nullptr);
    ~Job() override;

    void start();
    void cancel();
    [[nodiscard]] bool isFinished() const { return m_state == State::Finished; }

Q_SIGNALS:
    void finished();

protected:
    //! Begins the work. Called from the event loop, so it may end at once.
    virtual void run() = 0;
    //! Called once at most, while running. The job must end soon after.
    virtual void abort() = 0;
    //! Announces the end from the event loop. Later calls are ignored.
    void end();
    //! True from start() until end() was called.
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }

private:
    enum class State : quint8 { Created, Running, Ending, Finished };
    State m_state = State::Created;
    bool m_aborted = false;
};

//! A job with a result. result() may be read once finished() was emitted.
template<class T>
class TypedJob : public Job
{
public:
    using Job::Job;

    [[nodiscard]] const Result<T> &result() const
    {
        Q_ASSERT(m_result.has_value());
        return *m_result;
    }

protected:
    //! Stores the result and ends the job. The first call wins.
    void finish(Result<T> result)
    {
        if (!isRunning() || m_result.has_value())
            return;
        m_result.emplace(std::move(result));
        end();
    }

private:
    std::optional<Result<T>> m_result;
};

//! Starts a job and calls `receive` with its result. The job becomes a child of `owner`: it is
//! aborted silently and `receive` is never called if the owner dies first. Returns the running
//! job so that it can be cancelled; it deletes itself when it has ended.
template<class JobType, class Receive>
JobType *runJob(QObject *owner, std::unique_ptr<JobType> job, Receive receive)
{
    JobType *running = job.release();
    running->setParent(owner);
    QObject::connect(running, &Job::finished, owner, [running, receive = std::move(receive)] {
        receive(running->result());
        running->deleteLater();
    });
    running->start();
    return running;
}

} // namespace twinbook
