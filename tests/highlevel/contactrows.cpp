// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operationasking.h"
#include "operationrows.h"

using namespace Qt::StringLiterals;
using namespace twinbook::highlevel;

namespace twinbook::test {

namespace {

const ContactId ana(u"seD4PfOuKoVMLkEZqohJ"_s);
const TaskId task(u"lJpzYrWdpkC2hX6t2yue"_s);
const NoteId note(u"HGPcayliwcdoUFzvbTok"_s);
const UserId user(u"tesTUcmRxWrjqzJS8Ejk"_s);
const QDateTime due(QDate(2026, 11, 23), QTime(10, 0, 0, 250), Qt::UTC);

TaskDraft taskDraft()
{
    return {.title = u"Call"_s, .dueDate = due, .body = u"About desks"_s};
}

constexpr auto taskAnswer = R"({"task": {"id": "lJpzYrWdpkC2hX6t2yue", "title": "test",
    "body": "testing", "assignedTo": "tesTUcmRxWrjqzJS8Ejk", "completed": true,
    "dueDate": "2021-07-08T02:30:00.000Z", "contactId": "seD4PfOuKoVMLkEZqohJ"}})";
constexpr auto noteAnswer = R"({"note": {"id": "HGPcayliwcdoUFzvbTok", "body": "lorem ipsum",
    "userId": "TUcmRxWrjqzJS8EjkxNK", "dateAdded": "2021-07-08T12:02:11.285Z",
    "contactId": "TUcmRxWrjqzJS8EjkxNK"}})";
constexpr auto contactAnswer = R"({"contact": {"id": "seD4PfOuKoVMLkEZqohJ"}, "traceId": "t"})";
constexpr auto done = R"({"succeded": true})";

