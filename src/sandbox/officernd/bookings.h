// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! Bookings of rooms (officernd.md 2.10). A series is one record with a rule; occurrences() tells
//! its single dates. Filtering by start or end is refused, by seriesStart and seriesEnd is not.
class Bookings : public Collection
{
public:
    //! `state` is not owned and must outlive this.
    explicit Bookings(State &state);

    void addTo(Routes &routes);

    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> cancel(const QString &id);
    //! The dates of every series between seriesEnd[$gte] and seriesStart[$lt], which must both be
    //! given, by start; at most 50 with no second page. Parameters and envelope are not documented.
    [[nodiscard]] Served<QJsonObject> occurrences(const HttpRequest &request) const;

private:
    //! Refused by rule unless it ends after it starts.
    [[nodiscard]] Served<QJsonObject> withSeries(QJsonObject booking) const;
};

} // namespace twinbook::sandbox::officernd
