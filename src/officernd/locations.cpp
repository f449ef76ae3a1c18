// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/locations.h"

#include "officernd/resourcejobs.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

void readFrom(ObjectReader &in, Location &location)
{
    in.require("_id"_L1, location.id);
    in.read("name"_L1, location.name);
    in.read("address"_L1, location.address);
    in.read("timezone"_L1, location.timeZone);
    in.read("isOpen"_L1, location.isOpen);
    in.read("isPublic"_L1, location.isPublic);
    in.read("image"_L1, location.image);
    in.read("code"_L1, location.code);
    in.read("properties"_L1, location.properties);
}

ListJob<Location> Locations::list(const LocationFilter &filter) const
{
    ListQuery query(Operation::ListLocations);
    query.withIds(filter.ids);
    query.equal(u"name"_s, filter.name);
    query.equal(u"isOpen"_s, filter.isOpen);
    query.equal(u"isPublic"_s, filter.isPublic);
    query.select(filter.select);
    return listJob<Location>(m_account, query);
}

std::unique_ptr<TypedJob<Location>> Locations::get(const LocationId &id) const
{
    return itemJob<Location>(m_account, operationRequest(Operation::GetLocation, id.text()));
}

} // namespace twinbook::officernd
