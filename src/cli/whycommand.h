// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"

namespace twinbook::cli {

//! `why PERSON FIELD`: why each side holds the value it holds. Asks no service.
class WhyCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyCommand)

public:
    WhyCommand(Context context, QString person, QString field);
    void run() override;

private:
    const QString m_person;
    const QString m_field;
};

} // namespace twinbook::cli
