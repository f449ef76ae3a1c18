// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "sandbox/sandbox.h"

namespace twinbook::cli {

//! `sandbox serve`: both services with invented people until interrupted. The first line of
//! output is one JSON object with the addresses and the test credentials, whatever the format.
class SandboxCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxCommand)

public:
    SandboxCommand(Context context, const sandbox::SandboxOptions &options);
    void run() override;

private:
    sandbox::Sandbox m_sandbox;
};

} // namespace twinbook::cli
