// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalogue/catalogue.h"
#include "catalogue/operationrequest.h"
#include "net/httprequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace twinbook;

class TestOperationRequest final : public QObject
{
    Q_OBJECT

private:
    Catalogue m_catalogue;

    [[nodiscard]] OperationRequest draft(const QString &name) const
    {
        const Operation *operation = m_catalogue.find(name);
        const bool isLeft = operation->service == Side::Left;
        return {*operation, isLeft ? u"acme"_s : u"LOC1"_s};
    }

    //! The address as the request path of the program writes it.
    [[nodiscard]] static QString sentAddress(const RawRequest &raw, const QUrl &base)
    {
        HttpRequest request;
        request.path = raw.path;
        request.query = raw.query;
        const Result<QUrl> url = requestUrl(base, request);
        return url ? url->toString(QUrl::FullyEncoded) : u"refused"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Catalogue> loaded = Catalogue::load();
        QVERIFY(loaded);
        m_catalogue = *loaded;
    }

    void fillsAReadingOperation()
    {
        OperationRequest draft = this->draft(u"officernd.members.get"_s);
        QCOMPARE(draft.line(), u"GET /organizations/acme/members/{memberId}"_s);
        QVERIFY(draft.set(u"memberId"_s, u"5f01"_s));
        QCOMPARE(draft.line(), u"GET /organizations/acme/members/5f01"_s);
        const Result<RawRequest> request = draft.request();
        QVERIFY(request);
        QCOMPARE(request->path, (QStringList {u"members"_s, u"5f01"_s}));
        QCOMPARE(request->permission, u"flex.community.members.read"_s);
        QCOMPARE(request->effect, RawEffect::Reads);
        QVERIFY(request->body.isEmpty());
    }

    void theAccountItselfHasNoPath()
    {
        const Result<RawRequest> request = draft(u"officernd.settings.organization"_s).request();
        QVERIFY(request);
        QVERIFY(request->path.isEmpty());
    }

    void emptyParametersAreNotSent()
    {
        OperationRequest draft = this->draft(u"officernd.members.list"_s);
        QCOMPARE(draft.line(), u"GET /organizations/acme/members?$limit=10"_s);
        QVERIFY(draft.set(u"$limit"_s, {}));
        QVERIFY(draft.set(u"email"_s, u"a+b@example.com"_s));
        QCOMPARE(draft.line(), u"GET /organizations/acme/members?email=a%2Bb%40example.com"_s);
    }

    //! Its id comes from the connection, everywhere, and cannot be typed.
    void theSubAccountIsNeverAskedFor()
    {
        OperationRequest tags = draft(u"highlevel.tags.list"_s);
        QCOMPARE(tags.line(), u"GET /locations/LOC1/tags"_s);
        QVERIFY(tags.fields().isEmpty());
        const Result<> set = tags.set(u"locationId"_s, u"OTHER"_s);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, ErrorKind::InvalidInput);

        QCOMPARE(draft(u"highlevel.workflows.list"_s).line(), u"GET /workflows/?locationId=LOC1"_s);
        const Result<RawRequest> search = draft(u"highlevel.contacts.search"_s).request();
        QVERIFY(search);
        QCOMPARE(QJsonDocument::fromJson(search->body)["locationId"_L1].toString(), u"LOC1"_s);

