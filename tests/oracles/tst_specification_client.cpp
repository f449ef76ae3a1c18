// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/memorysecretstore.h"
#include "highlevel/service.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "sandbox/sandbox.h"
#include "validatingproxies.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::highlevel;
using sandbox::Sandbox;
using twinbook::test::outcome;

namespace {

//! The one contradiction, of the files with themselves: they call the day of birth an object, and
//! their example of it is the text "1990-09-25" (highlevel.md 2.1).
constexpr QLatin1String dayIsObject(
    "request.body.dateOfBirth Request body property dateOfBirth must be object,null");

//! The client with Prism between it and the played HighLevel.
struct Setup
{
    Setup(ApiVersion version, const QString &document)
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        if (!prism.start(sandbox.highlevelUrl(), {document}))
            qFatal("Prism did not start: %s", prism.complaints().constData());
        HighLevelSettings settings;
        settings.apiUrl = QUrl(prism.addresses().first());
        settings.locationId = sandbox.credentials().locationId;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.version = version;
        (void)outcome(secrets.write(highLevelSecretKey(settings.locationId),
                                    sandbox.credentials().privateToken));
        service = std::move(createHighLevelService(settings, secrets, clock, transport).value());
    }

    [[nodiscard]] HighLevelClient &client() { return service->client(); }

    Sandbox sandbox;
    test::ValidatingProxies prism;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport;
    std::unique_ptr<HighLevelService> service;
};

} // namespace

//! Nothing that our own client sends about people contradicts HighLevel's OpenAPI files.
class TestSpecificationClient final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Setup> m_setup;

    //! QTest's macros return, so each family of requests stands alone.
    [[nodiscard]] ContactId workOnContacts()
    {
        const auto contacts = m_setup->client().contacts();
        const auto made = outcome(contacts.create({.firstName = u"Zoë"_s,
                                                   .email = u"zoe+x@example.test"_s,
                                                   .phone = u"+442079460018"_s,
                                                   .country = u"GB"_s,
                                                   .postalCode = u"N1"_s,
                                                   .dateOfBirth = QDate(1990, 2, 3),
                                                   .tags = QStringList {u"VIP"_s}}));
        if (!made)
            return {};
        const bool isFine = outcome(contacts.get(made->id))
            && outcome(contacts.update(made->id, {.city = u"Rome"_s, .dateOfBirth = QDate()}))
            && outcome(contacts.findByEmail(u"zoe+x@example.test"_s))
            && outcome(contacts.search(ContactSearch {.pageLimit = 7}))
            && outcome(contacts.upsert({.email = u"zoe+x@example.test"_s}));
        return isFine ? made->id : ContactId();
    }
    [[nodiscard]] bool workOnTasks(const ContactId &contact)
    {
        const auto tasks = m_setup->client().tasks();
        const TaskDraft draft {.title = u"Call"_s,
                               .dueDate = QDateTime(QDate(2026, 12, 1), QTime(10, 0), Qt::UTC),
                               .body = u"desks"_s};
        const auto made = outcome(tasks.create(contact, draft));
        return made && outcome(tasks.update(contact, made->id, draft))
            && outcome(tasks.setState(contact, made->id, TaskState::Completed))
            && outcome(tasks.get(contact, made->id)) && outcome(tasks.list(contact))
            && outcome(tasks.remove(contact, made->id));
    }
    [[nodiscard]] bool workOnNotesAndTags(const ContactId &contact)
    {
        const auto notes = m_setup->client().notes();
        const auto made = outcome(notes.create(contact, {.body = u"Hi"_s, .pinned = true}));
        const auto actions = m_setup->client().contactActions();
        return made && outcome(notes.update(contact, made->id, {.title = u"Visit"_s}))
            && outcome(notes.get(contact, made->id)) && outcome(notes.list(contact))
            && outcome(notes.remove(contact, made->id))
            && outcome(actions.addTags(contact, {u"Window Seat"_s}))
            && outcome(actions.removeTags(contact, {u"window seat"_s}))
            && outcome(actions.changeTags(
                {.kind = TagChange::Add, .contacts = {contact}, .tags = {u"bulk"_s}}));
    }

private Q_SLOTS:
    void sendsNothingThatContradicts_data()
    {
        QTest::addColumn<bool>("newer");
        QTest::addColumn<QString>("document");
        QTest::newRow("dated") << false << u"contacts.json"_s;
        QTest::newRow("v3") << true << u"v3/contacts-v3.json"_s;
    }

    void sendsNothingThatContradicts()
    {
        QFETCH(bool, newer);
        QFETCH(QString, document);
        if (const QString missing = test::ValidatingProxies::whyMissing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        const QString path
            = qEnvironmentVariable("TWINBOOK_SHARED", QStringLiteral(TWINBOOK_SHARED_DEFAULT))
            + "/apis/highlevel/apps/"_L1 + document;
        if (!QFile::exists(path))
            QSKIP("The vendor's descriptions are not here; set TWINBOOK_SHARED to their folder.");
        m_setup = std::make_unique<Setup>(newer ? ApiVersion::V3 : ApiVersion::Dated, path);
        const ContactId contact = workOnContacts();
        QVERIFY(!contact.isEmpty());
        QVERIFY(workOnTasks(contact));
        QVERIFY(workOnNotesAndTags(contact));
        QVERIFY(outcome(m_setup->client().contacts().remove(contact)));
        QVERIFY(m_setup->sandbox.person(Side::Right, RemoteId(contact.text())).isEmpty());
        QStringList violations = m_setup->prism.requestViolations();
        QCOMPARE(violations.removeAll(dayIsObject), 1);
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(TestSpecificationClient)
#include "tst_specification_client.moc"
