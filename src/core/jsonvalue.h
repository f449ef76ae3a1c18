// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace twinbook {

// Values in replies, which services spell less strictly than they promise.

//! A text as it is, a number in its shortest form ("1.5"), "true" or "false". Nothing for all else.
[[nodiscard]] std::optional<QString> scalarText(const QJsonValue &json);

//! The texts of a list; a lone value is a list of one. What is no text within the list becomes an
//! empty one, so that its length stays.
[[nodiscard]] QStringList textList(const QJsonValue &json);

//! A value in the type that its definition promises; absent if it is null, missing or not one.
//! Numbers and truth values may come as text, a text may come as a list, and a date is the day in
//! an ISO 8601 text as it stands there.
[[nodiscard]] FieldValue fieldValue(const QJsonValue &json, FieldValue::Type type);

} // namespace twinbook
