// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "sandbox/sandbox.h"
#include "scriptedaccount.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace twinbook;
using namespace twinbook::highlevel;
using sandbox::Sandbox;
using twinbook::test::outcome;
using twinbook::test::sentenceProblem;
using twinbook::test::whatWentWrong;

#define VERIFY_OK(result) QVERIFY2((result).has_value(), qPrintable(whatWentWrong(result)))

namespace {

const QDateTime due(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);

//! The client against the played HighLevel, over real HTTP.
struct Setup
{
    explicit Setup(ApiVersion version = ApiVersion::Dated)
        : sandbox({.people = 60, .seed = 7})
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        HighLevelSettings settings;
        settings.apiUrl = sandbox.highlevelUrl();
        settings.locationId = sandbox.credentials().locationId;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.version = version;
        (void)outcome(secrets.write(highLevelSecretKey(settings.locationId),
                                    sandbox.credentials().privateToken));
        service = std::move(createHighLevelService(settings, secrets, clock, transport).value());
    }

    [[nodiscard]] HighLevelClient &client() { return service->client(); }
    [[nodiscard]] ContactId somebody(qsizetype index = 0) const
    {
        return ContactId(sandbox.people(Side::Right).at(index).value("id"_L1).toString());
    }
    [[nodiscard]] User firstUser()
    {
        return outcome(client().users().ofLocation()).value().users.constFirst();
    }

    Sandbox sandbox;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    std::unique_ptr<HighLevelService> service;
};

} // namespace

