// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scriptedorganization.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

const QString id1 = objectId(1);
const QByteArray item = R"({"_id": ")" + objectId(1).toLatin1() + R"("})";
const QByteArray noRows = R"({"rangeStart": 0, "rangeEnd": 0, "results": []})";

//! One operation as it is called, with what must go over the wire and what comes back.
struct Case
{
    Operation operation;
    std::function<Result<>(const OfficeRnDClient &)> call;
    QString request;
    QByteArray body {}; //!< of the last request; none if empty
    QList<Reply> replies {};
};

//! The outcome of a job without its value.
template<class JobType>
Result<> ran(std::unique_ptr<JobType> job)
{
    const auto result = outcome(job);
    if (!result)
        return Failure(result.error());
    return {};
}

QList<Case> readingCases()
{
    const QList<Reply> one {{item}};
    const QList<Reply> none {{noRows}};
    const QDateTime time(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    return {
        {Operation::GetOrganization,
         [](const auto &c) { return ran(c.organization()); },
         u"GET "_s,
         {},
         {{R"({"_id": "5f00000000000000000000aa", "name": "Acme"})"}}},
        {Operation::ListCustomProperties,
         [](const auto &c) { return ran(c.customProperties().list(PropertyTarget::Company)); },
         u"GET custom-properties?$limit=50"_s,
         {},
         none},
        {Operation::ListLocations,
         [](const auto &c) { return ran(c.locations().list({.name = u"HQ"_s, .isOpen = true})); },
         u"GET locations?name=HQ&isOpen=true&$limit=50"_s,
         {},
         none},
        {Operation::GetLocation,
         [](const auto &c) { return ran(c.locations().get(LocationId(id1))); },
         "GET locations/"_L1 + id1,
         {},
         one},
        {Operation::ListMembers,
         [time](const auto &c) {
             MemberFilter filter;
             filter.ids = {MemberId(id1), MemberId(objectId(2))};
             filter.name = u"Ana & Bo"_s;
             filter.email = u"a+b@example.test"_s;
             filter.location = LocationId(objectId(3));
             filter.company = CompanyId(objectId(4));
             filter.statuses = {MemberStatus::DropIn, MemberStatus::NotApproved};
             filter.createdSince = time;
             filter.changedSince = time.addSecs(1);
             filter.properties = {{u"Access Card Nr"_s, u"7"_s}};
             filter.select = {u"status"_s, u"modifiedAt"_s};
             return ran(c.members().list(filter));
         },
         "GET members?_id[$in]="_L1 + id1 + u',' + objectId(2)
             + "&name=Ana & Bo&email=a+b@example.test&location="_L1 + objectId(3) + "&company="_L1
             + objectId(4)
             + "&status[$in]=drop-in,not_approved&createdAt[$gte]=2026-11-23T10:00:00.000Z"_L1
             + "&modifiedAt[$gte]=2026-11-23T10:00:01.000Z&properties[Access Card Nr]=7"_L1
             + "&$select=_id,status,modifiedAt&$limit=50"_L1,
         {},
         none},
        {Operation::CountMembers,
         [time](const auto &c) {
             return ran(c.members().count({.statuses = {MemberStatus::Lead}, .changedSince = time},
                                          CountBy::Company));
         },
         u"GET members/count?status=lead&modifiedAt[$gte]=2026-11-23T10:00:00.000Z"
         "&$countBy=company"_s,
         {},
         {{R"({"total": 2, "groups": [{"key": null, "count": 2}]})"}}},
        {Operation::GetMember,
         [](const auto &c) { return ran(c.members().get(MemberId(id1))); },
         "GET members/"_L1 + id1,
         {},
         one},
        {Operation::ListCompanies,
         [](const auto &c) {
             return ran(c.companies().list({.name = u"Acme"_s, .status = CompanyStatus::Inactive}));
         },
         u"GET companies?name=Acme&status=inactive&$limit=50"_s,
         {},
         none},
        {Operation::GetCompany,
         [](const auto &c) { return ran(c.companies().get(CompanyId(id1))); },
         "GET companies/"_L1 + id1,
         {},
         one},
        {Operation::ListOpportunities,
         [time](const auto &c) {
             return ran(c.opportunities().list(
                 {.member = MemberId(id1), .changedSince = time, .select = {u"name"_s}}));
         },
         "GET opportunities?member="_L1 + id1
             + "&modifiedAt[$gte]=2026-11-23T10:00:00.000Z&$select=_id,name&$limit=50"_L1,
         {},
         none},
        {Operation::GetOpportunity,
         [](const auto &c) { return ran(c.opportunities().get(OpportunityId(id1))); },
         "GET opportunities/"_L1 + id1,
         {},
         one},
        {Operation::ListOpportunityStatuses,
         [](const auto &c) { return ran(c.opportunities().stages()); },
         u"GET opportunity-statuses?$limit=50"_s,
         {},
         none},
        {Operation::ListTickets,
         [](const auto &c) { return ran(c.tickets().list({.select = {u"subject"_s}})); },
         u"GET tickets?$select=_id,subject&$limit=50"_s,
         {},
         none},
        {Operation::GetTicket,
         [](const auto &c) { return ran(c.tickets().get(TicketId(id1))); },
         "GET tickets/"_L1 + id1,
         {},
         one},
        {Operation::ListTicketComments,
         [](const auto &c) { return ran(c.tickets().comments(TicketId(id1))); },
         "GET ticket-comments/"_L1 + id1 + "?$limit=50"_L1,
         {},
         none},
        {Operation::ListTicketOptions,
         [](const auto &c) { return ran(c.tickets().options()); },
         u"GET ticket-options?$limit=50"_s,
         {},
         none},
        {Operation::ListMemberships,
         [](const auto &c) { return ran(c.memberships().list()); },
         u"GET memberships?$limit=50"_s,
         {},
         none},
        {Operation::GetMembership,
         [](const auto &c) { return ran(c.memberships().get(MembershipId(id1))); },
         "GET memberships/"_L1 + id1,
         {},
         one},
        {Operation::ListPlans,
         [](const auto &c) { return ran(c.memberships().plans({.code = u"HOT"_s})); },
         u"GET plans?code=HOT&$limit=50"_s,
         {},
         none},
        {Operation::ListBookings,
         [time](const auto &c) {
             return ran(c.bookings().list({.touching = {time, time.addDays(1)}}));
         },
         u"GET bookings?seriesStart[$lt]=2026-11-24T10:00:00.000Z"
         "&seriesEnd[$gte]=2026-11-23T10:00:00.000Z&$limit=50"_s,
         {},
         none},
        {Operation::ListBookingOccurrences,
         [time](const auto &c) {
             return ran(c.bookings().occurrences({time, time.addDays(1)}));
         },
         u"GET bookings/occurrences?seriesStart[$lt]=2026-11-24T10:00:00.000Z"
         "&seriesEnd[$gte]=2026-11-23T10:00:00.000Z&$limit=50"_s,
         {},
         none},
        {Operation::GetBooking,
         [](const auto &c) { return ran(c.bookings().get(BookingId(id1))); },
         "GET bookings/"_L1 + id1,
         {},
         one},
        {Operation::ListCheckins,
         [time](const auto &c) {
             return ran(c.presence().checkins({.member = MemberId(id1), .startedSince = time}));
         },
         "GET checkins?member="_L1 + id1 + "&start[$gte]=2026-11-23T10:00:00.000Z&$limit=50"_L1,
         {},
         none},
        {Operation::ListVisitors,
         [](const auto &c) { return ran(c.presence().visitors({.type = VisitorType::Reception})); },
         u"GET visitors?type=reception&$limit=50"_s,
         {},
         none},
        {Operation::ListVisits,
         [](const auto &c) { return ran(c.presence().visits()); },
         u"GET visits?$limit=50"_s,
         {},
         none},
        {Operation::ListWebhooks,
         [](const auto &c) { return ran(c.webhooks().list()); },
         u"GET webhooks?$limit=50"_s,
         {},
         none},
        {Operation::GetWebhook,
         [](const auto &c) { return ran(c.webhooks().get(WebhookId(id1))); },
         "GET webhooks/"_L1 + id1,
         {},
         one},
    };
}

QList<Case> writingCases()
{
    const QList<Reply> one {{item}};
    const QDate day(2026, 11, 23);
    return {
        {Operation::CreateMember,
         [day](const auto &c) {
             NewMember member;
             member.name = u"Ana"_s;
             member.email = u"ana@example.test"_s;
             member.location = LocationId(objectId(3));
             member.company = CompanyId(objectId(4));
             member.startDate = day;
             member.properties = {{u"a b"_s, FieldValue(2.5)}, {u"none"_s, FieldValue()}};
             member.tags = {u"VIP"_s};
             return ran(c.members().create(member));
         },
         u"POST members"_s,
         R"({"name": "Ana", "email": "ana@example.test", "location": "5f0000000000000000000003",
             "company": "5f0000000000000000000004", "startDate": "2026-11-23T00:00:00.000Z",
             "properties": {"a b": 2.5}, "tags": ["VIP"]})",
         one},
        {Operation::UpdateMember,
         [](const auto &c) {
             MemberChange change;
             change.phone = Change<QString>::emptied();
             change.isContactPerson = true;
             return ran(c.members().update(MemberId(id1), change));
         },
         "PUT members/"_L1 + id1, R"({"phone": null, "isContactPerson": true})", one},
        {Operation::UpdateMemberStatus,
         [](const auto &c) {
             return ran(c.members().setStatus(MemberId(id1), ManualStatus::Automatic));
         },
         "PUT members/"_L1 + id1 + "/status"_L1,
         R"({"status": "auto"})",
         {{{}, "204 No Content"}}},
        {Operation::UpdateMemberCompany,
         [](const auto &c) {
             return ran(c.members().moveToCompany(MemberId(id1), CompanyId(objectId(2))));
         },
         "PUT members/"_L1 + id1 + "/company"_L1, R"({"company": "5f0000000000000000000002"})",
         one},
        {Operation::CreateCompany,
         [day](const auto &c) {
             NewCompany company;
             company.name = u"Acme"_s;
             company.url = u"https://acme.test"_s;
             company.location = LocationId(objectId(3));
             company.startDate = day;
             return ran(c.companies().create(company));
         },
         u"POST companies"_s,
         R"({"name": "Acme", "url": "https://acme.test", "location": "5f0000000000000000000003",
             "startDate": "2026-11-23T00:00:00.000Z"})",
         one},
        {Operation::UpdateCompany,
         [](const auto &c) {
             CompanyChange change;
             change.name = u"New"_s;
             change.activeMembersAllowanceLimit = 5;
             return ran(c.companies().update(CompanyId(id1), change));
         },
         "PUT companies/"_L1 + id1, R"({"name": "New", "activeMembersAllowanceLimit": 5})", one},
        {Operation::CreateOpportunity,
         [day](const auto &c) {
             NewOpportunity deal;
             deal.name = u"Desk"_s;
             deal.member = MemberId(objectId(2));
             deal.stage = StageId(objectId(3));
             deal.probability = 30;
             deal.dealSize = 99.5;
             deal.startDate = day;
             deal.requestedPlans = {PlanId(objectId(5))};
             return ran(c.opportunities().create(deal));
         },
         u"POST opportunities"_s,
         R"({"name": "Desk", "member": "5f0000000000000000000002",
             "status": "5f0000000000000000000003", "probability": 30, "dealSize": 99.5,
             "startDate": "2026-11-23T00:00:00.000Z",
             "requestedPlans": ["5f0000000000000000000005"]})",
         one},
        {Operation::UpdateOpportunity,
         [](const auto &c) {
             OpportunityChange change;
             change.stage = StageId(objectId(3));
             change.dealSize = Change<double>::emptied();
             change.resources = QList<ResourceId>();
             return ran(c.opportunities().update(OpportunityId(id1), change));
         },
         "PUT opportunities/"_L1 + id1,
         R"({"status": "5f0000000000000000000003", "dealSize": null, "resources": []})", one},
        {Operation::CreateTicket,
         [](const auto &c) {
             NewTicket ticket;
             ticket.subject = u"Printer"_s;
             ticket.message = u"on fire"_s;
             ticket.member = MemberId(objectId(2));
             ticket.priority = TicketOptionId(objectId(3));
             return ran(c.tickets().create(ticket));
         },
         u"POST tickets"_s,
         R"({"subject": "Printer", "message": "on fire", "member": "5f0000000000000000000002",
             "priority": "5f0000000000000000000003"})",
         one},
        {Operation::UpdateTicket,
         [](const auto &c) {
             TicketChange change;
             change.message = u"out"_s;
             change.status = TicketStatus::Resolved;
             return ran(c.tickets().update(TicketId(id1), change));
         },
         "PUT tickets/"_L1 + id1, R"({"message": "out", "status": "resolved"})", one},
        {Operation::AddTicketComment,
         [](const auto &c) {
             return ran(c.tickets().addComment(TicketId(id1), {u"soon"_s, MemberId(objectId(2))}));
         },
         "POST ticket-comments/"_L1 + id1,
         R"({"text": "soon", "member": "5f0000000000000000000002", "isPublic": true})", one},
        {Operation::CreateWebhook,
         [](const auto &c) {
             return ran(c.webhooks().create({.url = QUrl(u"https://relay.example.test/x?y=1"_s),
                                             .eventTypes = {u"member.updated"_s}}));
         },
         u"POST webhooks"_s,
         R"({"url": "https://relay.example.test/x?y=1", "eventTypes": ["member.updated"]})", one},
        {Operation::DeleteWebhook,
         [](const auto &c) { return ran(c.webhooks().remove(WebhookId(id1))); },
         "DELETE webhooks/"_L1 + id1,
         {},
         one},
    };
}

