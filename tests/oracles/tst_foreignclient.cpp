// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foreignprogram.h"
#include "sandbox/sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! One call as the documents have it: the status of HighLevel's OpenAPI files and the members of
//! the reply that they name.
struct Answer
{
    const char *operation;
    int status;
    const char *members;
};

constexpr Answer documented[] {
    {"contacts.createContact", 201, "contact"},
    {"contacts.getContact", 200, "contact"},
    {"contacts.updateContact", 200, "contact succeded"},
    {"contacts.updateContact cleared", 200, "contact succeded"},
    {"contacts.upsertContact", 200, "contact new"},
    {"contacts.upsertContact new", 200, "contact new"},
    {"contacts.getDuplicateContact", 200, "contact"},
    {"contacts.searchContactsAdvanced", 200, "contacts total"},
    {"contacts.getContacts", 200, "contacts count"},
    {"contacts.getContacts next", 200, "contacts count"},
    {"contacts.deleteContact", 200, "succeded"},
    {"contacts.createTask", 201, "task"},
    {"contacts.getTask", 200, "task"},
    {"contacts.updateTask", 200, "task"},
    {"contacts.updateTaskCompleted", 200, "task"},
    {"contacts.getAllTasks", 200, "tasks"},
    {"contacts.deleteTask", 200, "succeded"},
    {"locations.taskSearch", 200, "tasks"},
    {"contacts.createNote", 201, "note"},
    {"contacts.getNote", 200, "note"},
    {"contacts.updateNote", 200, "note"},
    {"contacts.deleteNote", 200, "succeded"},
    {"contacts.getAllNotes", 200, "notes"},
    {"contacts.addTags", 201, "tags"},
    {"contacts.removeTags", 200, "tags"},
    {"contacts.createAssociation", 201, "errorCount responses succeded"},
    {"locations.createTag", 200, "tag"},
    {"locations.getTagById", 200, "tag"},
    {"locations.updateTag", 200, "tag"},
    {"locations.getLocationTags", 200, "tags"},
    {"locations.deleteTag", 200, "succeded"},
    {"locations.createCustomField", 201, "customField"},
    {"locations.getCustomField", 200, "customField"},
    {"locations.updateCustomField", 200, "customField"},
    {"locations.getCustomFields", 200, "customFields"},
    {"locations.deleteCustomField", 200, "succeded"},
    {"locations.createCustomValue", 201, "customValue"},
    {"locations.getCustomValue", 200, "customValue"},
    {"locations.updateCustomValue", 200, "customValue"},
    {"locations.getCustomValues", 200, "customValues"},
    {"locations.deleteCustomValue", 200, "succeded"},
    {"locations.uploadFileCustomFields", 200, "meta uploadedFiles"},
    {"customFields.createCustomFieldFolder", 201, "id locationId name objectKey"},
    {"customFields.updateCustomFieldFolder", 200, "id locationId name objectKey"},
    {"customFields.createCustomField", 201, "field"},
    {"customFields.updateCustomField", 200, "field"},
    {"customFields.getCustomFieldById", 200, "field"},
    {"customFields.getCustomFieldsByObjectKey", 200, "fields folders"},
    {"customFields.deleteCustomField", 200, "id key succeded"},
    {"customFields.deleteCustomFieldFolder", 200, "id key succeded"},
    {"locations.createRecurringTask", 201, "recurringTask"},
    {"locations.getRecurringTaskById", 200, "recurringTask"},
    {"locations.updateRecurringTask", 200, "recurringTask"},
    {"locations.deleteRecurringTask", 200, "id success"},
    {"locations.gETAllOrEmailSmsTemplates", 200, "templates totalCount"},
    {"locations.dELETEAnEmailSmsTemplate", 200, ""},
    {"locations.searchLocations", 200, "locations"},
    {"locations.getLocation", 200, "location"},
    {"locations.getTimezones", 200, "timeZones"},
    {"users.searchUsers", 200, "count users"},
    {"users.getUser", 200, "email firstName id lastName name roles"},
    {"users.getUserByLocation", 200, "users"},
    {"campaigns.getCampaigns", 200, "campaigns"},
    {"workflows.getWorkflow", 200, "workflows"},
    {"businesses.createBusiness", 201, "buiseness success"},
    {"businesses.getBusiness", 200, "business"},
    {"businesses.updateBusiness", 200, "buiseness success"},
    {"businesses.getBusinessesByLocation", 200, "businesses"},
    {"businesses.deleteBusiness", 200, "success"},
    {"contacts.addRemoveContactFromBusiness", 200, "ids success"},
    {"contacts.getContactsByBusinessId", 200, "contacts count"},
    {"contacts.addFollowersContact", 201, "followers followersAdded"},
    {"contacts.removeFollowersContact", 200, "followers followersRemoved"},
    {"contacts.addContactToWorkflow", 200, "succeded"},
    {"contacts.deleteContactFromWorkflow", 200, "succeded"},
    {"contacts.addContactToCampaign", 201, "succeded"},
    {"contacts.removeContactFromCampaign", 200, "succeded"},
    {"contacts.removeContactFromEveryCampaign", 200, "succeded"},
    {"contacts.getAppointmentsForContact", 200, "events"},
    {"calendars.getCalendars", 200, "calendars"},
    {"calendars.getCalendar", 200, "calendar"},
    {"calendars.createAppointment", 200,
     "appointmentStatus assignedUserId calendarId contactId endTime id isRecurring locationId "
     "startTime title"},
    {"calendars.editAppointment", 200,
     "appointmentStatus assignedUserId calendarId contactId endTime id isRecurring locationId "
     "startTime title"},
    {"calendars.getAppointment", 200, "event"},
    {"calendars.getCalendarEvents", 200, "events"},
    {"calendars.createAppointmentNote", 201, "note"},
    {"calendars.updateAppointmentNote", 200, "note"},
    {"calendars.getAppointmentNotes", 200, "hasMore notes"},
    {"calendars.deleteAppointmentNote", 200, "success"},
    {"calendars.deleteEvent", 201, "succeeded"},
};

