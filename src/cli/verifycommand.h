// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

[[nodiscard]] QJsonObject verificationToJson(const VerifyReport &report);
void printVerification(const VerifyReport &report, const Output &output);
//! Every difference is accepted by a rule, and nobody is on one side only.
[[nodiscard]] ExitCode exitCodeOf(const VerifyReport &report);

//! `verify`: reads both sides in full and compares.
class VerifyCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyCommand)

public:
    explicit VerifyCommand(Context context);
    ~VerifyCommand() override;

    void run() override;

private:
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace twinbook::cli