QList<Case> cases()
{
    return readingCases() + writingCases();
}

//! "listMembers get members flex.community.members.read" of every operation in the description.
QStringList described(const QString &text)
{
    QStringList found;
    QString path;
    QString method;
    QString name;
    static const QRegularExpression pathLine(u"^  (/\\S*):$"_s);
    static const QRegularExpression methodLine(u"^    (get|post|put|delete|patch):$"_s);
    static const QRegularExpression nameLine(u"^      operationId: (\\w+)$"_s);
    static const QRegularExpression scopeLine(
        u"^      security: \\[\\{oauth2: \\[(\\S+)\\]\\}\\]$"_s);
    for (const QString &line : text.split(u'\n')) {
        if (const auto match = pathLine.match(line); match.hasMatch())
            path = match.captured(1).mid(1);
        else if (const auto verb = methodLine.match(line); verb.hasMatch())
            method = verb.captured(1).toUpper();
        else if (const auto id = nameLine.match(line); id.hasMatch())
            name = id.captured(1);
        else if (const auto scope = scopeLine.match(line); scope.hasMatch())
            found.append(QStringList {name, method, path, scope.captured(1)}.join(u' '));
    }
    found.sort();
    return found;
}

} // namespace

class TestOfficeRnDOperations final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operation_data()
    {
        QTest::addColumn<int>("index");
        const auto all = cases();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::newRow(factsOf(all.at(i).operation).name) << static_cast<int>(i);
    }

    void operation()
    {
        QFETCH(int, index);
        const Case wanted = cases().at(index);
        ScriptedOrganization organization(wanted.replies);
        const Result<> result = wanted.call(organization.client());
        QVERIFY2(result, whyNot(result).constData());
        const QList<Seen> seen = organization.seen();
        QCOMPARE(seen.size(), 1);
        QCOMPARE(seen.constFirst().line, wanted.request);
        QCOMPARE(seen.constFirst().body, json(wanted.body));
    }

    void everyOperationIsCalled()
    {
        QSet<Operation> called;
        for (const Case &each : cases())
            called.insert(each.operation);
        for (const OperationFacts &facts : operations())
            QVERIFY2(called.contains(facts.operation), facts.name);
        QCOMPARE(called.size(), qsizetype(operations().size()));
    }

    void theWholeDescriptionIsCovered()
    {
        const QString given = qEnvironmentVariable("TWINBOOK_SHARED");
        const QString shared = given.isEmpty()
            ? QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/../../../shared"_s
            : given;
        QFile file(shared + u"/apis/officernd/officernd-flex-v2.yaml"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the description of the API is not on this computer");
        QStringList own;
        for (const OperationFacts &facts : operations()) {
            own.append(QStringList {QString::fromLatin1(facts.name),
                                    QString::fromLatin1(methodName(facts.method)),
                                    QString::fromLatin1(facts.path), permissionOf(facts.operation)}
                           .join(u' '));
        }
        own.sort();
        QCOMPARE(own, described(QString::fromUtf8(file.readAll())));
        QCOMPARE(own.size(), 40);
    }

    void hostileIdsAreNotSent()
    {
        const QStringList hostile {
            {},          u".."_s,       u"a/b"_s,       u"members"_s,
            id1 + u'\n', id1 + u"/x"_s, id1.chopped(1), u"5f00000000000000000000zz"_s};
        for (const QString &id : hostile) {
            ScriptedOrganization organization({{item}});
            const auto client = organization.client();
            for (const Result<> &result :
                 {ran(client.members().get(MemberId(id))),
                  ran(client.members().update(MemberId(id), {.name = u"x"_s})),
                  ran(client.members().list({.ids = {MemberId(id), MemberId(id1)}})),
                  ran(client.members().moveToCompany(MemberId(id1), CompanyId(id))),
                  ran(client.opportunities().list({.ids = {OpportunityId(id)}})),
                  ran(client.tickets().comments(TicketId(id))),
                  ran(client.webhooks().remove(WebhookId(id)))}) {
                QVERIFY2(!result, qPrintable(id));
                QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
                QVERIFY(result.error().message.contains("OfficeRnD"_L1));
            }
            QCOMPARE(organization.lines(), QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDOperations)
#include "tst_officernd_operations.moc"
