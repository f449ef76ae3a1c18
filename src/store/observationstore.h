// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "core/side.h"
#include "store/database.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace twinbook {

//! The people of both services as last seen, in the services' own fields.
class ObservationStore
{
public:
    explicit ObservationStore(const Database &database);

    //! Replaces everything known of one side by what a look to the end found. One transaction.
    [[nodiscard]] Result<> replaceAll(Side side, const QList<RemoteRecord> &people);
    //! Inserts or updates single people (after a read by id or a write).
    [[nodiscard]] Result<> put(Side side, const RemoteRecord &person);
    [[nodiscard]] Result<> remove(Side side, const RemoteId &id);
    [[nodiscard]] Result<QList<RemoteRecord>> all(Side side) const;
    [[nodiscard]] Result<std::optional<RemoteRecord>> find(Side side, const RemoteId &id) const;
    //! How many people the last complete look found; 0 if there was none.
    [[nodiscard]] Result<int> count(Side side) const;

private:
    [[nodiscard]] Result<QHash<RemoteId, QByteArray>> digests(Side side) const;

    const Database &m_database;
};

} // namespace twinbook
