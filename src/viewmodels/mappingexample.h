// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "viewmodels/mappingmodel.h"

#include <QHash>

namespace twinbook {

//! Somebody whose values can be shown beside the fields.
struct ExampleChoice
{
    QString name;
    PerSide<RemoteId> ids;
    friend bool operator==(const ExampleChoice &, const ExampleChoice &) = default;
};

//! Up to `limit` people of a plan: those known in full on both sides first, then those on both.
[[nodiscard]] QList<ExampleChoice> exampleChoices(const PreparedPlan &prepared, int limit);

//! That person's fields as last seen; empty on a side the person is not on.
[[nodiscard]] Result<ExamplePerson> examplePerson(const Database &database,
                                                  const ExampleChoice &choice);

//! For how many people each field has a value, as last seen. Reads everybody: not for the
//! window's thread.
[[nodiscard]] Result<PerSide<QHash<FieldKey, int>>> fieldUsage(const Database &database);

} // namespace twinbook
