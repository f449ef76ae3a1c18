// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logging.h"

#include "core/redact.h"

#include <cstdio>

namespace twinbook {

Q_LOGGING_CATEGORY(logSync, "twinbook.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "twinbook.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "twinbook.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "twinbook.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logOfficeRnD, "twinbook.officernd", QtInfoMsg)
Q_LOGGING_CATEGORY(logHighLevel, "twinbook.highlevel", QtInfoMsg)
Q_LOGGING_CATEGORY(logSandbox, "twinbook.sandbox", QtInfoMsg)
Q_LOGGING_CATEGORY(logEngine, "twinbook.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(logGui, "twinbook.gui", QtInfoMsg)

namespace {

void printRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, redacted(message)).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

void installRedactingMessageHandler()
{
    qInstallMessageHandler(printRedacted);
}

} // namespace twinbook
