// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/accountjob.h"

namespace twinbook::officernd {

//! Where and when a new record begins. Every member and company needs both (officernd.md 7 items
//! 20 and 21).
struct Place
{
    QString location;
    QDate today; //!< the day it is there
};

//! The place of a location as the service told it; in UTC if it has no usable time zone.
[[nodiscard]] Place placeOf(const QJsonObject &location, const QDateTime &now);
[[nodiscard]] Error noPlace();
//! Whether new people are placed there: the location of the settings, or any open one if the
//! settings name none.
[[nodiscard]] bool takesNewPeople(const QJsonObject &location, const QString &ofSettings);

//! A job that creates something at a location.
template<class Base>
class PlacedJob : public AccountJob<Base>
{
public:
    using AccountJob<Base>::AccountJob;

protected:
    using typename AccountJob<Base>::Step;
    using OnPlace = std::function<void(const Place &place)>;

    //! Goes on with the given location, or with the one for new people if none is given.
    void withPlace(const QString &location, OnPlace next)
    {
        if (location.isEmpty()) {
            withDefaultPlace(std::move(next));
            return;
        }
        this->ask(operationRequest(Operation::GetLocation, location),
                  [this, next = std::move(next)](const QJsonObject &read) {
                      next(placeOf(read, this->account().clock.now()));
                  });
    }

private:
    //! The first that takes new people. A look has just read it, so that a run of many creations
    //! does not ask again for each.
    void withDefaultPlace(OnPlace next)
    {
        if (const QJsonObject &known = this->account().learned.placeForNewPeople;
            !known.isEmpty()) {
            next(placeOf(known, this->account().clock.now()));
            return;
        }
        this->walk(
            operationRequest(Operation::ListLocations),
            [this](const QJsonObject &page) {
                const QJsonArray elements = page.value(QLatin1StringView("results")).toArray();
                for (const auto location : elements)
                    consider(location.toObject());
            },
            [this, next = std::move(next)] {
                const Place place = placeOf(m_location, this->account().clock.now());
                if (place.location.isEmpty())
                    this->finish(Failure(noPlace()));
                else
                    next(place);
            });
    }

    void consider(const QJsonObject &location)
    {
        if (m_location.isEmpty()
            && takesNewPeople(location, this->account().settings.defaultLocation))
            m_location = location;
    }

    QJsonObject m_location;
};

} // namespace twinbook::officernd
