// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"
#include "mapping/fieldmapping.h"
#include "store/database.h"
#include "sync/link.h"

#include <QList>

#include <optional>
#include <vector>

namespace twinbook {

//! The pairs of records known to be one person, with the base of each mapping row.
//!
//! Bases are stored by row id, so that a changed mapping keeps the bases of the rows it keeps. A
//! link belongs to one pair of accounts; the store holds one pair.
class LinkStore
{
public:
    explicit LinkStore(const Database &database);

    //! All links, each base in the order of `rows`; rows without a stored base are Known::No.
    [[nodiscard]] Result<std::vector<Link>> all(const QList<FieldId> &rows) const;
    //! The link that holds this record, without its base.
    [[nodiscard]] Result<std::optional<Link>> of(Side side, const RemoteId &record) const;
    [[nodiscard]] Result<LinkId> add(const Link &link, const QList<FieldId> &rows);
    //! Merges the known pairs of `base` into what is stored; unknown ones are left as they are.
    [[nodiscard]] Result<> setBase(LinkId id, const std::vector<AgreedPair> &base,
                                   const QList<FieldId> &rows);
    [[nodiscard]] Result<> remove(LinkId id);

private:
    const Database &m_database;
};

} // namespace twinbook