//! A call that is answered otherwise than the documents say, or is meant to be refused.
struct Otherwise
{
    const char *operation;
    int status;
    const char *note; //!< members, or the beginning of the refusal
    const char *reason;
};

constexpr Otherwise otherwise[] {
    {"contacts.createContact again", 400, "This location does not allow duplicated contacts.",
     "the e-mail is taken (highlevel.md 2.2)"},
    {"contacts.createContact wrong", 422, "property surname should not exist",
     "nothing unknown is taken (highlevel.md 2)"},
    {"contacts.getContact nobody", 400, "Contact with id", "nobody has that id (highlevel.md 5)"},
    {"contacts.getContact gone", 400, "Contact with id", "it was deleted (highlevel.md 5)"},
    {"contacts.searchContactsAdvanced wrong", 400, "Invalid field contact_name",
     "no such field (highlevel.md 2.3)"},
    {"contacts.createTask wrong", 422, "dueDate should not be",
     "a task needs a due date (highlevel.md 2.5)"},
    {"contacts.getTask gone", 400, "Task with id", "it was deleted (highlevel.md 5)"},
    {"locations.getTagById gone", 400, "Tag with id", "it was deleted (highlevel.md 5)"},
    {"locations.dELETEAnEmailSmsTemplate", 200, "succeded",
     "the file shows no answer; played like other deletions"},
    {"contacts.getContacts", 200, "contacts count meta", "meta is seen live (highlevel.md 2.4)"},
    {"contacts.getContacts next", 200, "contacts count meta",
     "meta is seen live (highlevel.md 2.4)"},
    {"contacts.addTags", 201, "tags tagsAdded", "tagsAdded is seen live (highlevel.md 2.5)"},
    {"contacts.removeTags", 200, "tags tagsRemoved", "tagsRemoved is seen live (highlevel.md 2.5)"},
    {"contacts.addContactToWorkflow", 201, "succeded", "measured (highlevel.md 2.9, row 7)"},
    {"users.getUser", 200, "deleted email firstName id lastName name roles",
     "a user has deleted as well (highlevel.md 2.7)"},
    {"users.filterUsersByEmail", 401, "This authClass type is not allowed",
     "for the agency's token only, and this is a sub-account's (users.json, security)"},
    {"calendars.createAppointment", 200,
     "appointmentStatus assignedUserId calendarId contactId endTime id isRecurring locationId "
     "startTime title "
     "users",
     "users is in the contact's own list of appointments (highlevel.md 2.5)"},
    {"calendars.editAppointment", 200,
     "appointmentStatus assignedUserId calendarId contactId endTime id isRecurring locationId "
     "startTime title "
     "users",
     "users is in the contact's own list of appointments (highlevel.md 2.5)"},
};

