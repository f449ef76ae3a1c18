// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/keychainsecretstore.h"
#include "cli/command.h"

namespace twinbook::cli {

//! `mapping export FILE` and `mapping import FILE`.
class MappingCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MappingCommand)

public:
    enum class Way : quint8 { Export, Import };
    MappingCommand(Context context, Way way, QString file);
    void run() override;

private:
    void exportMapping();
    void importMapping();

    const Way m_way;
    const QString m_file;
    KeychainSecretStore m_secrets;
};

} // namespace twinbook::cli
