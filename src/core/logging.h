// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace twinbook {

// Every logging category of the program, one for each module. Logs carry ids and counts, never
// names, addresses, tokens or bodies.
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logOfficeRnD)
Q_DECLARE_LOGGING_CATEGORY(logHighLevel)
Q_DECLARE_LOGGING_CATEGORY(logSandbox)
Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logGui)

//! Makes the process-wide message handler redact every message before it is printed. Called once
//! by each front end's main().
void installRedactingMessageHandler();

} // namespace twinbook
