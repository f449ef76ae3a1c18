// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/listing.h"
#include "sandbox/officernd/state.h"

namespace twinbook::sandbox::officernd {

//! The companies of OfficeRnD (officernd.md 2.2). No phone, no tags to write.
class Companies
{
public:
    //! `state` is not owned and must outlive this.
    explicit Companies(State &state);

    [[nodiscard]] Listing &listing() { return m_listing; }
    [[nodiscard]] Served<QJsonObject> get(const QString &id) const;
    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> remove(const QString &id);

private:
    [[nodiscard]] Served<QJsonObject> checked(const QJsonObject &body,
                                              const QStringList &required) const;

    State &m_state;
    Listing m_listing;
};

} // namespace twinbook::sandbox::officernd
