// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "officernd/codec.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace twinbook::officernd {

//! The fields every organisation has.
[[nodiscard]] QList<FieldSpec> standardFields();

//! A custom property of members as a field, from an item of the custom-properties list. Nothing
//! for other targets and for files (officernd.md 2.6).
[[nodiscard]] std::optional<FieldSpec> propertyField(const QJsonObject &json);

[[nodiscard]] PropertyTypes propertyTypes(const QList<FieldSpec> &propertyFields);

} // namespace twinbook::officernd