QList<OperationRow> peopleRows()
{
    return {
        {"search-contacts-advanced",
         asking([](HighLevelClient &c) { return c.contacts().search({.pageLimit = 20}); }), "POST",
         "/contacts/search", R"({"locationId": "ve9EPM428h8vShlRW1KT", "pageLimit": 20})",
         R"({"contacts": [], "total": 0})"},
        {"get-duplicate-contact by e-mail",
         asking([](HighLevelClient &c) { return c.contacts().findByEmail(u"a+b@x.test"_s); }),
         "GET", "/contacts/search/duplicate?locationId=ve9EPM428h8vShlRW1KT&email=a%2Bb%40x.test",
         "", R"({"contact": null})"},
        {"get-duplicate-contact by phone",
         asking([](HighLevelClient &c) { return c.contacts().findByPhone(u"+442079460018"_s); }),
         "GET", "/contacts/search/duplicate?locationId=ve9EPM428h8vShlRW1KT&number=%2B442079460018",
         "", contactAnswer},
        {"get-contact", asking([](HighLevelClient &c) { return c.contacts().get(ana); }), "GET",
         "/contacts/seD4PfOuKoVMLkEZqohJ", "", contactAnswer},
        {"create-contact",
         asking([](HighLevelClient &c) { return c.contacts().create({.firstName = u"Ana"_s}); }),
         "POST", "/contacts/", R"({"firstName": "Ana", "locationId": "ve9EPM428h8vShlRW1KT"})",
         contactAnswer},
        {"update-contact",
         asking([](HighLevelClient &c) { return c.contacts().update(ana, {.city = u"Rome"_s}); }),
         "PUT", "/contacts/seD4PfOuKoVMLkEZqohJ", R"({"city": "Rome"})",
         R"({"succeded": true, "contact": {"id": "seD4PfOuKoVMLkEZqohJ"}})"},
        {"upsert-contact",
         asking([](HighLevelClient &c) { return c.contacts().upsert({.email = u"a@x.test"_s}); }),
         "POST", "/contacts/upsert",
         R"({"email": "a@x.test", "locationId": "ve9EPM428h8vShlRW1KT"})",
         R"({"new": true, "contact": {"id": "seD4PfOuKoVMLkEZqohJ"}})"},
        {"delete-contact", asking([](HighLevelClient &c) { return c.contacts().remove(ana); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ", "", done},
        {"get-contacts", asking([](HighLevelClient &c) {
             return c.contacts().list({.limit = 50, .startAfterId = ana, .startAfter = 1631087949});
         }),
         "GET",
         "/contacts/?locationId=ve9EPM428h8vShlRW1KT&limit=50&startAfterId=seD4PfOuKoVMLkEZqohJ"
         "&startAfter=1631087949",
         "", R"({"contacts": [], "count": 0})"},
        {"get-contacts-by-businessId", asking([](HighLevelClient &c) {
             return c.contacts().ofBusiness(BusinessId(u"641c094001436dbc2081e642"_s));
         }),
         "GET",
         "/contacts/business/641c094001436dbc2081e642?locationId=ve9EPM428h8vShlRW1KT&limit=25"
         "&skip=0",
         "", R"({"contacts": [], "count": 0})"},
    };
}

QList<OperationRow> taskRows()
{
    constexpr auto sent = R"({"title": "Call", "dueDate": "2026-11-23T10:00:00Z",
        "body": "About desks", "completed": false})";
    return {
        {"get-all-tasks", asking([](HighLevelClient &c) { return c.tasks().list(ana); }), "GET",
         "/contacts/seD4PfOuKoVMLkEZqohJ/tasks", "", R"({"tasks": []})"},
        {"get-task", asking([](HighLevelClient &c) { return c.tasks().get(ana, task); }), "GET",
         "/contacts/seD4PfOuKoVMLkEZqohJ/tasks/lJpzYrWdpkC2hX6t2yue", "", taskAnswer},
        {"create-task",
         asking([](HighLevelClient &c) { return c.tasks().create(ana, taskDraft()); }), "POST",
         "/contacts/seD4PfOuKoVMLkEZqohJ/tasks", sent, taskAnswer},
        {"update-task",
         asking([](HighLevelClient &c) { return c.tasks().update(ana, task, taskDraft()); }), "PUT",
         "/contacts/seD4PfOuKoVMLkEZqohJ/tasks/lJpzYrWdpkC2hX6t2yue", sent, taskAnswer},
        {"update-task-completed", asking([](HighLevelClient &c) {
             return c.tasks().setState(ana, task, TaskState::Completed);
         }),
         "PUT", "/contacts/seD4PfOuKoVMLkEZqohJ/tasks/lJpzYrWdpkC2hX6t2yue/completed",
         R"({"completed": true})", taskAnswer},
        {"delete-task", asking([](HighLevelClient &c) { return c.tasks().remove(ana, task); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/tasks/lJpzYrWdpkC2hX6t2yue", "", done},
        {"task-search", asking([](HighLevelClient &c) {
             return c.tasks().search({.contacts = {ana},
                                      .assignedTo = {user},
                                      .state = TaskState::Open,
                                      .query = u"desk"_s,
                                      .limit = 100,
                                      .skip = 200});
         }),
         "POST", "/locations/ve9EPM428h8vShlRW1KT/tasks/search",
         R"({"contactId": ["seD4PfOuKoVMLkEZqohJ"], "assignedTo": ["tesTUcmRxWrjqzJS8Ejk"],
             "completed": false, "query": "desk", "limit": 100, "skip": 200})",
         R"({"tasks": []})"},
    };
}

QList<OperationRow> noteRows()
{
    return {
        {"get-all-notes", asking([](HighLevelClient &c) { return c.notes().list(ana); }), "GET",
         "/contacts/seD4PfOuKoVMLkEZqohJ/notes", "", R"({"notes": []})"},
        {"get-note", asking([](HighLevelClient &c) { return c.notes().get(ana, note); }), "GET",
         "/contacts/seD4PfOuKoVMLkEZqohJ/notes/HGPcayliwcdoUFzvbTok", "", noteAnswer},
        {"create-note", asking([](HighLevelClient &c) {
             return c.notes().create(ana, {.body = u"Hello"_s, .color = u"#FFAA00"_s});
         }),
         "POST", "/contacts/seD4PfOuKoVMLkEZqohJ/notes", R"({"body": "Hello", "color": "#FFAA00"})",
         noteAnswer},
        {"update-note", asking([](HighLevelClient &c) {
             return c.notes().update(ana, note, {.title = QString(), .pinned = true});
         }),
         "PUT", "/contacts/seD4PfOuKoVMLkEZqohJ/notes/HGPcayliwcdoUFzvbTok",
         R"({"title": "", "pinned": true})", noteAnswer},
        {"delete-note", asking([](HighLevelClient &c) { return c.notes().remove(ana, note); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/notes/HGPcayliwcdoUFzvbTok", "", done},
    };
}

QList<OperationRow> tagRows()
{
    return {
        {"add-tags",
         asking([](HighLevelClient &c) { return c.contactActions().addTags(ana, {u"vip"_s}); }),
         "POST", "/contacts/seD4PfOuKoVMLkEZqohJ/tags", R"({"tags": ["vip"]})",
         R"({"tags": ["a", "vip"], "tagsAdded": ["vip"]})"},
        {"remove-tags",
         asking([](HighLevelClient &c) { return c.contactActions().removeTags(ana, {u"vip"_s}); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/tags", R"({"tags": ["vip"]})",
         R"({"tags": ["a"]})"},
        {"create-association, add", asking([](HighLevelClient &c) {
             return c.contactActions().changeTags(
                 {.kind = TagChange::Add, .contacts = {ana}, .tags = {u"vip"_s}});
         }),
         "POST", "/contacts/bulk/tags/update/add",
         R"({"contacts": ["seD4PfOuKoVMLkEZqohJ"], "tags": ["vip"],
             "locationId": "ve9EPM428h8vShlRW1KT"})",
         R"({"succeded": true, "errorCount": 0, "responses": []})"},
        {"create-association, remove", asking([](HighLevelClient &c) {
             return c.contactActions().changeTags(
                 {.kind = TagChange::Remove, .contacts = {ana}, .tags = {u"vip"_s}});
         }),
         "POST", "/contacts/bulk/tags/update/remove",
         R"({"contacts": ["seD4PfOuKoVMLkEZqohJ"], "tags": ["vip"],
             "locationId": "ve9EPM428h8vShlRW1KT"})",
         R"({"succeded": true, "errorCount": 0, "responses": []})"},
        {"add-remove-contact-from-business, add", asking([](HighLevelClient &c) {
             return c.contactActions().setBusiness({ana},
                                                   BusinessId(u"63b7ec34ea409a9a8bd2a4ff"_s));
         }),
         "POST", "/contacts/bulk/business",
         R"({"locationId": "ve9EPM428h8vShlRW1KT", "ids": ["seD4PfOuKoVMLkEZqohJ"],
             "businessId": "63b7ec34ea409a9a8bd2a4ff"})",
         R"({"success": true, "ids": ["seD4PfOuKoVMLkEZqohJ"]})"},
        {"add-remove-contact-from-business, remove", asking([](HighLevelClient &c) {
             return c.contactActions().setBusiness({ana}, std::nullopt);
         }),
         "POST", "/contacts/bulk/business",
         R"({"locationId": "ve9EPM428h8vShlRW1KT", "ids": ["seD4PfOuKoVMLkEZqohJ"],
             "businessId": null})",
         R"({"success": true, "ids": ["seD4PfOuKoVMLkEZqohJ"]})"},
    };
}

