// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "officernd/body.h"

#include <QJsonObject>
#include <QMap>

namespace twinbook::officernd {

//! Changes to the custom properties of a record, by key. An empty value empties the property.
using CustomChanges = QMap<QString, FieldValue>;

//! The value as a custom property is written.
[[nodiscard]] QJsonValue propertyValue(const FieldValue &value, const QuirkSet &quirks);

//! What a record's `properties` become: all of them where the service replaces the whole bag,
//! else only the changes, whatever is stored. Empty if nothing changes. `present` is the bag as
//! stored, and only needed where it is replaced.
[[nodiscard]] QJsonObject mergedProperties(const CustomChanges &changes, const QJsonObject &present,
                                           const QuirkSet &quirks);

//! Tags to be added and removed. The service knows only whole lists.
struct TagChange
{
    QStringList add;
    QStringList remove;

    [[nodiscard]] bool isGiven() const { return !add.isEmpty() || !remove.isEmpty(); }
};

//! The whole list after the change, in the present order; nothing if it stays as it is. Letter
//! case counts: the service's rule is not known (officernd.md 2.7).
[[nodiscard]] std::optional<QStringList> mergedTags(const TagChange &change,
                                                    const QJsonValue &present);

} // namespace twinbook::officernd
