// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

//! `probe show`, `probe use FILE` and `probe discard SERVICE`: what Twinbook goes by from a probe.
class KeptProbeCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeptProbeCommand)

public:
    enum class Action : quint8 { Show, Use, Discard };
    //! `argument` is the file for Use and serviceKey() for Discard.
    KeptProbeCommand(Context context, Action action, const QString &argument);
    ~KeptProbeCommand() override;

    void run() override;

private:
    [[nodiscard]] Result<> act(Workspace &workspace) const;
    [[nodiscard]] Result<> use(Workspace &workspace) const;
    [[nodiscard]] Result<> discard(Workspace &workspace) const;
    [[nodiscard]] Result<> show(Workspace &workspace) const;

    const Action m_action;
    const QString m_argument;
    KeychainSecretStore m_secrets;
};

//! What it means for the person that the result of a probe is kept: a sentence with names.
[[nodiscard]] QString keptProbeSentence(Side side, const KeptProbe &probe);

} // namespace twinbook::cli
