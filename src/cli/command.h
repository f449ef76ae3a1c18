// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/exitcode.h"
#include "cli/output.h"
#include "core/clock.h"
#include "core/result.h"
#include "net/baseurl.h"

#include <QObject>
#include <QString>

namespace twinbook::cli {

//! What every command is told.
struct Context
{
    QString dataDirectory;
    HostPolicy hosts = HostPolicy::ServiceOnly;
    Output output;
};

//! One command. run() is called once from the event loop; finished() is emitted once.
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    explicit Command(Context context);
    ~Command() override;

    virtual void run() = 0;
    //! Ctrl+C: end soon and leave nothing half-done. The default ends at once.
    virtual void interrupt();

Q_SIGNALS:
    void finished(twinbook::cli::ExitCode code);

protected:
    [[nodiscard]] const Context &context() const { return m_context; }
    [[nodiscard]] const Output &output() const { return m_context.output; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    void fail(const Error &error);

private:
    Context m_context;
    SystemClock m_clock;
};

} // namespace twinbook::cli