//! Methods of these services that are not called.
struct NotCalled
{
    const char *method;
    const char *reason;
};

constexpr const char *wholeAccounts
    = "changes whole sub-accounts, which is an agency's business and not played";
constexpr const char *otherUsers
    = "makes, changes or deletes users of HighLevel, which no people service does; not played";

constexpr NotCalled notCalled[] {
    {"locations.createLocation", wholeAccounts},
    {"locations.putLocation", wholeAccounts},
    {"locations.deleteLocation", wholeAccounts},
    {"users.createUser", otherUsers},
    {"users.updateUser", otherUsers},
    {"users.deleteUser", otherUsers},
};

QStringList contactsOf(const QJsonArray &contacts, const QString &id)
{
    QStringList bodies;
    for (const QJsonValue &value : contacts) {
        const QJsonObject object = value.toObject();
        if (object.value("contactId"_L1).toString() == id)
            bodies.append(object.value("title"_L1).toString() + object.value("body"_L1).toString());
    }
    return bodies;
}

} // namespace

//! HighLevel's own client library works with the played service as if it were the real one.
class TestForeignClient final : public QObject
{
    Q_OBJECT

private:
    Sandbox m_sandbox;
    QHash<QString, QList<QJsonObject>> m_calls;
    QJsonObject m_left;
    QJsonObject m_methods;

