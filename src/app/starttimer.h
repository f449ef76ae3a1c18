// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>

class QWidget;

namespace twinbook {

//! Prints how long it took from the program's start until a window had been painted, and ends the
//! program. For the benchmark of the start with many people.
class StartTimer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StartTimer)

public:
    explicit StartTimer(const QElapsedTimer &sinceStart, QObject *parent = nullptr);
    void watch(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const QElapsedTimer m_sinceStart;
    bool m_painted = false;
};

} // namespace twinbook
