// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"

#include <QSqlQuery>

#include <unordered_map>

namespace twinbook {

//! What belongs to one open connection.
struct Database::Connection
{
    QString name; //!< in Qt's register of connections
    Mode mode = Mode::ReadOnly;
    std::unordered_map<QString, QSqlQuery> prepared; //!< by their SQL; those in use are taken out
    StatementObserver *observer = nullptr;
    int transactionDepth = 0;
};

} // namespace twinbook