class TestHighLevelPlayed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleComeAndGo_data()
    {
        QTest::addColumn<bool>("newer");
        QTest::newRow("dated") << false;
        QTest::newRow("v3") << true;
    }

    void peopleComeAndGo()
    {
        QFETCH(bool, newer);
        Setup setup(newer ? ApiVersion::V3 : ApiVersion::Dated);
        const auto contacts = setup.client().contacts();
        const auto fields = outcome(setup.client().customFields().list());
        VERIFY_OK(fields);
        const CustomFieldId text = std::find_if(fields->cbegin(), fields->cend(), [](auto &field) {
                                       return field.dataType == u"TEXT"_s;
                                   })->id;
        const auto made = outcome(contacts.create({.firstName = u"Zoë"_s,
                                                   .email = u"zoe+x@example.test"_s,
                                                   .phone = u"+442079460018"_s,
                                                   .country = u"GB"_s,
                                                   .postalCode = u"N1"_s,
                                                   .dateOfBirth = QDate(1990, 2, 3),
                                                   .tags = QStringList {u"VIP"_s},
                                                   .customFields = {{text, u"A-1"_s}}}));
        VERIFY_OK(made);

        const auto read = outcome(contacts.get(made->id));
        VERIFY_OK(read);
        QCOMPARE(read->firstName, Text(u"Zoë"_s));
        QCOMPARE(read->tags, QStringList {u"vip"_s});
        QCOMPARE(read->dateOfBirth, Day(QDate(1990, 2, 3)));
        QCOMPARE(read->customFields.size(), 1);
        QCOMPARE(read->customFields.constFirst().value, QJsonValue(u"A-1"_s));

        const auto cleared = outcome(contacts.update(made->id,
                                                     {.city = u"Rome"_s,
                                                      .postalCode = QString(),
                                                      .dateOfBirth = QDate(),
                                                      .customFields = {{text}}}));
        VERIFY_OK(cleared);
        QCOMPARE(cleared->city, Text(u"Rome"_s));
        QVERIFY(!cleared->postalCode && !cleared->dateOfBirth);

        const auto twin = outcome(contacts.findByEmail(u"ZOE+x@example.test"_s));
        VERIFY_OK(twin);
        QVERIFY(twin->has_value());
        QCOMPARE((*twin)->id, made->id);
        const auto again = outcome(contacts.create({.phone = u"+442079460018"_s}));
        QCOMPARE(int(again.error().kind), int(ErrorKind::Conflict));
        QCOMPARE(again.error().existing, made->id);
        const auto merged = outcome(
            contacts.upsert({.email = u"zoe+x@example.test"_s, .companyName = u"Acme"_s}));
        VERIFY_OK(merged);
        QCOMPARE(merged->outcome, Upserted::Outcome::Updated);
        QCOMPARE(merged->contact.companyName, Text(u"Acme"_s));

        VERIFY_OK(outcome(contacts.remove(made->id)));
        const auto gone = outcome(contacts.get(made->id));
        QCOMPARE(int(gone.error().kind), int(ErrorKind::NotFound));
    }

    void everybodyIsFoundPageByPage()
    {
        Setup setup;
        const auto contacts = setup.client().contacts();
        ContactSearch search {.pageLimit = 7, .sort = {{u"dateAdded"_s}}};
        QSet<QString> seen;
        for (;;) {
            const auto page = outcome(contacts.search(search));
            VERIFY_OK(page);
            QCOMPARE(page->total, setup.sandbox.people(Side::Right).size());
            if (page->contacts.isEmpty())
                break;
            for (const Contact &contact : page->contacts)
                seen.insert(contact.id.text());
            search.searchAfter = page->contacts.constLast().searchAfter;
            QVERIFY(!search.searchAfter.isEmpty());
        }
        QCOMPARE(seen.size(), setup.sandbox.people(Side::Right).size());

        const auto none = outcome(contacts.search(ContactSearch::changedSince(due.addYears(10))));
        VERIFY_OK(none);
        QCOMPARE(none->total, 0);
    }

    void tasksComeAndGo()
    {
        Setup setup;
        const auto tasks = setup.client().tasks();
        const ContactId ana = setup.somebody();
        const TaskDraft draft {.title = u"Call"_s,
                               .dueDate = due.addMSecs(250),
                               .body = u"desks"_s,
                               .assignedTo = setup.firstUser().id};
        const auto made = outcome(tasks.create(ana, draft));
        VERIFY_OK(made);
        QCOMPARE(made->dueDate, Moment(due));
        QCOMPARE(made->assignedTo, std::optional(setup.firstUser().id));

        TaskDraft later = draft;
        later.dueDate = due.addDays(1);
        VERIFY_OK(outcome(tasks.update(ana, made->id, later)));
        VERIFY_OK(outcome(tasks.setState(ana, made->id, TaskState::Completed)));
        const auto read = outcome(tasks.get(ana, made->id));
        VERIFY_OK(read);
        QCOMPARE(read->completed, Flag(true));
        QCOMPARE(read->dueDate, Moment(due.addDays(1)));
        QCOMPARE(outcome(tasks.list(ana)).value().constLast().id, made->id);

        const auto found = outcome(
            tasks.search({.contacts = {ana}, .state = TaskState::Completed, .query = u"Call"_s}));
        VERIFY_OK(found);
        QVERIFY(std::any_of(found->cbegin(), found->cend(), [&](const Task &task) {
            return task.id == made->id && task.contact == ana;
        }));

        VERIFY_OK(outcome(tasks.remove(ana, made->id)));
        for (const auto &gone :
             {outcome(tasks.get(ana, made->id)), outcome(tasks.update(ana, made->id, draft))}) {
            QCOMPARE(int(gone.error().kind), int(ErrorKind::NotFound));
            QVERIFY(gone.error().message.contains("task"_L1));
        }
    }

    void notesComeAndGo()
    {
        Setup setup;
        const auto notes = setup.client().notes();
        const ContactId ana = setup.somebody();
        const auto made = outcome(notes.create(ana, {.body = u"Hi <b>you</b>"_s, .pinned = true}));
        VERIFY_OK(made);
        QVERIFY(made->dateAdded.has_value());
        VERIFY_OK(outcome(notes.update(ana, made->id, {.title = u"Visit"_s})));
        const auto read = outcome(notes.get(ana, made->id));
        VERIFY_OK(read);
        QCOMPARE(read->body, Text(u"Hi <b>you</b>"_s));
        QCOMPARE(read->title, Text(u"Visit"_s));
        QCOMPARE(read->pinned, Flag(true));
        VERIFY_OK(outcome(notes.remove(ana, made->id)));
        const auto rest = outcome(notes.list(ana));
        VERIFY_OK(rest);
        QVERIFY(std::none_of(rest->cbegin(), rest->cend(),
                             [&](const Note &note) { return note.id == made->id; }));
    }

    void tagsChange()
    {
        Setup setup;
        const auto actions = setup.client().contactActions();
        const ContactId ana = setup.somebody();
        const auto added = outcome(actions.addTags(ana, {u"Window Seat"_s}));
        VERIFY_OK(added);
        QVERIFY(added->tags.contains(u"window seat"_s));
        const auto removed = outcome(actions.removeTags(ana, {u"window seat"_s}));
        VERIFY_OK(removed);
        QVERIFY(!removed->tags.contains(u"window seat"_s));

        const auto bulk = outcome(actions.changeTags(
            {.kind = TagChange::Add, .contacts = {ana, setup.somebody(1)}, .tags = {u"bulk"_s}}));
        VERIFY_OK(bulk);
        QCOMPARE(bulk->outcomes.size(), 2);
        QVERIFY(
            outcome(setup.client().contacts().get(setup.somebody(1)))->tags.contains(u"bulk"_s));

        const auto tags = setup.client().tags();
        const auto made = outcome(tags.create(u"Quiet"_s));
        VERIFY_OK(made);
        VERIFY_OK(outcome(tags.rename(made->id, u"Silent"_s)));
        VERIFY_OK(outcome(tags.get(made->id)));
        VERIFY_OK(outcome(tags.remove(made->id)));
        QCOMPARE(int(outcome(tags.get(made->id)).error().kind), int(ErrorKind::NotFound));
        VERIFY_OK(outcome(tags.list()));
    }

    void companiesComeAndGo()
    {
        Setup setup;
        const auto businesses = setup.client().businesses();
        const auto made
            = outcome(businesses.create({.name = u"Acme Desks"_s, .email = u"a@acme.test"_s}));
        VERIFY_OK(made);
        VERIFY_OK(outcome(businesses.update(made->id, {.city = u"Rome"_s})));
        const auto read = outcome(businesses.get(made->id));
        VERIFY_OK(read);
        QCOMPARE(read->city, Text(u"Rome"_s));
        const auto all = outcome(businesses.list());
        VERIFY_OK(all);
        QVERIFY(!all->isEmpty());
        const auto found = outcome(businesses.search({.query = u"name:Acme Desks"_s}));
        VERIFY_OK(found);
        QVERIFY(found->total >= 1);
        VERIFY_OK(outcome(businesses.schema()));

        const auto actions = setup.client().contactActions();
        const auto linked = outcome(actions.setBusiness({setup.somebody()}, made->id));
        VERIFY_OK(linked);
        QCOMPARE(*linked, QList<ContactId> {setup.somebody()});
        const auto members = outcome(setup.client().contacts().ofBusiness(made->id));
        VERIFY_OK(members);
        QCOMPARE(members->contacts.size(), 1);
        VERIFY_OK(outcome(actions.setBusiness({setup.somebody()}, std::nullopt)));
        VERIFY_OK(outcome(businesses.remove(made->id)));
        QCOMPARE(int(outcome(businesses.get(made->id)).error().kind), int(ErrorKind::NotFound));
    }

    void usersAndTheAccountAreRead()
    {
        Setup setup;
        const auto location = outcome(setup.client().locations().get());
        VERIFY_OK(location);
        QVERIFY(location->company.has_value());
        QCOMPARE(location->allowsDuplicateContacts, Flag(false));
        VERIFY_OK(outcome(setup.client().locations().search({})));
        const auto zones = outcome(setup.client().locations().timezones());
        VERIFY_OK(zones);
        QVERIFY(zones->contains(u"Europe/London"_s));

        const auto users = setup.client().users();
        const auto found = outcome(users.search({.company = *location->company}));
        VERIFY_OK(found);
        QVERIFY(!found->users.isEmpty());
        const auto one = outcome(users.get(found->users.constFirst().id));
        VERIFY_OK(one);
        QCOMPARE(one->email, found->users.constFirst().email);
        QVERIFY(!one->role->isEmpty());
        const auto agency
            = outcome(users.findByEmail(*location->company, {u"somebody@example.test"_s}));
        QCOMPARE(int(agency.error().kind), int(ErrorKind::Forbidden));
        QCOMPARE(sentenceProblem(agency.error()), QString());
    }

    void fieldsAreMade()
    {
        Setup setup;
        const auto fields = setup.client().customFields();
        const auto made = outcome(fields.create({.name = u"Twin Id"_s}));
        VERIFY_OK(made);
        VERIFY_OK(outcome(fields.update(made->id, {.name = u"Twin"_s})));
        const auto read = outcome(fields.get(made->id));
        VERIFY_OK(read);
        QCOMPARE(read->name, Text(u"Twin"_s));
        QCOMPARE(read->dataType, Text(u"TEXT"_s));

        const auto value = outcome(fields.createValue(u"Hours"_s, u"9 to 5"_s));
        VERIFY_OK(value);
        VERIFY_OK(outcome(fields.updateValue(value->id, u"Hours"_s, u"8 to 6"_s)));
        QCOMPARE(outcome(fields.getValue(value->id))->value, Text(u"8 to 6"_s));
        VERIFY_OK(outcome(fields.listValues()));
        VERIFY_OK(outcome(fields.removeValue(value->id)));

        VERIFY_OK(outcome(setup.client().objectFields().list(u"business"_s)));
    }

    void peopleAreEnrolled()
    {
        Setup setup;
        const auto actions = setup.client().contactActions();
        const ContactId ana = setup.somebody();
        const UserId user = setup.firstUser().id;
        const auto followed = outcome(actions.addFollowers(ana, {user}));
        VERIFY_OK(followed);
        QVERIFY(followed->followers.contains(user));
        VERIFY_OK(outcome(actions.removeFollowers(ana, {user})));

        const auto workflows = outcome(setup.client().automations().workflows());
        const auto campaigns = outcome(setup.client().automations().campaigns());
        VERIFY_OK(workflows);
        VERIFY_OK(campaigns);
        const WorkflowId workflow(workflows->constFirst().id);
        const CampaignId campaign(campaigns->constFirst().id);
        VERIFY_OK(outcome(actions.addToWorkflow(ana, workflow, due)));
        VERIFY_OK(outcome(actions.removeFromWorkflow(ana, workflow)));
        VERIFY_OK(outcome(actions.addToCampaign(ana, campaign)));
        VERIFY_OK(outcome(actions.removeFromCampaign(ana, campaign)));
        VERIFY_OK(outcome(actions.removeFromAllCampaigns(ana)));
    }

    void appointmentsComeAndGo()
    {
        Setup setup;
        const auto calendars = setup.client().calendars();
        const auto all = outcome(calendars.list());
        VERIFY_OK(all);
        const CalendarId calendar = all->constFirst().id;
        VERIFY_OK(outcome(calendars.get(calendar)));
        const ContactId ana = setup.somebody();
        const QDateTime start(QDate(2026, 7, 1), QTime(10, 0), Qt::UTC);
        const auto made = outcome(calendars.createAppointment(
            {.calendar = calendar, .contact = ana, .start = start, .title = u"Tour"_s}));
        VERIFY_OK(made);
        QCOMPARE(made->start, Moment(start));

        const auto events = outcome(calendars.events({start, start.addDays(1), calendar}));
        VERIFY_OK(events);
        QCOMPARE(events->size(), 1);
        const auto location = outcome(setup.client().locations().get());
        const QTimeZone zone(location->timezone->toUtf8());
        const auto seen = outcome(setup.client().contactActions().appointments(ana, zone));
        VERIFY_OK(seen);
        QCOMPARE(seen->constFirst().start, Moment(start));

        VERIFY_OK(outcome(
            calendars.updateAppointment(made->id, {.status = AppointmentStatus::Cancelled})));
        QCOMPARE(outcome(calendars.getAppointment(made->id))->status, Text(u"cancelled"_s));
        const auto note = outcome(calendars.createNote(made->id, u"Late"_s));
        VERIFY_OK(note);
        VERIFY_OK(outcome(calendars.updateNote(made->id, note->id, u"On time"_s)));
        QCOMPARE(outcome(calendars.notes(made->id))->notes.size(), 1);
        VERIFY_OK(outcome(calendars.removeNote(made->id, note->id)));
        VERIFY_OK(outcome(calendars.remove(made->id)));
        QCOMPARE(int(outcome(calendars.getAppointment(made->id)).error().kind),
                 int(ErrorKind::NotFound));

        const auto block = outcome(calendars.createBlockedTime(
            {.calendar = calendar, .start = start, .end = start.addSecs(3600)}));
        VERIFY_OK(block);
        VERIFY_OK(outcome(calendars.updateBlockedTime(
            block->id, {.calendar = calendar, .start = start, .end = start.addSecs(1800)})));
        VERIFY_OK(outcome(calendars.blockedTimes({start, start.addDays(1), calendar})));
    }
};

QTEST_GUILESS_MAIN(TestHighLevelPlayed)
#include "tst_highlevel_played.moc"
