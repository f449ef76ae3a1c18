// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "mapping/mappingprofile.h"
#include "store/database.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace twinbook {

//! Settings that belong to the two connected accounts. Never a secret.
class SettingsStore
{
public:
    SettingsStore(const Database &database, const Clock &clock);

    [[nodiscard]] Result<QJsonObject> section(const QString &name) const; //!< empty if never set
    [[nodiscard]] Result<> setSection(const QString &name, const QJsonObject &values);

    //! The mapping in force, if one was saved.
    [[nodiscard]] Result<std::optional<MappingProfile>> mapping() const;
    //! Its number; 0 if none was saved.
    [[nodiscard]] Result<int> mappingVersion() const;
    //! Saves a new version; old versions are kept.
    [[nodiscard]] Result<> setMapping(const MappingProfile &profile);

    //! The account schema as last read, so that the mapping can be edited offline.
    [[nodiscard]] Result<std::optional<ServiceSchema>> schema(Side side) const;
    [[nodiscard]] Result<> setSchema(Side side, const ServiceSchema &schema);

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
