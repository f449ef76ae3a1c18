// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"
#include "sandbox/highlevel/state.h"

#include <QJsonArray>

namespace twinbook::sandbox::highlevel {

//! The smaller lists: a location, `limit` and `skip`.

//! 403 for any location but the token's.
[[nodiscard]] Served<> inLocation(const State &state, const QString &locationId);

struct Window
{
    qsizetype skip = 0;
    qsizetype limit = 0;
};

struct WindowRule
{
    int usual; //!< the limit of a request that names none
    int largest; //!< more is cut to it
};

//! `limit` and `skip` of a query; 422 if they are no numbers. Where no document tells the largest
//! limit, a cut one asks more of a client than a refusal.
[[nodiscard]] Served<Window> windowOf(const Call &call, WindowRule rule);

[[nodiscard]] QJsonArray slice(const QList<QJsonObject> &records, Window window);

//! All records of a table.
[[nodiscard]] QList<QJsonObject> recordsOf(const RecordTable &table);
//! The records with that key, in the order of their ids.
[[nodiscard]] QList<QJsonObject> recordsOf(const RecordTable &table, const QString &key);

} // namespace twinbook::sandbox::highlevel
