// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "quirks/quirkset.h"
#include "sandbox/idsource.h"
#include "sandbox/records/recordtable.h"
#include "sandbox/stampsource.h"

#include <QHash>

#include <functional>

namespace twinbook::sandbox::officernd {

//! Something happened that a webhook may be told of (officernd.md 4.1).
struct Event
{
    QString type; //!< such as "member.updated"
    QJsonObject object;
    QJsonObject previous {}; //!< what changed, as it was before
};

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
    RecordTable opportunities;
    RecordTable opportunityStatuses;
    RecordTable tickets;
    RecordTable ticketComments;
    RecordTable ticketOptions;
    RecordTable plans;
    RecordTable memberships;
    RecordTable bookings;
    RecordTable checkins;
    RecordTable visitors;
    RecordTable visits;
    RecordTable receptionFlows;
    RecordTable businessHours;
    RecordTable webhooks;
    RecordTable contracts;
    RecordTable events;
    RecordTable integrations;
    //! Member id to the status a person chose for them; without one it is computed.
    QHash<QString, QString> manualStatus;
    //! Id of a member that was merged away to the one that stayed.
    QHash<QString, QString> mergedInto;
    //! Member id to the invented person behind it; never shown by the service.
    QHash<QString, QString> truth;
    IdSource ids;
    StampSource stamps;
    //! What is played; not part of the saved state.
    QuirkSet quirks;
    //! Called for every event while set.
    std::function<void(const Event &)> onEvent;

    [[nodiscard]] bool holds(Quirk quirk) const { return quirks.holds(quirk); }

    //! The organisation of officernd.md 2: its locations and definitions of custom properties.
    void furnish(const QString &country, const QString &city, const QString &timeZone);

    [[nodiscard]] QString firstLocation() const;
    //! The company with that name, made if there is none; "" for an empty name.
    [[nodiscard]] QString companyNamed(const QString &companyName, const QString &createdAt);
    //! The definition of the custom property with that key for that target (officernd.md 2.6),
    //! such as "member" or "team", or nullptr.
    [[nodiscard]] const QJsonObject *property(const QString &target, const QString &key) const;

    [[nodiscard]] QJsonObject toJson() const;
    //! False, and a state that must not be used, if the JSON is no state. Collections that it does
    //! not name become empty.
    [[nodiscard]] bool load(const QJsonObject &json);

private:
    //! Every collection, by its name in the saved state.
    [[nodiscard]] static const QList<std::pair<QString, RecordTable State::*>> &tables();
};

} // namespace twinbook::sandbox::officernd