QList<OperationRow> enrolmentRows()
{
    static const CampaignId campaign(u"mIVALPYuTD7YjUHnFEx4"_s);
    static const WorkflowId workflow(u"78559bb3-b920-461e-b010-7b2a2816d2a9"_s);
    return {
        {"add-followers-contact",
         asking([](HighLevelClient &c) { return c.contactActions().addFollowers(ana, {user}); }),
         "POST", "/contacts/seD4PfOuKoVMLkEZqohJ/followers",
         R"({"followers": ["tesTUcmRxWrjqzJS8Ejk"]})",
         R"({"followers": ["tesTUcmRxWrjqzJS8Ejk"], "followersAdded": []})"},
        {"remove-followers-contact",
         asking([](HighLevelClient &c) { return c.contactActions().removeFollowers(ana, {user}); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/followers",
         R"({"followers": ["tesTUcmRxWrjqzJS8Ejk"]})",
         R"({"followers": [], "followersRemoved": ["tesTUcmRxWrjqzJS8Ejk"]})"},
        {"add-contact-to-campaign",
         asking([](HighLevelClient &c) { return c.contactActions().addToCampaign(ana, campaign); }),
         "POST", "/contacts/seD4PfOuKoVMLkEZqohJ/campaigns/mIVALPYuTD7YjUHnFEx4", "{}", done},
        {"remove-contact-from-campaign", asking([](HighLevelClient &c) {
             return c.contactActions().removeFromCampaign(ana, campaign);
         }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/campaigns/mIVALPYuTD7YjUHnFEx4", "", done},
        {"remove-contact-from-every-campaign",
         asking([](HighLevelClient &c) { return c.contactActions().removeFromAllCampaigns(ana); }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/campaigns/removeAll", "", done},
        {"add-contact-to-workflow", asking([](HighLevelClient &c) {
             return c.contactActions().addToWorkflow(ana, workflow, due);
         }),
         "POST", "/contacts/seD4PfOuKoVMLkEZqohJ/workflow/78559bb3-b920-461e-b010-7b2a2816d2a9",
         R"({"eventStartTime": "2026-11-23T10:00:00Z"})", done},
        {"delete-contact-from-workflow", asking([](HighLevelClient &c) {
             return c.contactActions().removeFromWorkflow(ana, workflow);
         }),
         "DELETE", "/contacts/seD4PfOuKoVMLkEZqohJ/workflow/78559bb3-b920-461e-b010-7b2a2816d2a9",
         "{}", done},
        {"get-appointments-for-contact", asking([](HighLevelClient &c) {
             return c.contactActions().appointments(ana, QTimeZone("Europe/London"));
         }),
         "GET", "/contacts/seD4PfOuKoVMLkEZqohJ/appointments", "", R"({"events": []})"},
    };
}

} // namespace

QList<OperationRow> contactRows()
{
    return peopleRows() + taskRows() + noteRows() + tagRows() + enrolmentRows();
}

} // namespace twinbook::test
