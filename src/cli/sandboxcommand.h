// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "sandbox/sandbox.h"

#include <optional>

namespace twinbook::cli {

//! `sandbox serve`: both services with invented people until interrupted. The first line of
//! output is one JSON object with the addresses and the test credentials, whatever the format.
class SandboxCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxCommand)

public:
    //! With a control port other programs can steer the sandbox: `control` and `controlSecret` of
    //! the first line tell how (sandbox/control.h). 0 takes a free one.
    SandboxCommand(Context context, const sandbox::SandboxOptions &options,
                   std::optional<quint16> controlPort);
    void run() override;

private:
    [[nodiscard]] Result<> open();

    sandbox::Sandbox m_sandbox;
    std::optional<quint16> m_controlPort;
};

//! `sandbox quirks` and `sandbox faults`: what a sandbox can be told to play. For people who write
//! programs against it, so the statements are English and name formats and statuses.
class SandboxListCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SandboxListCommand)

public:
    enum class Subject : quint8 { Quirks, Faults };
    SandboxListCommand(Context context, Subject subject);
    void run() override;

private:
    void listQuirks() const;
    void listFaults() const;

    Subject m_subject;
};

} // namespace twinbook::cli
