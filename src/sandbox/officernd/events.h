// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! Events of the community (officernd.md 2.11), which last one day at most. No filter of the list
//! is known, so it takes none; no webhook tells of them (officernd.md 4.1).
class Events : public Collection
{
public:
    //! `state` is not owned and must outlive this.
    explicit Events(State &state);

    void addTo(Routes &routes);

    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);

private:
    //! Refused by rule: an end before the start, or on another day at the event's place.
    [[nodiscard]] Served<QJsonObject> withinADay(const QJsonObject &event) const;
};

} // namespace twinbook::sandbox::officernd
