// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace twinbook::cli {

//! Turns SIGINT and SIGTERM into a signal delivered by the event loop. One for each process; the
//! only place of the command line that knows POSIX signals.
class Interrupt final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interrupt)

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    void interrupted();
};

} // namespace twinbook::cli