        // At OfficeRnD a location is a building, one of many.
        OperationRequest building = draft(u"officernd.locations.get"_s);
        QVERIFY(building.set(u"locationId"_s, u"5faa"_s));
    }

    void aWriteBeginsWithoutContent()
    {
        OperationRequest draft = this->draft(u"highlevel.contacts.create"_s);
        QVERIFY(draft.body().isEmpty());
        QVERIFY(!draft.request());
        QVERIFY(draft.request().error().message.contains("content"_L1));
        draft.setBody(draft.exampleBody());
        const Result<RawRequest> request = draft.request();
        QVERIFY(request);
        QCOMPARE(request->effect, RawEffect::Writes);
        QCOMPARE(request->path, (QStringList {u"contacts"_s, QString()}));
    }

    void saysWhatIsMissing()
    {
        const Result<RawRequest> request = draft(u"highlevel.contacts.get"_s).request();
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
        QVERIFY(request.error().message.contains("contactId"_L1));

        OperationRequest events = draft(u"highlevel.calendars.events"_s);
        QVERIFY(events.set(u"startTime"_s, {}));
        QVERIFY(events.request().error().message.contains("startTime"_L1));
    }

    void refusesBrokenContent()
    {
        OperationRequest draft = this->draft(u"highlevel.contacts.create"_s);
        draft.setBody(u"{\n\"firstName\": \"Ada\",\n}"_s);
        const Result<RawRequest> request = draft.request();
        QVERIFY(!request);
        QCOMPARE(request.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(request.error().message.contains("line 3"_L1),
                 qPrintable(request.error().message));

        OperationRequest read = this->draft(u"officernd.settings.organization"_s);
        read.setBody(u"{}"_s);
        QVERIFY(!read.request());
    }

    void whatIsNeverSentHasNoRequest()
    {
        QVERIFY(draft(u"officernd.event.member.created"_s)
                    .request()
                    .error()
                    .message.contains("event"_L1));
        const Result<RawRequest> removal = draft(u"highlevel.locations.delete"_s).request();
        QVERIFY(!removal);
        QVERIFY(removal.error().message.contains("never sends"_L1));
    }

    void hostileValuesStayInTheirPlace_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("segment");
        QTest::newRow("climbing") << u"../../oauth/token"_s << u"..%2F..%2Foauth%2Ftoken"_s;
        QTest::newRow("absolute") << u"/oauth/token"_s << u"%2Foauth%2Ftoken"_s;
        QTest::newRow("backslash") << u"..\\..\\oauth"_s << u"..%5C..%5Coauth"_s;
        QTest::newRow("encoded already") << u"%2e%2e%2foauth"_s << u"%252e%252e%252foauth"_s;
        QTest::newRow("query") << u"x?locationId=other"_s << u"x%3FlocationId%3Dother"_s;
        QTest::newRow("fragment") << u"x#y"_s << u"x%23y"_s;
        QTest::newRow("other host") << u"//evil.example/"_s << u"%2F%2Fevil.example%2F"_s;
        QTest::newRow("line break") << u"x\r\nHost: evil"_s << u"x%0D%0AHost%3A%20evil"_s;
        QTest::newRow("brace") << u"{contactId}"_s << u"%7BcontactId%7D"_s;
    }

    void hostileValuesStayInTheirPlace()
    {
        QFETCH(const QString, value);
        QFETCH(const QString, segment);
        OperationRequest draft = this->draft(u"highlevel.contacts.get"_s);
        QVERIFY(draft.set(u"contactId"_s, value));
        const Result<RawRequest> request = draft.request();
        QVERIFY(request);
        QCOMPARE(request->path.size(), 2);
        QCOMPARE(draft.line(), "GET /contacts/"_L1 + segment);
        QCOMPARE(sentAddress(*request, QUrl(u"https://host.example"_s)),
                 "https://host.example/contacts/"_L1 + segment);
    }

    void aSegmentThatClimbsIsRefused()
    {
        for (const QString &value : {u".."_s, u"."_s}) {
            OperationRequest draft = this->draft(u"highlevel.contacts.get"_s);
            QVERIFY(draft.set(u"contactId"_s, value));
            QVERIFY(!draft.request());
        }
    }

    void hostileParametersAreOneParameter()
    {
        OperationRequest draft = this->draft(u"highlevel.contacts.duplicate"_s);
        QVERIFY(draft.set(u"email"_s, u"a@example.com&locationId=OTHER"_s));
        const Result<RawRequest> request = draft.request();
        QVERIFY(request);
        QCOMPARE(draft.line(),
                 u"GET /contacts/search/duplicate?email=a%40example.com%26locationId%3D"
                 "OTHER&locationId=LOC1"_s);
    }

    //! What a person is shown is what goes out, for every row of the table.
    void theLineIsTheAddress()
    {
        for (const Operation &operation : m_catalogue.operations()) {
            OperationRequest draft = this->draft(operation.name);
            const QList<OperationRequest::Field> fields = draft.fields();
            for (const OperationRequest::Field &field : fields)
                QVERIFY(draft.set(field.name, field.example));
            draft.setBody(draft.exampleBody());
            const Result<RawRequest> request = draft.request();
            if (operation.use == OperationUse::Never
                || operation.requiredQuery.contains(u"companyId"_s)) {
                QVERIFY2(!request, qPrintable(operation.name));
                continue;
            }
            QVERIFY2(request, qPrintable(operation.name));
            const bool isLeft = operation.service == Side::Left;
            const QUrl base(isLeft ? u"https://host.example/organizations/acme"_s
                                   : u"https://host.example"_s);
            QCOMPARE(draft.line(),
                     rawMethodName(operation.method) + u' ' + sentAddress(*request, base).mid(20));
        }
    }
};

QTEST_GUILESS_MAIN(TestOperationRequest)
#include "tst_operationrequest.moc"
