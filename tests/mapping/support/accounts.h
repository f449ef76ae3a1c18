// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "mapping/fieldmapping.h"

#include <QTest>

namespace twinbook::testing {

//! What an OfficeRnD account offers, in the keys its client uses.
[[nodiscard]] ServiceSchema officeRnDAccount();
//! What a HighLevel account offers, in the keys its client uses.
[[nodiscard]] ServiceSchema highLevelAccount();

//! A row of one field on each side.
[[nodiscard]] FieldMapping plainRow(const FieldId &id, Conversion conversion);

[[nodiscard]] inline FieldValue text(const char16_t *words)
{
    return FieldValue(QString::fromUtf16(words));
}

} // namespace twinbook::testing

namespace twinbook {

//! Found by QCOMPARE through the namespace of its argument.
[[nodiscard]] char *toString(const FieldValue &value);

} // namespace twinbook
