// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>

#include <memory>

namespace twinbook::test {

//! How a run of twinbookctl ended and all it said.
struct Ended
{
    int code = -1; //!< exit code; -1 if it crashed, was killed or did not end in time
    QByteArray out;
    QByteArray err;
    QJsonObject json; //!< the one object on standard output; empty if that is anything else

    //! "error.message" or, in text format, the first line of standard error that is no log line.
    [[nodiscard]] QString sentence() const;
    //! For QVERIFY2: everything, in one line of the test's log.
    [[nodiscard]] QByteArray told() const;
};

//! Runs the real program to its end.
[[nodiscard]] Ended twinbookctl(const QStringList &arguments, const QByteArray &input = {},
                                int timeout = 120'000);

//! Starts it and lets it run; killed with the process object.
[[nodiscard]] std::unique_ptr<QProcess> startTwinbookctl(const QStringList &arguments);
//! Waits for the end of what startTwinbookctl() started.
[[nodiscard]] Ended endOf(QProcess &process, int timeout = 120'000);

} // namespace twinbook::test

//! Compares the exit code; on failure everything that was said is shown. Runs a command only once.
#define VERIFY_EXIT(command, expected)                                                             \
    do {                                                                                           \
        const twinbook::test::Ended &ended_ = command;                                             \
        QVERIFY2(ended_.code == (expected), ended_.told().constData());                            \
    } while (false)
