// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/command.h"
#include "viewmodels/requestlist.h"

namespace twinbook::cli {

//! `requests list` and `requests export FILE`: what left this computer, from the list that is kept
//! in the data directory. Reads a file only, also while Twinbook runs.
class RequestsCommand final : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsCommand)

public:
    struct Order
    {
        LoggedRequestFilter filter;
        int last = 0; //!< so many of the newest; 0 for all
        enum class Shape : quint8 { Lines, Csv } shape = Shape::Lines;
        QString file; //!< where to; empty for the terminal
    };
    RequestsCommand(Context context, Order order);
    ~RequestsCommand() override;

    void run() override;

private:
    [[nodiscard]] Result<QList<LoggedRequest>> wanted();
    void show(const QList<LoggedRequest> &requests) const;
    void tellDamage() const;

    const Order m_order;
    std::unique_ptr<RequestList> m_list; //!< what the wanted ones point into
    int m_damaged = 0;
};

} // namespace twinbook::cli
