// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! Who is in the house: check-ins, visitors, visits (officernd.md 2.11). Check-ins have no
//! modifiedAt; visitors and visits have no stamps at all.
class Presence
{
public:
    //! `state` is not owned and must outlive this.
    explicit Presence(State &state);

    void addTo(Routes &routes);

private:
    class Checkins : public Collection
    {
    public:
        explicit Checkins(State &state);
        [[nodiscard]] Served<QJsonObject> checkIn(const QString &member, const QJsonObject &body);
        //! Ends the open check-in of the member; refused by rule if there is none.
        [[nodiscard]] Served<QJsonObject> checkOut(const QString &member, const QJsonObject &body);
    };

    Checkins m_checkins;
    Collection m_visitors;
    Collection m_visits;
    Collection m_receptionFlows;
};

} // namespace twinbook::sandbox::officernd
