// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command.h"

namespace twinbook::cli {

Command::Command(Context context)
    : m_context(std::move(context))
{ }

Command::~Command() = default;

void Command::interrupt()
{
    Q_EMIT finished(ExitCode::Stopped);
}

void Command::fail(const Error &error)
{
    output().error(error);
    Q_EMIT finished(error.kind == ErrorKind::Cancelled ? ExitCode::Stopped : ExitCode::Errors);
}

} // namespace twinbook::cli
