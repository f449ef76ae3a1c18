// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace twinbook::cli {

//! What a person types while a command waits for something else. Nothing is read before start().
class StandardInput final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandardInput)

public:
    StandardInput();
    ~StandardInput() override;

    void start();

Q_SIGNALS:
    //! One line without its end and without blanks around it; may be empty.
    void line(const QString &text);
    //! There is no more to come.
    void ended();

private:
    void read();

    QSocketNotifier m_ready;
    QByteArray m_received;
};

} // namespace twinbook::cli
