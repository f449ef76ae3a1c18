// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httprequest.h"

#include <QDateTime>
#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace twinbook::highlevel {

//! Request builders, one for each operation in use (highlevel.md 2). Written against the version
//! of 2021-07-28; the client sets that header for all of them.

//! The version every request must name; without it the service answers as if the credential were
//! wrong (highlevel.md 1.7).
[[nodiscard]] QByteArray apiVersion();

[[nodiscard]] HttpRequest getLocation(const QString &locationId);
[[nodiscard]] HttpRequest listCustomFields(const QString &locationId);

//! One page of the search. `searchAfter` is that of the last hit before, empty for the first page.
struct SearchPage
{
    int limit = 500;
    QJsonArray searchAfter {};
    //! Only contacts added from then on.
    QDateTime addedSince {};
};
[[nodiscard]] HttpRequest searchContacts(const QString &locationId, const SearchPage &page);

[[nodiscard]] HttpRequest findDuplicateByEmail(const QString &locationId, const QString &email);
//! `phone` in E.164.
[[nodiscard]] HttpRequest findDuplicateByPhone(const QString &locationId, const QString &phone);

[[nodiscard]] HttpRequest getContact(const QString &id);
[[nodiscard]] HttpRequest createContact(const QJsonObject &body);
[[nodiscard]] HttpRequest updateContact(const QString &id, const QJsonObject &body);
[[nodiscard]] HttpRequest addTags(const QString &id, const QStringList &tags);
[[nodiscard]] HttpRequest removeTags(const QString &id, const QStringList &tags);

} // namespace twinbook::highlevel
