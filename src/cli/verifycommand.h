// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/certificate.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

[[nodiscard]] QJsonObject verificationToJson(const VerifyReport &report);
void printVerification(const VerifyReport &report, const Output &output);
//! In agreement if every difference, and everybody on one side only, is accepted, and no question
//! is open.
[[nodiscard]] ExitCode exitCodeOf(const VerifyReport &report);

//! `verify`: reads both sides in full, compares, and writes the certificates that are asked for.
class VerifyCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyCommand)

public:
    //! A certificate is written to each of `files`, see writeCertificate().
    VerifyCommand(Context context, QStringList files, CertificateNames names);
    ~VerifyCommand() override;

    void run() override;

private:
    void report(const VerifyReport &report);

    const QStringList m_files;
    const CertificateNames m_names;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
};

//! `verify --history`: what earlier verifications found, newest first. Asks neither service.
class VerifyHistoryCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerifyHistoryCommand)

public:
    using Command::Command;
    void run() override;
};

} // namespace twinbook::cli
