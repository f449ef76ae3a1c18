// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "core/serviceschema.h"
#include "quirks/quirkset.h"

#include <QHash>
#include <QJsonObject>

namespace twinbook::officernd {

//! Names of companies by id; a member carries only the id.
using CompanyNames = QHash<QString, QString>;
//! Types of the custom properties of members by key; the wire does not tell a date from a text.
using PropertyTypes = QHash<QString, FieldValue::Type>;

//! A member as the service told it. Missing and null members stay absent.
[[nodiscard]] RemoteRecord memberRecord(const QJsonObject &member, const CompanyNames &companies,
                                        const PropertyTypes &properties);

//! The body of a creation, from an allow-list: the service refuses every other member
//! (officernd.md 7 item 22). Without address, which can only be given by an update.
[[nodiscard]] QJsonObject creationBody(const FieldWrites &writes, const QString &location,
                                       QDate startDate);

//! The body of a partial update, from an allow-list. `present` is the member as stored: address
//! and custom properties may be replaced as a whole (officernd.md 7 item 23), so what is not
//! written is sent back as it was. It is only needed if needsPresent(). What is written already
//! may be left out.
[[nodiscard]] QJsonObject updateBody(const FieldWrites &writes, const QJsonObject &present,
                                     const QuirkSet &quirks);
[[nodiscard]] bool needsPresent(const FieldWrites &writes, const QuirkSet &quirks);

//! The writes that a creation cannot carry.
[[nodiscard]] FieldWrites writesAfterCreation(const FieldWrites &writes);

} // namespace twinbook::officernd
