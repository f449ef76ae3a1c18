// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

#include <QStringList>

#include <memory>

namespace twinbook::cli {

//! The command that a command line asks for. InvalidInput with a sentence and the usage if it
//! asks for none; nullptr if it asked for help or the version, which have been printed.
[[nodiscard]] Result<std::unique_ptr<Command>> commandFor(const QStringList &arguments);

} // namespace twinbook::cli
