// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clienttargets.h"

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

void addPeople(ClientTargets &targets)
{
    targets
        .add(u"officernd.people"_s,
             [](const Clients &c, const Ids &) { return c.officeRnD->fetchPeople(); })
        .add(u"officernd.connection"_s,
             [](const Clients &c, const Ids &) { return c.officeRnD->checkConnection(); })
        .add(u"officernd.schema"_s,
             [](const Clients &c, const Ids &) { return c.officeRnD->readSchema(); })
        .add(u"officernd.person"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.officeRnD->fetchPerson(RemoteId(ids.member.text()));
             })
        .add(u"officernd.twins"_s,
             [](const Clients &c, const Ids &) {
                 return c.officeRnD->findTwins(
                     {.email = u"oda@example.test"_s,
                      .phone = u"+442079460018"_s,
                      .name = u"Oda Ek"_s,
                      .since = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC)});
             })
        .add(u"officernd.created-person"_s,
             [](const Clients &c, const Ids &) {
                 return c.officeRnD->createPerson(
                     {{u"name"_s, FieldValue(u"Oda Ek"_s)},
                      {u"email"_s, FieldValue(u"oda@example.test"_s)}});
             })
        .add(u"officernd.members"_s,
             [](const Clients &c, const Ids &) { return c.left().members().list(); })
        .add(u"officernd.member"_s,
             [](const Clients &c, const Ids &ids) { return c.left().members().get(ids.member); })
        .add(u"officernd.member-count"_s, [](const Clients &c, const Ids &) {
            return c.left().members().count({}, officernd::CountBy::Status);
        });
}

void addCommunity(ClientTargets &targets)
{
    targets
        .add(u"officernd.organization"_s,
             [](const Clients &c, const Ids &) { return c.left().organization(); })
        .add(u"officernd.companies"_s,
             [](const Clients &c, const Ids &) { return c.left().companies().list(); })
        .add(u"officernd.company"_s,
             [](const Clients &c, const Ids &ids) { return c.left().companies().get(ids.company); })
        .add(u"officernd.custom-properties"_s,
             [](const Clients &c, const Ids &) { return c.left().customProperties().list(); })
        .add(u"officernd.locations"_s,
             [](const Clients &c, const Ids &) { return c.left().locations().list(); })
        .add(u"officernd.memberships"_s,
             [](const Clients &c, const Ids &) { return c.left().memberships().list(); })
        .add(u"officernd.plans"_s,
             [](const Clients &c, const Ids &) { return c.left().memberships().plans(); })
        .add(u"officernd.tickets"_s,
             [](const Clients &c, const Ids &) { return c.left().tickets().list(); })
        .add(u"officernd.ticket-options"_s,
             [](const Clients &c, const Ids &) { return c.left().tickets().options(); })
        .add(u"officernd.created-ticket"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.left().tickets().create({.subject = u"Light"_s, .member = ids.member});
             })
        .add(u"officernd.opportunities"_s,
             [](const Clients &c, const Ids &) { return c.left().opportunities().list(); })
        .add(u"officernd.stages"_s,
             [](const Clients &c, const Ids &) { return c.left().opportunities().stages(); })
        .add(u"officernd.bookings"_s,
             [](const Clients &c, const Ids &) { return c.left().bookings().list(); })
        .add(u"officernd.checkins"_s,
             [](const Clients &c, const Ids &) { return c.left().presence().checkins(); })
        .add(u"officernd.visitors"_s,
             [](const Clients &c, const Ids &) { return c.left().presence().visitors(); })
        .add(u"officernd.visits"_s,
             [](const Clients &c, const Ids &) { return c.left().presence().visits(); })
        .add(u"officernd.webhooks"_s,
             [](const Clients &c, const Ids &) { return c.left().webhooks().list(); });
}

} // namespace

QList<Target> officeRnDTargets(Stage &stage)
{
    ClientTargets targets(stage);
    addPeople(targets);
    addCommunity(targets);
    return targets.all();
}

} // namespace twinbook::fuzz
