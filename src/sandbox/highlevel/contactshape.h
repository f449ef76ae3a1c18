// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace twinbook::sandbox::highlevel {

//! The shapes in which one contact is shown (highlevel.md 2.1, 2.3). Stored is the one of
//! GET /contacts/{id}.

//! Sets name, the lower-case twins and everything else that follows from the written fields.
[[nodiscard]] QJsonObject withDerivedMembers(QJsonObject contact);

//! The search document: names in lower case only, `address` instead of `address1`. Without
//! `searchAfter`, which belongs to the query.
[[nodiscard]] QJsonObject searchHit(const QJsonObject &contact);

//! What POST /contacts/ answers: another shape, with flags nobody asked for.
[[nodiscard]] QJsonObject createdShape(const QJsonObject &contact);

//! One of the eight accepted spellings: Y-M-D or M-D-Y with "/", "-", "." or "_".
[[nodiscard]] std::optional<QDate> parsedBirthday(const QString &text);

} // namespace twinbook::sandbox::highlevel
