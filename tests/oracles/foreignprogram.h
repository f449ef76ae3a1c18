// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace twinbook::test {

//! A program that runs in Node.js, from the folder of the build tree where ./dev installs the npm
//! packages of tests/foreign. Waiting serves the event loop, so that a service played in the same
//! thread can answer the program. Ends with this object at the latest.
class ForeignProgram final
{
public:
    ForeignProgram() = default;
    ~ForeignProgram();
    Q_DISABLE_COPY_MOVE(ForeignProgram)

    //! Why a script that needs this package cannot run here; empty if it can.
    [[nodiscard]] static QString whyMissing(const QString &package);

    //! `script` is relative to the installed folder. `input` begins its standard input: secrets go
    //! this way, for arguments can be seen by everybody. The input ends with this object, however
    //! that comes about, which tells a serving program to stop.
    void start(const QString &script, const QStringList &arguments, const QByteArray &input = {});
    //! False if it still runs when the time is up.
    [[nodiscard]] bool waitForEnd(int milliseconds);
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    //! All of it so far.
    [[nodiscard]] QByteArray output();
    //! What it complained about, for messages.
    [[nodiscard]] QByteArray complaints() { return m_process.readAllStandardError(); }
    [[nodiscard]] bool succeeded() const
    {
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace twinbook::test
