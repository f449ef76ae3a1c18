// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/idsource.h"
#include "sandbox/records/recordtable.h"
#include "sandbox/stampsource.h"

#include <QHash>

namespace twinbook::sandbox::officernd {

//! Everything the played OfficeRnD knows, in the shapes it shows.
struct State
{
    State(quint64 seed, const Clock &clock);

    QString name; //!< of the organisation
    QString slug;
    QString organizationId;
    RecordTable members;
    RecordTable companies;
    RecordTable locations;
    RecordTable customProperties;
    //! Member id to the invented person behind it; never shown by the service.
    QHash<QString, QString> truth;
    IdSource ids;
    StampSource stamps;

    //! The organisation of officernd.md 2: its locations and definitions of custom properties.
    void furnish(const QString &country, const QString &city, const QString &timeZone);

    [[nodiscard]] QString firstLocation() const;
    //! The company with that name, made if there is none; "" for an empty name.
    [[nodiscard]] QString companyNamed(const QString &companyName, const QString &createdAt);
    //! The definition of the custom property with that key for members, or nullptr.
    [[nodiscard]] const QJsonObject *memberProperty(const QString &key) const;

    [[nodiscard]] QJsonObject toJson() const;
    //! False, and a state that must not be used, if the JSON is no state.
    [[nodiscard]] bool load(const QJsonObject &json);
};

} // namespace twinbook::sandbox::officernd
