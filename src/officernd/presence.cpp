// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/presence.h"

#include "officernd/resourcejobs.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

QList<std::pair<QLatin1StringView, VisitorType>> wireNames(VisitorType)
{
    return {{"preregistration"_L1, VisitorType::Preregistration},
            {"reception"_L1, VisitorType::Reception}};
}

void readFrom(ObjectReader &in, Checkin &checkin)
{
    in.require("_id"_L1, checkin.id);
    in.read("start"_L1, checkin.start);
    in.read("end"_L1, checkin.end);
    in.read("location"_L1, checkin.location);
    in.read("company"_L1, checkin.company);
    in.read("member"_L1, checkin.member);
    in.read("booking"_L1, checkin.booking);
    in.read("pass"_L1, checkin.pass);
    in.read("resourceType"_L1, checkin.resourceType);
    in.read("source"_L1, checkin.source);
}

void readFrom(ObjectReader &in, Visitor &visitor)
{
    in.require("_id"_L1, visitor.id);
    in.read("name"_L1, visitor.name);
    in.read("email"_L1, visitor.email);
    in.read("phone"_L1, visitor.phone);
    in.read("description"_L1, visitor.description);
    in.read("member"_L1, visitor.member);
    in.read("company"_L1, visitor.company);
    in.read("type"_L1, visitor.type);
}

void readFrom(ObjectReader &in, Visit &visit)
{
    in.require("_id"_L1, visit.id);
    in.read("member"_L1, visit.member);
    in.read("visitor"_L1, visit.visitor);
    in.read("location"_L1, visit.location);
    in.read("start"_L1, visit.start);
    in.read("end"_L1, visit.end);
    in.read("receptionFlow"_L1, visit.receptionFlow);
    in.read("properties"_L1, visit.properties);
}

ListJob<Checkin> Presence::checkins(const CheckinFilter &filter) const
{
    ListQuery query(Operation::ListCheckins);
    query.equal(u"member"_s, filter.member);
    query.equal(u"company"_s, filter.company);
    query.equal(u"location"_s, filter.location);
    query.since(u"start"_s, filter.startedSince);
    query.select(filter.select);
    return listJob<Checkin>(m_account, query);
}

ListJob<Visitor> Presence::visitors(const VisitorFilter &filter) const
{
    ListQuery query(Operation::ListVisitors);
    query.withIds(filter.ids);
    query.equal(u"name"_s, filter.name);
    query.equal(u"email"_s, filter.email);
    if (filter.type)
        query.equal(u"type"_s, toWire(*filter.type).toString());
    return listJob<Visitor>(m_account, query);
}

ListJob<Visit> Presence::visits() const
{
    return listJob<Visit>(m_account, ListQuery(Operation::ListVisits));
}

} // namespace twinbook::officernd
