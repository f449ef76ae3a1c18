// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/processlock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr std::chrono::milliseconds betweenTries(50);
//! Longer than any holder needs. Matters only if a killed holder's process number was given to
//! another program in the meantime.
constexpr std::chrono::milliseconds abandoned = std::chrono::minutes(3);

class LockJob final : public TypedJob<ProcessLock>
{
public:
    LockJob(const QString &file, std::chrono::milliseconds patience)
        : m_lock(std::make_shared<QLockFile>(file))
        , m_patience(patience)
    {
        m_lock->setStaleLockTime(static_cast<int>(abandoned.count()));
        m_again.setSingleShot(true);
        connect(&m_again, &QTimer::timeout, this, &LockJob::tryOnce);
    }

protected:
    void run() override
    {
        m_waiting.start();
        tryOnce();
    }

    void abort() override
    {
        m_again.stop();
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void tryOnce()
    {
        if (m_lock->tryLock(0)) {
            finish(std::move(m_lock));
            return;
        }
        if (m_lock->error() != QLockFile::LockFailedError) {
            finish(Failure(Error {
                .kind = ErrorKind::Storage,
                .message = QCoreApplication::translate(
                    "auth",
                    "Twinbook cannot write to its data folder, so the sign-in was not "
                    "renewed. Check that the disk is not full and the folder is yours."),
                .detail = u"sign-in lock, error %1"_s.arg(static_cast<int>(m_lock->error()))}));
            return;
        }
        if (std::chrono::milliseconds(m_waiting.elapsed()) >= m_patience) {
            finish(Failure(
                Error {.kind = ErrorKind::Timeout,
                       .message = QCoreApplication::translate(
                           "auth",
                           "Another Twinbook on this computer has been renewing the sign-in for "
                           "too long. Close it, then try again."),
                       .detail = u"sign-in lock is held"_s}));
            return;
        }
        m_again.start(betweenTries);
    }

    ProcessLock m_lock;
    std::chrono::milliseconds m_patience;
    QTimer m_again;
    QElapsedTimer m_waiting;
};

} // namespace

std::unique_ptr<TypedJob<ProcessLock>> lockBetweenProcesses(const QString &file,
                                                            std::chrono::milliseconds patience)
{
    return std::make_unique<LockJob>(file, patience);
}

} // namespace twinbook
