// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

QString linkFieldTitle(Side side)
{
    return side == Side::Left ? u"highlevel_contact_id"_s : u"officernd_id"_s;
}

bool isLinkField(Side side, const FieldSpec &field)
{
    const QString name = linkFieldTitle(side);
    // HighLevel makes "officernd_id" of "OfficeRnD ID" itself (highlevel.md 2.6).
    const QString title = field.title.toLower().replace(u' ', u'_');
    return field.origin == FieldOrigin::Custom
        && (title == name || field.key.section(u'.', -1) == name);
}

qsizetype MappingProfile::indexOf(const FieldId &id) const
{
    const auto it = std::find_if(rows.cbegin(), rows.cend(),
                                 [&](const FieldMapping &row) { return row.id == id; });
    return it == rows.cend() ? -1 : it - rows.cbegin();
}

} // namespace twinbook
