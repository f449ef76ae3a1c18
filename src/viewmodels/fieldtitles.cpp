// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/fieldtitles.h"

#include "store/settingsstore.h"

namespace twinbook {

QHash<FieldId, QString> fieldTitles(const Database &database, const Clock &clock)
{
    QHash<FieldId, QString> titles;
    const auto mapping = SettingsStore(database, clock).mapping();
    if (!mapping || !*mapping)
        return titles;
    for (const FieldMapping &row : (*mapping)->rows)
        titles.insert(row.id, row.title);
    return titles;
}

} // namespace twinbook
