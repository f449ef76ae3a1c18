// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/records/bodyrules.h"
#include "sandbox/served.h"

namespace twinbook::sandbox::highlevel {

//! What a written body may hold and how its members become a document's.

//! The body, or 422 with every complaint. Without Quirk::UnknownPropertyIsRefused, properties that
//! are not in `rules` are left out instead.
[[nodiscard]] Served<QJsonObject> acceptedBody(const QJsonObject &body, const FieldRules &rules,
                                               const QStringList &required, const QuirkSet &quirks);

//! The member set to that value. "" removes it; so does null, if Quirk::HighLevelNullClears holds,
//! and leaves it alone otherwise.
void setOrClear(QJsonObject &document, const QString &member, const QJsonValue &value,
                const QuirkSet &quirks);

//! setOrClear() for every member of a body.
[[nodiscard]] QJsonObject overwritten(QJsonObject document, const QJsonObject &body,
                                      const QuirkSet &quirks);

} // namespace twinbook::sandbox::highlevel
