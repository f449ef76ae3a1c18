// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"
#include "workspace/workspace.h"

#include <memory>

namespace twinbook::cli {

//! `mapping numbers on` and `mapping numbers off`: whether each service keeps a person's number at
//! the other one.
class LinkIdsCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkIdsCommand)

public:
    LinkIdsCommand(Context context, LinkIds wanted);
    ~LinkIdsCommand() override;
    void run() override;

private:
    void tell(const PerSide<LinkIds> &kept);

    const LinkIds m_wanted;
    KeychainSecretStore m_secrets;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace twinbook::cli
