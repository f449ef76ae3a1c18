// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QDateTime>
#include <QString>

namespace twinbook::officernd {

//! Request builders, one for each operation in use, relative to the organisation's address
//! (officernd.md 2). Every list asks for 50 rows, the most that is taken; a larger or a missing
//! $limit is refused or misread (officernd.md 2.0, 7 item 1).

[[nodiscard]] HttpRequest getOrganization();
[[nodiscard]] HttpRequest listCustomProperties();
[[nodiscard]] HttpRequest listLocations();
[[nodiscard]] HttpRequest listCompanies();
[[nodiscard]] HttpRequest getCompany(const QString &id);

[[nodiscard]] HttpRequest countMembers();
//! All members, or those that match every given filter.
[[nodiscard]] HttpRequest listMembers(const QueryItems &filters = {});
[[nodiscard]] HttpRequest getMember(const QString &id);
[[nodiscard]] HttpRequest createMember(const QJsonObject &body);
[[nodiscard]] HttpRequest updateMember(const QString &id, const QJsonObject &body);

//! The same list from its next page on.
[[nodiscard]] HttpRequest nextPage(HttpRequest list, const QString &cursor);

//! "2026-11-23T10:00:00.000Z".
[[nodiscard]] QString wireTime(const QDateTime &moment);

//! The permissions asked for at signing in.
[[nodiscard]] QStringList readingScopes();
[[nodiscard]] QStringList writingScopes();

} // namespace twinbook::officernd
