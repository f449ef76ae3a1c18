// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/arguments.h"
#include "cli/interrupt.h"
#include "core/logging.h"

#include <QCoreApplication>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::cli;

int main(int argc, char *argv[])
{
    // Every file the program makes belongs to its user alone (experience.md M14).
    ::umask(077);
    QCoreApplication app(argc, argv);
    QCoreApplication::setOrganizationName(u"Twinbook"_s);
    QCoreApplication::setApplicationName(u"twinbook"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TWINBOOK_VERSION));
    installRedactingMessageHandler();

    Result<std::unique_ptr<Command>> command = commandFor(app.arguments());
    if (!command) {
        const bool json = app.arguments().contains(u"--json"_s);
        Output(json ? Output::Format::Json : Output::Format::Text).error(command.error());
        return static_cast<int>(ExitCode::Errors);
    }
    if (!*command)
        return static_cast<int>(ExitCode::InAgreement);

    Interrupt interrupt;
    Command &running = **command;
    QObject::connect(&interrupt, &Interrupt::interrupted, &running, &Command::interrupt);
    QObject::connect(
        &running, &Command::finished, &app,
        [](ExitCode code) { QCoreApplication::exit(static_cast<int>(code)); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&running, &Command::run, Qt::QueuedConnection);
    return app.exec();
}
