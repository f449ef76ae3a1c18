// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/locations.h"

#include "highlevel/endpoints.h"
#include "highlevel/operation.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<Location>
{
    static constexpr std::tuple members {
        required("id"_L1, &Location::id),         member("companyId"_L1, &Location::company),
        member("name"_L1, &Location::name),       member("email"_L1, &Location::email),
        member("country"_L1, &Location::country), member("timezone"_L1, &Location::timezone)};
};

template<>
struct Shape<Company>
{
    static constexpr std::tuple members {
        required("id"_L1, &Company::id, "_id"_L1), member("name"_L1, &Company::name),
        member("email"_L1, &Company::email), member("timezone"_L1, &Company::timezone)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint searchLocations {Get, "locations/search"_L1, scopes::locationsRead,
                                    Subject::Account};
constexpr Endpoint listTimezones {Get, "locations/{locationId}/timezones"_L1, scopes::locationsRead,
                                  Subject::Account};
constexpr Endpoint getCompany {Get, "companies/{companyId}"_L1, scopes::companiesRead,
                               Subject::Account};

void readSettings(Location &location, Reading &reading)
{
    const QJsonValue told
        = location.whole.value("settings"_L1).toObject().value("allowDuplicateContact"_L1);
    if (isTold(told) && !fromWire(told, location.allowsDuplicateContacts, reading))
        reading.problems.append(u"allowDuplicateContact"_s);
}

} // namespace

Pending<Location> Locations::get() const
{
    return Operation(account(), endpoints::getLocation, {location()})
        .as<Location>([](const QJsonObject &reply, Reading &reading) {
            auto told = readOne<Location>(reply, "location"_L1, {}, reading);
            readSettings(told, reading);
            return told;
        });
}

Pending<QList<Location>> Locations::search(const LocationSearch &search) const
{
    Operation operation(account(), searchLocations);
    if (search.company)
        operation.requireId(search.company->text()).where(u"companyId"_s, search.company->text());
    return operation
        .require(search.limit > 0 && search.skip >= 0,
                 QCoreApplication::translate("highlevel", "A page needs a size and a start."))
        .where(u"email"_s, search.email)
        .where(u"skip"_s, search.skip)
        .where(u"limit"_s, search.limit)
        .as<QList<Location>>([](const QJsonObject &reply, Reading &reading) {
            auto found = readOne<QList<Location>>(reply, "locations"_L1, "items"_L1, reading);
            for (Location &location : found)
                readSettings(location, reading);
            return found;
        });
}

Pending<QStringList> Locations::timezones() const
{
    return Operation(account(), listTimezones, {location()})
        .one<QStringList>("timezones"_L1, "timeZones"_L1);
}

Pending<Company> Locations::company(const CompanyId &company) const
{
    return Operation(account(), getCompany, {company.text()}).one<Company>("company"_L1);
}

} // namespace twinbook::highlevel