    [[nodiscard]] RemoteId left(const QString &what) const
    {
        return RemoteId(m_left.value(what).toString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString missing = test::ForeignProgram::whyMissing(u"@gohighlevel/api-client"_s);
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
        QVERIFY(m_sandbox.start());
        const QJsonObject place {{u"url"_s, m_sandbox.highlevelUrl().toString()},
                                 {u"token"_s, m_sandbox.credentials().privateToken},
                                 {u"locationId"_s, m_sandbox.credentials().locationId}};
        test::ForeignProgram program;
        program.start(u"gohighlevel.mjs"_s, {},
                      QJsonDocument(place).toJson(QJsonDocument::Compact) + '\n');
        QVERIFY2(program.waitForEnd(40'000), program.complaints().constData());
        QVERIFY2(program.succeeded(), program.complaints().constData());
        const QList<QByteArray> lines = program.output().trimmed().split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject call = QJsonDocument::fromJson(line).object();
            if (call.contains("left"_L1))
                m_left = call.value("left"_L1).toObject();
            else if (call.contains("methods"_L1))
                m_methods = call.value("methods"_L1).toObject();
            else
                m_calls[call.value("operation"_L1).toString()].append(call);
        }
        QVERIFY(!m_left.isEmpty());
    }

    void answersAsDocumented_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("note");
        QHash<QByteArray, Otherwise> exceptions;
        for (const Otherwise &row : otherwise)
            exceptions.insert(row.operation, row);
        const auto add = [](const char *operation, int status, const char *note) {
            QTest::newRow(operation)
                << QString::fromLatin1(operation) << status << QString::fromLatin1(note);
        };
        for (const Answer &row : documented) {
            if (!exceptions.contains(row.operation))
                add(row.operation, row.status, row.members);
        }
        for (const Otherwise &row : otherwise)
            add(row.operation, row.status, row.note);
    }

    void answersAsDocumented()
    {
        QFETCH(QString, operation);
        QFETCH(int, status);
        QFETCH(QString, note);
        const QList<QJsonObject> calls = m_calls.value(operation);
        QVERIFY2(!calls.isEmpty(), "The program no longer makes this call.");
        for (const QJsonObject &call : calls) {
            const QString said = call.value("note"_L1).toString();
            QVERIFY2(call.value("status"_L1).toInt() == status,
                     QJsonDocument(call).toJson(QJsonDocument::Compact).constData());
            if (status < 300)
                QCOMPARE(said, note);
            else
                QVERIFY2(said.startsWith(note), qPrintable(said));
        }
    }

    void nothingElseIsCalled()
    {
        QSet<QString> listed;
        for (const Answer &row : documented)
            listed.insert(QString::fromLatin1(row.operation));
        for (const Otherwise &row : otherwise) {
            QVERIFY(*row.reason != '\0');
            listed.insert(QString::fromLatin1(row.operation));
        }
        const QStringList called = m_calls.keys();
        QCOMPARE(QSet<QString>(called.begin(), called.end()), listed);
    }

    void everyMethodIsCalledOrHasAReason()
    {
        QSet<QString> called;
        for (auto entry = m_calls.cbegin(); entry != m_calls.cend(); ++entry)
            called.insert(entry.key().section(u' ', 0, 0));
        QSet<QString> excused;
        for (const NotCalled &row : notCalled) {
            QVERIFY(*row.reason != '\0');
            excused.insert(QString::fromLatin1(row.method));
        }
        QVERIFY(!called.intersects(excused));
        QStringList forgotten;
        int known = 0;
        for (auto service = m_methods.begin(); service != m_methods.end(); ++service) {
            const QJsonArray methods = service.value().toArray();
            QVERIFY2(!methods.isEmpty(), qPrintable(service.key()));
            for (const QJsonValue &method : methods) {
                const QString name = service.key() + u'.' + method.toString();
                if (!called.contains(name) && !excused.remove(name))
                    forgotten.append(name);
                ++known;
            }
        }
        QVERIFY2(forgotten.isEmpty(), qPrintable(forgotten.join(u'\n')));
        QVERIFY2(excused.isEmpty(), "A method that is excused is not there any more.");
        QCOMPARE(known, 83);
    }

    void contactIsAsItWasWritten()
    {
        const QJsonObject ada = m_sandbox.person(Side::Right, left(u"contact"_s));
        QCOMPARE(ada.value("firstName"_L1).toString(), u"Ada"_s);
        QCOMPARE(ada.value("lastName"_L1).toString(), u"Quill-Byrne"_s);
        QCOMPARE(ada.value("email"_L1).toString().toLower(), u"ada.quill@example.com"_s);
        QCOMPARE(ada.value("phone"_L1).toString(), u"+442071838751"_s);
        QCOMPARE(ada.value("companyName"_L1).toString(), u"Byrne Works"_s);
        QVERIFY(ada.value("city"_L1).toString().isEmpty());
        QCOMPARE(ada.value("businessId"_L1).toString(), left(u"business"_s).text());
        QStringList tags = ada.value("tags"_L1).toVariant().toStringList();
        tags.sort();
        QCOMPARE(tags, (QStringList {u"bulk"_s, u"member"_s, u"vip"_s}));
        QVERIFY(m_sandbox.person(Side::Right, left(u"second"_s)).isEmpty());
        QCOMPARE(m_sandbox.findPeople(Side::Right, u"ada.quill@example.com"_s).size(), 1);
    }

    void tasksAndNotesAreAsTheyWereWritten()
    {
        const QJsonObject all = m_sandbox.toJson().value("highlevel"_L1).toObject();
        const QString ada = left(u"contact"_s).text();
        QCOMPARE(contactsOf(all.value("tasks"_L1).toArray(), ada),
                 QStringList {u"Send both contractstwo pages"_s});
        QCOMPARE(contactsOf(all.value("notes"_L1).toArray(), ada),
                 QStringList {u"Prefers the quiet room upstairs"_s});
    }
};

QTEST_GUILESS_MAIN(TestForeignClient)
#include "tst_foreignclient.moc"
