// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "highlevel/codec.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace twinbook::highlevel {

//! The fields every sub-account has.
[[nodiscard]] QList<FieldSpec> standardFields();

//! A custom field of contacts, from an item of the definition list. Nothing for files and lists of
//! boxes; a type that is not known yet can be read as text (highlevel.md 2.6).
[[nodiscard]] std::optional<FieldSpec> customField(const QJsonObject &definition);

[[nodiscard]] CustomFieldTypes customFieldTypes(const QList<FieldSpec> &customFields);

} // namespace twinbook::highlevel
