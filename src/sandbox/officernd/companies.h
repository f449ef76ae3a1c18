// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! The companies of OfficeRnD (officernd.md 2.2). No phone; tags can be written only while
//! Quirk::CompanyTagsAreReadOnly does not hold.
class Companies : public Collection
{
public:
    //! `state` is not owned and must outlive this.
    explicit Companies(State &state);

    void addTo(Routes &routes);

    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! Refused by rule while it has members.
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

private:
    [[nodiscard]] FieldRules writable() const;
};

} // namespace twinbook::sandbox::officernd
