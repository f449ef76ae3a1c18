// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clienttargets.h"

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

using namespace highlevel;

void addPeople(ClientTargets &targets)
{
    targets
        .add(u"highlevel.people"_s,
             [](const Clients &c, const Ids &) { return c.highLevel->fetchPeople(); })
        .add(u"highlevel.connection"_s,
             [](const Clients &c, const Ids &) { return c.highLevel->checkConnection(); })
        .add(u"highlevel.schema"_s,
             [](const Clients &c, const Ids &) { return c.highLevel->readSchema(); })
        .add(u"highlevel.person"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.highLevel->fetchPerson(RemoteId(ids.contact.text()));
             })
        .add(u"highlevel.twins"_s,
             [](const Clients &c, const Ids &) {
                 return c.highLevel->findTwins(
                     {.email = u"oda@example.test"_s,
                      .phone = u"+442079460018"_s,
                      .name = u"Oda Ek"_s,
                      .since = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC)});
             })
        .add(u"highlevel.created-person"_s,
             [](const Clients &c, const Ids &) {
                 return c.highLevel->createPerson(
                     {{u"firstName"_s, FieldValue(u"Oda"_s)},
                      {u"email"_s, FieldValue(u"oda@example.test"_s)}});
             })
        .add(
            u"highlevel.duplicate"_s,
            [](const Clients &c, const Ids &) {
                return c.right().contacts().create({.email = u"oda@example.test"_s});
            },
            400);
}

void addContacts(ClientTargets &targets)
{
    targets
        .add(u"highlevel.contact"_s,
             [](const Clients &c, const Ids &ids) { return c.right().contacts().get(ids.contact); })
        .add(u"highlevel.contact-search"_s,
             [](const Clients &c, const Ids &) { return c.right().contacts().search({}); })
        .add(u"highlevel.contact-list"_s,
             [](const Clients &c, const Ids &) { return c.right().contacts().list({}); })
        .add(u"highlevel.contact-by-email"_s,
             [](const Clients &c, const Ids &) {
                 return c.right().contacts().findByEmail(u"oda@example.test"_s);
             })
        .add(u"highlevel.upserted"_s,
             [](const Clients &c, const Ids &) {
                 return c.right().contacts().upsert({.email = u"oda@example.test"_s});
             })
        .add(u"highlevel.tags-after"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().contactActions().addTags(ids.contact, {u"vip"_s});
             })
        .add(u"highlevel.bulk-tags"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().contactActions().changeTags(
                     {.contacts = {ids.contact}, .tags = {u"vip"_s}});
             })
        .add(u"highlevel.followers"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().contactActions().addFollowers(ids.contact, {ids.user});
             })
        .add(u"highlevel.appointments"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().contactActions().appointments(ids.contact, QTimeZone::utc());
             })
        .add(u"highlevel.done"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().contactActions().removeFromAllCampaigns(ids.contact);
             })
        .add(u"highlevel.task"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().tasks().get(ids.contact, ids.task);
             })
        .add(u"highlevel.tasks"_s,
             [](const Clients &c, const Ids &ids) { return c.right().tasks().list(ids.contact); })
        .add(u"highlevel.task-search"_s,
             [](const Clients &c, const Ids &) { return c.right().tasks().search({}); })
        .add(u"highlevel.note"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().notes().get(ids.contact, ids.note);
             })
        .add(u"highlevel.notes"_s,
             [](const Clients &c, const Ids &ids) { return c.right().notes().list(ids.contact); });
}

void addAccount(ClientTargets &targets)
{
    targets
        .add(u"highlevel.location"_s,
             [](const Clients &c, const Ids &) { return c.right().locations().get(); })
        .add(u"highlevel.locations"_s,
             [](const Clients &c, const Ids &) { return c.right().locations().search({}); })
        .add(u"highlevel.timezones"_s,
             [](const Clients &c, const Ids &) { return c.right().locations().timezones(); })
        .add(u"highlevel.tags"_s,
             [](const Clients &c, const Ids &) { return c.right().tags().list(); })
        .add(u"highlevel.tag"_s,
             [](const Clients &c, const Ids &ids) { return c.right().tags().get(ids.tag); })
        .add(u"highlevel.custom-fields"_s,
             [](const Clients &c, const Ids &) { return c.right().customFields().list(); })
        .add(u"highlevel.custom-field"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().customFields().get(ids.field);
             })
        .add(u"highlevel.custom-values"_s,
             [](const Clients &c, const Ids &) { return c.right().customFields().listValues(); })
        .add(u"highlevel.object-fields"_s,
             [](const Clients &c, const Ids &) {
                 return c.right().objectFields().list(u"business"_s);
             })
        .add(u"highlevel.users"_s,
             [](const Clients &c, const Ids &) { return c.right().users().ofLocation(); })
        .add(u"highlevel.user"_s,
             [](const Clients &c, const Ids &ids) { return c.right().users().get(ids.user); })
        .add(u"highlevel.businesses"_s,
             [](const Clients &c, const Ids &) { return c.right().businesses().list(); })
        .add(u"highlevel.business"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().businesses().get(ids.business);
             })
        .add(u"highlevel.business-search"_s,
             [](const Clients &c, const Ids &) { return c.right().businesses().search({}); })
        .add(u"highlevel.calendars"_s,
             [](const Clients &c, const Ids &) { return c.right().calendars().list(); })
        .add(u"highlevel.events"_s,
             [](const Clients &c, const Ids &ids) {
                 return c.right().calendars().events(
                     {QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC),
                      QDateTime(QDate(2040, 1, 1), QTime(0, 0), Qt::UTC), ids.calendar});
             })
        .add(u"highlevel.workflows"_s,
             [](const Clients &c, const Ids &) { return c.right().automations().workflows(); });
}

} // namespace

QList<Target> highLevelTargets(Stage &stage)
{
    ClientTargets targets(stage);
    addPeople(targets);
    addContacts(targets);
    addAccount(targets);
    return targets.all();
}

} // namespace twinbook::fuzz
