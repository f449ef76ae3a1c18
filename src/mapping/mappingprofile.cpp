// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include <algorithm>

namespace twinbook {

qsizetype MappingProfile::indexOf(const FieldId &id) const
{
    const auto it = std::find_if(rows.cbegin(), rows.cend(),
                                 [&](const FieldMapping &row) { return row.id == id; });
    return it == rows.cend() ? -1 : it - rows.cbegin();
}

} // namespace twinbook
