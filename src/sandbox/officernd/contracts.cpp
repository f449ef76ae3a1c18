// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/contracts.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

constexpr quint64 agreementSeed = 0x2545F4914F6CDD1DULL;

//! One for each membership of a company, which names it from now on.
void addContracts(State &state, IdSource &ids)
{
    QList<QJsonObject> memberships;
    for (const auto &[id, membership] : state.memberships.all()) {
        if (membership.contains(u"company"_s))
            memberships.append(membership);
    }
    for (QJsonObject &membership : memberships) {
        QJsonObject contract {{u"_id"_s, ids.next()}, {u"status"_s, u"signed"_s}};
        for (const QString &name : {u"company"_s, u"location"_s, u"startDate"_s, u"endDate"_s,
                                    u"createdAt"_s, u"modifiedAt"_s}) {
            if (membership.contains(name))
                contract.insert(name, membership.value(name));
        }
        state.contracts.put(contract);
        membership.insert(u"contract"_s, contract.value(u"_id"_s));
        state.memberships.put(membership);
    }
}

void addEvents(State &state, IdSource &ids)
{
    const QString stamp = u"2025-02-03T09:00:00.000Z"_s;
    for (const auto &[title, day] :
         {std::pair(u"Breakfast"_s, 5), std::pair(u"Open house"_s, 19)}) {
        const QDateTime start(QDate(2026, 3, day), QTime(8, 0), Qt::UTC);
        state.events.put({{u"_id"_s, ids.next()},
                          {u"title"_s, title},
                          {u"description"_s, u"<p>For everybody.</p>"_s},
                          {u"location"_s, state.firstLocation()},
                          {u"start"_s, isoStamp(start)},
                          {u"end"_s, isoStamp(start.addSecs(7200))},
                          {u"timezone"_s, u"Europe/London"_s},
                          {u"limit"_s, 40},
                          {u"createdAt"_s, stamp},
                          {u"modifiedAt"_s, stamp}});
    }
}

} // namespace

Contracts::Contracts(State &state)
    : Collection(state, state.contracts,
                 {.list = {.equality = {u"company"_s, u"member"_s},
                           .ranges = {u"createdAt"_s, u"modifiedAt"_s}},
                  .eventName = u"contract"_s})
{ }

void Contracts::addTo(Routes &routes)
{
    const QString read = u"community.contracts.read"_s;
    routes.addList(u"contracts"_s, read, listing());
    routes.addCount(u"contracts"_s, read, listing());
    routes.addGet(u"contracts"_s, read, *this);
}

void furnishAgreements(State &state)
{
    IdSource ids(IdSource::Look::ObjectId, state.ids.seed() ^ agreementSeed);
    addContracts(state, ids);
    addEvents(state, ids);
    QJsonArray locations;
    for (const auto &[id, location] : state.locations.all())
        locations.append(id);
    // Without the secret that a real one tells: nothing is behind it.
    state.integrations.put(
        {{u"_id"_s, ids.next()},
         {u"type"_s, u"custom"_s},
         {u"user"_s, ids.next()},
         {u"settings"_s,
          QJsonObject {{u"appClientId"_s, u"practice-integration"_s}, {u"isExternal"_s, true}}},
         {u"locations"_s, locations}});
}

} // namespace twinbook::sandbox::officernd
