// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "sync/link.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

namespace twinbook {

// How values lie in the database: compact JSON documents made of FieldValue::toJson(). The same
// value always gives the same text. Text that is not of the form gives nothing.

//! A document as it is to be stored: QJsonDocument::fromJson() gives the same values back.
[[nodiscard]] QString compactJson(const QJsonDocument &document);

[[nodiscard]] QString valueToText(const FieldValue &value); //!< `["x"]`
[[nodiscard]] FieldValue valueFromText(const QString &text);

[[nodiscard]] QString fieldsToText(const FieldMap &fields); //!< `{"email":"x"}`
[[nodiscard]] std::optional<FieldMap> fieldsFromText(const QString &text);

//! `[left, right]`, or `[both]` if they are equal, as most are; `[left, right, "apart"]` if a
//! person left them apart.
[[nodiscard]] QJsonArray pairToJson(const AgreedPair &pair);
[[nodiscard]] AgreedPair pairFromJson(const QJsonValue &json);

[[nodiscard]] QString writesToText(const FieldWrites &writes); //!< `[["email","x"]]`
[[nodiscard]] std::optional<FieldWrites> writesFromText(const QString &text);

} // namespace twinbook
