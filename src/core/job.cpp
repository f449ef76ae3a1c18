// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/job.h"

namespace twinbook {

Job::Job(QObject *parent)
    : QObject(parent)
{ }

Job::~Job() = default;

void Job::start()
{
    Q_ASSERT(m_state == State::Created);
    m_state = State::Running;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_state == State::Running && !m_aborted)
                run();
        },
        Qt::QueuedConnection);
}

void Job::cancel()
{
    if (m_state != State::Running || m_aborted)
        return;
    m_aborted = true;
    abort();
}

void Job::end()
{
    if (m_state != State::Running)
        return;
    m_state = State::Ending;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_state = State::Finished;
            Q_EMIT finished();
        },
        Qt::QueuedConnection);
}

} // namespace twinbook
