// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace twinbook::highlevel {

//! Types of the custom fields by id; a contact tells only ids and values (highlevel.md 2.6).
using CustomFieldTypes = QHash<QString, FieldValue::Type>;

//! A contact as the service told it: read by id (complete) or from the search, whose documents
//! hold names in lower case and `address` for `address1` (highlevel.md 2.3). Missing and null
//! members stay absent.
[[nodiscard]] RemoteRecord contactRecord(const QJsonObject &contact, const CustomFieldTypes &types,
                                         Fidelity fidelity);

//! When the contact was made; invalid if it does not tell.
[[nodiscard]] QDateTime addedAt(const QJsonObject &contact);

//! A custom value in the type its definition promises; absent if it is not one.
[[nodiscard]] FieldValue customValue(const QJsonValue &json, FieldValue::Type type);

} // namespace twinbook::highlevel
