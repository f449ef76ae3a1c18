// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>

#include <optional>

namespace twinbook {

//! Sees every statement of a connection before it runs, transactions included but for rollbacks.
//! How tests make the k-th statement fail, and how statements are counted.
class StatementObserver
{
public:
    StatementObserver() = default;
    StatementObserver(const StatementObserver &) = delete;
    StatementObserver &operator=(const StatementObserver &) = delete;
    virtual ~StatementObserver();

    //! An error keeps the statement from running and becomes its outcome.
    [[nodiscard]] virtual std::optional<Error> aboutToRun(const QString &sql) = 0;
};

} // namespace twinbook
