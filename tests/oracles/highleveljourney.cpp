// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highleveljourney.h"

using namespace Qt::StringLiterals;
using namespace twinbook::highlevel;

namespace twinbook::test {

namespace {

const QDateTime morning(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC);

} // namespace

void HighLevelJourney::amongContacts(ApiVersion version)
{
    m_user = needs(u"Users::search"_s,
                   m_client.users().search(
                       {.company = needs(u"Locations::get"_s, m_client.locations().get())
                                       .company.value_or(CompanyId())}))
                 .users.value(0)
                 .id;
    withContact(version);
    withTasks();
    withNotes();
    withTags();
    withCompany();
    withAutomations();
    const auto actions = m_client.contactActions();
    does(u"ContactActions::addFollowers"_s, actions.addFollowers(m_contact, {m_user}));
    does(u"ContactActions::removeFollowers"_s, actions.removeFollowers(m_contact, {m_user}));
}

void HighLevelJourney::aroundTheAccount(ApiVersion version)
{
    withUsers(version);
    withFields();
    withObjectFields();
    withCalendar();
    does(u"Contacts::remove"_s, m_client.contacts().remove(m_contact));
}

void HighLevelJourney::throughThePort()
{
    does(u"HighLevelService::checkConnection"_s, m_service.checkConnection());
    does(u"HighLevelService::readSchema"_s, m_service.readSchema());
    const PeopleSnapshot people
        = needs(u"HighLevelService::fetchPeople"_s, m_service.fetchPeople());
    does(u"HighLevelService::fetchPerson"_s, m_service.fetchPerson(people.people.value(0).id));
    const FieldWrites writes {{u"firstName"_s, FieldValue(u"Ida"_s)},
                              {u"lastName"_s, FieldValue(u"Port"_s)},
                              {u"email"_s, FieldValue(u"ida.port@example.test"_s)},
                              {u"phone"_s, FieldValue(u"+442079460188"_s)},
                              {u"dateOfBirth"_s, FieldValue(QDate(1984, 5, 6))},
                              {u"tags"_s, FieldValue(QStringList {u"port"_s})}};
    const RemoteRecord made
        = needs(u"HighLevelService::createPerson"_s, m_service.createPerson(writes));
    does(u"HighLevelService::updatePerson"_s,
         m_service.updatePerson(made.id,
                                {{u"city"_s, FieldValue(u"Rome"_s)},
                                 {u"phone"_s, FieldValue()},
                                 {u"tags"_s, FieldValue(QStringList {u"quay"_s})}}));
    does(u"HighLevelService::findTwins"_s,
         m_service.findTwins({u"ida.port@example.test"_s, u"+442079460188"_s, u"Ida Port"_s,
                              QDateTime::currentDateTimeUtc().addSecs(-60)}));
    does(u"HighLevelService::sendRaw"_s,
         m_service.sendRaw({.path = {u"contacts"_s, made.id.text()}, .effect = RawEffect::Reads}));
}

void HighLevelJourney::withContact(ApiVersion version)
{
    const auto contacts = m_client.contacts();
    const QString email = u"zoe+x@example.test"_s;
    m_contact = needs(u"Contacts::create"_s,
                      contacts.create({.firstName = u"Zoë"_s,
                                       .lastName = u"Quay"_s,
                                       .email = email,
                                       .phone = u"+442079460018"_s,
                                       .companyName = u"Quay & Co"_s,
                                       .country = u"GB"_s,
                                       .postalCode = u"N1"_s,
                                       .website = u"https://quay.example.test"_s,
                                       .source = u"twinbook"_s,
                                       .dateOfBirth = QDate(1990, 2, 3),
                                       .tags = QStringList {u"VIP"_s}}))
                    .id;
    does(u"Contacts::get"_s, contacts.get(m_contact));
    does(u"Contacts::update"_s,
         contacts.update(m_contact,
                         {.city = u"Rome"_s, .postalCode = QString(), .dateOfBirth = QDate()}));
    does(u"Contacts::upsert"_s, contacts.upsert({.email = email}));
    does(u"Contacts::findByEmail"_s, contacts.findByEmail(email));
    does(u"Contacts::findByPhone"_s, contacts.findByPhone(u"+442079460018"_s));

    ContactSearch search {.pageLimit = 7,
                          .filters = {SearchFilter::where(u"email"_s, SearchFilter::Test::Exists),
                                      SearchFilter::between(u"dateAdded"_s, morning.addYears(-10))},
                          .sort = {{u"dateAdded"_s}}};
    search.searchAfter
        = needs(u"Contacts::search"_s, contacts.search(search)).contacts.value(6).searchAfter;
    if (search.searchAfter.isEmpty())
        qFatal("no second page");
    does(u"Contacts::search"_s, contacts.search(search));
    does(u"Contacts::search"_s, contacts.search(ContactSearch::changedSince(morning.addYears(-1))));

    if (version == ApiVersion::V3) {
        isRefused(u"Contacts::list"_s, ErrorKind::InvalidInput, contacts.list({}));
        return;
    }
    const ContactPage first = needs(u"Contacts::list"_s, contacts.list({.limit = 7}));
    if (!first.contacts.isEmpty()) {
        const Contact &last = first.contacts.constLast();
        does(u"Contacts::list"_s,
             contacts.list({.limit = 7,
                            .startAfterId = last.id,
                            .startAfter = last.dateAdded->toMSecsSinceEpoch()}));
    }
}

void HighLevelJourney::withTasks()
{
    const auto tasks = m_client.tasks();
    const TaskDraft draft {
        .title = u"Call"_s, .dueDate = morning, .body = u"desks"_s, .assignedTo = m_user};
    const TaskId task = needs(u"Tasks::create"_s, tasks.create(m_contact, draft)).id;
    does(u"Tasks::update"_s, tasks.update(m_contact, task, draft));
    does(u"Tasks::setState"_s, tasks.setState(m_contact, task, TaskState::Completed));
    does(u"Tasks::get"_s, tasks.get(m_contact, task));
    does(u"Tasks::list"_s, tasks.list(m_contact));
    does(u"Tasks::search"_s, tasks.search({.contacts = {m_contact}, .query = u"Call"_s}));
    does(u"Tasks::remove"_s, tasks.remove(m_contact, task));
}

void HighLevelJourney::withNotes()
{
    const auto notes = m_client.notes();
    const NoteDraft draft {.body = u"Hi"_s, .color = u"#FFAA00"_s, .pinned = true, .user = m_user};
    const NoteId note = needs(u"Notes::create"_s, notes.create(m_contact, draft)).id;
    does(u"Notes::update"_s, notes.update(m_contact, note, {.title = u"Visit"_s}));
    does(u"Notes::get"_s, notes.get(m_contact, note));
    does(u"Notes::list"_s, notes.list(m_contact));
    does(u"Notes::remove"_s, notes.remove(m_contact, note));
}

void HighLevelJourney::withTags()
{
    const auto actions = m_client.contactActions();
    does(u"ContactActions::addTags"_s, actions.addTags(m_contact, {u"Window Seat"_s}));
    does(u"ContactActions::removeTags"_s, actions.removeTags(m_contact, {u"window seat"_s}));
    for (const TagChange kind : {TagChange::Add, TagChange::Remove})
        does(u"ContactActions::changeTags"_s,
             actions.changeTags({.kind = kind, .contacts = {m_contact}, .tags = {u"bulk"_s}}));

    const auto tags = m_client.tags();
    const TagId tag = needs(u"LocationTags::create"_s, tags.create(u"Quiet"_s)).id;
    does(u"LocationTags::rename"_s, tags.rename(tag, u"Silent"_s));
    does(u"LocationTags::get"_s, tags.get(tag));
    does(u"LocationTags::list"_s, tags.list());
    does(u"LocationTags::remove"_s, tags.remove(tag));
}

void HighLevelJourney::withCompany()
{
    const auto businesses = m_client.businesses();
    const BusinessId business
        = needs(u"Businesses::create"_s,
                businesses.create({.name = u"Acme Desks"_s, .email = u"a@acme.test"_s}))
              .id;
    does(u"Businesses::update"_s, businesses.update(business, {.city = u"Rome"_s}));
    does(u"Businesses::get"_s, businesses.get(business));
    does(u"Businesses::list"_s, businesses.list());
    does(u"Businesses::search"_s, businesses.search({.query = u"name:Acme Desks"_s}));
    does(u"Businesses::schema"_s, businesses.schema());
    const auto actions = m_client.contactActions();
    does(u"ContactActions::setBusiness"_s, actions.setBusiness({m_contact}, business));
    does(u"Contacts::ofBusiness"_s, m_client.contacts().ofBusiness(business));
    does(u"ContactActions::setBusiness"_s, actions.setBusiness({m_contact}, std::nullopt));
    does(u"Businesses::remove"_s, businesses.remove(business));
}

void HighLevelJourney::withAutomations()
{
    const auto automations = m_client.automations();
    const WorkflowId workflow(
        needs(u"Automations::workflows"_s, automations.workflows()).value(0).id);
    const CampaignId campaign(
        needs(u"Automations::campaigns"_s, automations.campaigns()).value(0).id);
    const auto actions = m_client.contactActions();
    does(u"ContactActions::addToWorkflow"_s, actions.addToWorkflow(m_contact, workflow, morning));
    does(u"ContactActions::removeFromWorkflow"_s, actions.removeFromWorkflow(m_contact, workflow));
    does(u"ContactActions::addToCampaign"_s, actions.addToCampaign(m_contact, campaign));
    does(u"ContactActions::removeFromCampaign"_s, actions.removeFromCampaign(m_contact, campaign));
    does(u"ContactActions::removeFromAllCampaigns"_s, actions.removeFromAllCampaigns(m_contact));
}

void HighLevelJourney::withUsers(ApiVersion version)
{
    const auto locations = m_client.locations();
    const CompanyId agency
        = needs(u"Locations::get"_s, locations.get()).company.value_or(CompanyId());
    does(u"Locations::search"_s, locations.search({}));
    does(u"Locations::timezones"_s, locations.timezones());
    // Not with the token of a sub-account.
    isRefused(u"Locations::company"_s, ErrorKind::Forbidden, locations.company(agency));
    const auto users = m_client.users();
    isRefused(u"Users::findByEmail"_s, ErrorKind::Forbidden,
              users.findByEmail(agency, {u"somebody@example.test"_s}));
    does(u"Users::get"_s, users.get(m_user));
    if (version == ApiVersion::V3)
        isRefused(u"Users::ofLocation"_s, ErrorKind::InvalidInput, users.ofLocation());
    else
        does(u"Users::ofLocation"_s, users.ofLocation());
}

void HighLevelJourney::withFields()
{
    const auto fields = m_client.customFields();
    const CustomFieldId field
        = needs(u"CustomFields::create"_s, fields.create({.name = u"Twin Id"_s})).id;
    does(u"CustomFields::update"_s, fields.update(field, {.name = u"Twin"_s}));
    does(u"CustomFields::get"_s, fields.get(field));
    does(u"CustomFields::list"_s, fields.list());
    does(u"CustomFields::upload"_s,
         fields.upload(field, {{u"a.txt"_s, "text/plain", "three words here"}}));
    const CustomValueId value
        = needs(u"CustomFields::createValue"_s, fields.createValue(u"Hours"_s, u"9 to 5"_s)).id;
    does(u"CustomFields::updateValue"_s, fields.updateValue(value, u"Hours"_s, u"8 to 6"_s));
    does(u"CustomFields::getValue"_s, fields.getValue(value));
    does(u"CustomFields::listValues"_s, fields.listValues());
    does(u"CustomFields::removeValue"_s, fields.removeValue(value));
}

void HighLevelJourney::withObjectFields()
{
    const auto fields = m_client.objectFields();
    const FolderId folder
        = needs(u"ObjectFields::createFolder"_s, fields.createFolder(u"business"_s, u"More"_s)).id;
    does(u"ObjectFields::renameFolder"_s, fields.renameFolder(folder, u"Further"_s));
    const CustomFieldId field
        = needs(u"ObjectFields::create"_s,
                fields.create({.name = u"Floor"_s},
                              {u"business"_s, u"business.floor"_s, u"TEXT"_s, folder}))
              .id;
    does(u"ObjectFields::update"_s, fields.update(field, {.name = u"Storey"_s}));
    does(u"ObjectFields::get"_s, fields.get(field));
    does(u"ObjectFields::list"_s, fields.list(u"business"_s));
}

void HighLevelJourney::withCalendar()
{
    const auto calendars = m_client.calendars();
    const CalendarId calendar = needs(u"Calendars::list"_s, calendars.list()).value(0).id;
    does(u"Calendars::get"_s, calendars.get(calendar));
    const EventId visit = needs(u"Calendars::createAppointment"_s,
                                calendars.createAppointment({.calendar = calendar,
                                                             .contact = m_contact,
                                                             .start = morning,
                                                             .end = morning.addSecs(1800),
                                                             .title = u"Tour"_s}))
                              .id;
    does(u"Calendars::updateAppointment"_s,
         calendars.updateAppointment(visit, {.status = AppointmentStatus::Confirmed}));
    does(u"Calendars::getAppointment"_s, calendars.getAppointment(visit));
    const EventWindow day {morning.addDays(-1), morning.addDays(1), calendar};
    does(u"Calendars::events"_s, calendars.events(day));
    does(u"ContactActions::appointments"_s,
         m_client.contactActions().appointments(m_contact, QTimeZone("Europe/London")));
    const NoteId note
        = needs(u"Calendars::createNote"_s, calendars.createNote(visit, u"Late"_s)).id;
    does(u"Calendars::updateNote"_s, calendars.updateNote(visit, note, u"On time"_s));
    does(u"Calendars::notes"_s, calendars.notes(visit));
    does(u"Calendars::removeNote"_s, calendars.removeNote(visit, note));

    BlockedTimeDraft block {
        .calendar = calendar, .start = morning.addSecs(7200), .end = morning.addSecs(10800)};
    const EventId blocked
        = needs(u"Calendars::createBlockedTime"_s, calendars.createBlockedTime(block)).id;
    block.title = u"Cleaning"_s;
    does(u"Calendars::updateBlockedTime"_s, calendars.updateBlockedTime(blocked, block));
    does(u"Calendars::blockedTimes"_s, calendars.blockedTimes(day));
    does(u"Calendars::remove"_s, calendars.remove(blocked));
    does(u"Calendars::remove"_s, calendars.remove(visit));
}

} // namespace twinbook::test
