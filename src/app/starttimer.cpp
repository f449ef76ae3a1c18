// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/starttimer.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdio>

namespace twinbook {

StartTimer::StartTimer(const QElapsedTimer &sinceStart, QObject *parent)
    : QObject(parent)
    , m_sinceStart(sinceStart)
{ }

void StartTimer::watch(QWidget *window)
{
    window->installEventFilter(this);
}

bool StartTimer::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_painted && event->type() == QEvent::Paint) {
        m_painted = true;
        // Children are painted after their window, and only then can it be used.
        QTimer::singleShot(0, this, [this] {
            std::printf("%lld ms to a usable window\n",
                        static_cast<long long>(m_sinceStart.elapsed()));
            std::fflush(stdout);
            QApplication::quit();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace twinbook
