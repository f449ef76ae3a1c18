// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QList>

namespace twinbook::highlevel {

//! An entry of the account's dictionary of tags. People carry the names, not the ids.
struct LocationTag
{
    TagId id;
    QString name;
};

//! The dictionary of tags. What renaming or deleting an entry does to the people who carry it is
//! not known (highlevel.md 8 item 19).
class LocationTags final : public Resource
{
public:
    using Resource::Resource;

    [[nodiscard]] Pending<QList<LocationTag>> list() const;
    [[nodiscard]] Pending<LocationTag> get(const TagId &tag) const;
    [[nodiscard]] Pending<LocationTag> create(const QString &name) const;
    [[nodiscard]] Pending<LocationTag> rename(const TagId &tag, const QString &name) const;
    [[nodiscard]] Pending<> remove(const TagId &tag) const;
};

} // namespace twinbook::highlevel
