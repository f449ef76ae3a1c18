// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/placedjob.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

Place placeOf(const QJsonObject &location, const QDateTime &now)
{
    const QTimeZone zone(location.value("timezone"_L1).toString().toLatin1());
    return {location.value("_id"_L1).toString(),
            zone.isValid() ? now.toTimeZone(zone).date() : now.toUTC().date()};
}

Error noPlace()
{
    return {.kind = ErrorKind::InvalidInput,
            .message = QCoreApplication::translate(
                "officernd",
                "Nobody can be added to OfficeRnD, because the location for new people is closed "
                "or gone. Choose another one in the connection settings."),
            .detail = {}};
}

bool takesNewPeople(const QJsonObject &location, const QString &ofSettings)
{
    return ofSettings.isEmpty() ? location.value("isOpen"_L1).toBool(true)
                                : location.value("_id"_L1).toString() == ofSettings;
}

} // namespace twinbook::officernd
