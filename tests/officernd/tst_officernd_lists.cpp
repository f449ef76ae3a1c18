// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scriptedorganization.h"

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::officernd;
using namespace twinbook::test;
using Reply = ScriptedOrganization::Reply;

namespace {

const QDateTime time0(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
const QString since = u"modifiedAt[$gte]=2026-11-23T10:00:00.000Z"_s;

//! A page with members `first` to `last`.
Reply page(int first, int last, const QByteArray &cursor = {})
{
    QJsonArray rows;
    for (int i = first; i <= last; ++i)
        rows.append(QJsonObject {{u"_id"_s, objectId(i)}});
    QJsonObject body {{u"rangeStart"_s, first}, {u"rangeEnd"_s, last}, {u"results"_s, rows}};
    if (!cursor.isEmpty())
        body.insert(u"cursorNext"_s, QString::fromLatin1(cursor));
    return {QJsonDocument(body).toJson()};
}

Reply refusal(const QByteArray &message, const QByteArray &status = "400 Bad Request")
{
    return {R"({"statusCode": 400, "message": [")" + message + R"("], "error": "Bad Request"})",
            status};
}

} // namespace

class TestOfficeRnDLists final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cursorsAreFollowedWithTheSameFilters()
    {
        ScriptedOrganization organization({page(1, 2, "a/+=="), page(3, 4, "b"), page(5, 5)});
        const auto list = outcome(
            organization.client().members().list({.name = u"Ana"_s, .changedSince = time0}));
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), 5);
        QCOMPARE(list->extent, Listing<Member>::Extent::Whole);
        QCOMPARE(list->reach, Listing<Member>::Reach::AsAsked);
        const QString query = "GET members?name=Ana&"_L1 + since + "&$limit=50"_L1;
        QCOMPARE(
            organization.lines(),
            (QStringList {query, query + "&$cursorNext=a/+=="_L1, query + "&$cursorNext=b"_L1}));
    }

    void everyEndIsAnEnd()
    {
        for (const QByteArray &end :
             {R"("cursorNext": null)"_ba, R"("cursorNext": "")"_ba, R"("cursorPrev": "back")"_ba}) {
            ScriptedOrganization organization({{R"({"rangeEnd": 0, "results": [], )" + end + "}"}});
            const auto list = outcome(organization.client().members().list());
            QVERIFY(list);
            QCOMPARE(organization.lines().size(), 1);
        }
    }

    void endlessListsEnd()
    {
        ScriptedOrganization organization({page(1, 1, "a"), page(2, 2, "a")});
        const auto list = outcome(organization.client().members().list());
        QCOMPARE(list.error().kind, ErrorKind::BadReply);
        QCOMPARE(organization.lines().size(), 2);
    }

    void missingAndMovedRows()
    {
        // row 3 never comes, row 2 comes twice
        ScriptedOrganization organization({page(1, 2, "a"), page(2, 4)});
        auto list = outcome(organization.client().members().list());
        QVERIFY(list);
        QCOMPARE(list->rows.size(), 4);
        QCOMPARE(list->extent, Listing<Member>::Extent::Whole);

        ScriptedOrganization holes({page(1, 2, "a"), page(4, 5)});
        list = outcome(holes.client().members().list());
        QVERIFY(list);
        QCOMPARE(list->extent, Listing<Member>::Extent::Partial);
    }

    void pageSizeAdapts()
    {
        ScriptedOrganization organization({refusal("$limit must not be greater than 20"),
                                           page(1, 1, "a"), page(2, 2), page(1, 1)});
        QCOMPARE(outcome(organization.client().members().list())->rows.size(), 2);
        QVERIFY(outcome(organization.client().members().list()));
        QCOMPARE(
            organization.lines(),
            (QStringList {u"GET members?$limit=50"_s, u"GET members?$limit=20"_s,
                          u"GET members?$limit=20&$cursorNext=a"_s, u"GET members?$limit=20"_s}));
    }

    void pageSizeNeverGrowsNorVanishes()
    {
        for (const char *limit : {"50", "51", "0"}) {
            ScriptedOrganization organization(
                {refusal(QByteArray("$limit must not be greater than ") + limit)});
            const auto list = outcome(organization.client().members().list());
            QCOMPARE(list.error().kind, ErrorKind::Rejected);
            QCOMPARE(organization.lines().size(), 1);
        }
    }

    void pagesThatDoNotArriveGetSmaller()
    {
        Reply broken = page(3, 4);
        broken.body.chop(5);
        ScriptedOrganization organization(
            {page(1, 2, "a"), broken, broken, page(3, 4, "b"), page(5, 5)});
        const auto list = outcome(organization.client().members().list());
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), 5);
        QCOMPARE(list->extent, Listing<Member>::Extent::Whole);
        QCOMPARE(organization.lines(),
                 (QStringList {u"GET members?$limit=50"_s, u"GET members?$limit=50&$cursorNext=a"_s,
                               u"GET members?$limit=25&$cursorNext=a"_s,
                               u"GET members?$limit=12&$cursorNext=a"_s,
                               u"GET members?$limit=12&$cursorNext=b"_s}));

        ScriptedOrganization hopeless({broken});
        QCOMPARE(outcome(hopeless.client().members().list()).error().kind, ErrorKind::BadReply);
        QCOMPARE(hopeless.lines().size(), 4);
        QCOMPARE(hopeless.lines().last(), u"GET members?$limit=10"_s);
    }

    void refusedTimeFilterIsRemembered()
    {
        ScriptedOrganization organization({refusal("property modifiedAt should not exist"),
                                           {R"({"rangeEnd": 0, "results": []})"}});
        const auto client = organization.client();
        for (int i = 0; i < 2; ++i) {
            const auto list = outcome(client.memberships().list({.changedSince = time0}));
            QVERIFY2(list, whyNot(list).constData());
            QCOMPARE(list->reach, Listing<Membership>::Reach::Everything);
        }
        // another collection is asked anew
        QVERIFY(outcome(client.opportunities().list({.changedSince = time0})));
        QCOMPARE(organization.lines(),
                 (QStringList {"GET memberships?"_L1 + since + "&$limit=50"_L1,
                               u"GET memberships?$limit=50"_s, u"GET memberships?$limit=50"_s,
                               "GET opportunities?"_L1 + since + "&$limit=50"_L1}));
    }

    void filterIsRecognisedByEitherName()
    {
        ScriptedOrganization organization(
            {refusal("property modifiedAt[$gte] should not exist"), page(1, 1)});
        const auto list = outcome(organization.client().members().list({.changedSince = time0}));
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->reach, Listing<Member>::Reach::Everything);
    }

    void listsWithoutPageSizeAreRead()
    {
        ScriptedOrganization organization(
            {refusal("property $limit should not exist"), page(1, 2, "a"), page(3, 3)});
        const auto list = outcome(organization.client().presence().visits());
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), 3);
        QCOMPARE(organization.lines(),
                 (QStringList {u"GET visits?$limit=50"_s, u"GET visits"_s,
                               u"GET visits?$cursorNext=a"_s}));
    }

    void otherRefusalsAreErrors()
    {
        for (const Reply &reply :
             {refusal("property name should not exist"), refusal("modifiedAt must be a date"),
              refusal("property modifiedAt should not exist", "500 Internal Server Error")}) {
            ScriptedOrganization organization({reply});
            QVERIFY(!outcome(organization.client().members().list({.changedSince = time0})));
            QCOMPARE(organization.lines().size(), 1);
        }
    }

    void ticketsFollowTheQuirk()
    {
        ScriptedOrganization believed({page(1, 1)});
        const auto full = outcome(believed.client().tickets().list({.changedSince = time0}));
        QCOMPARE(full->reach, Listing<Ticket>::Reach::Everything);
        QCOMPARE(believed.lines(), QStringList {u"GET tickets?$limit=50"_s});

        const auto probed = QuirkSet().without(Quirk::TicketsRefuseModifiedFilter);
        ScriptedOrganization proven({page(1, 1)}, probed);
        const auto changes = outcome(proven.client().tickets().list({.changedSince = time0}));
        QCOMPARE(changes->reach, Listing<Ticket>::Reach::AsAsked);
        QCOMPARE(proven.lines(), QStringList {"GET tickets?"_L1 + since + "&$limit=50"_L1});
    }

    void idsGoInBatchesOfFifty()
    {
        QList<MemberId> ids;
        for (int i = 1; i <= 101; ++i)
            ids.append(MemberId(objectId(i)));
        ScriptedOrganization organization({page(1, 50), page(1, 49), page(101, 101)});
        const auto list = outcome(organization.client().members().list({.ids = ids}));
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), 100);
        QCOMPARE(list->extent, Listing<Member>::Extent::Partial); // 101 claims to be row 101
        const QStringList lines = organization.lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).count(u','), 49);
        QCOMPARE(lines.at(1).count(u','), 49);
        QCOMPARE(lines.at(2), QString("GET members?_id="_L1 + objectId(101) + "&$limit=50"_L1));
    }

    void oneWrongRowSpoilsTheList()
    {
        ScriptedOrganization organization(
            {{R"({"rangeEnd": 2, "results": [{"_id": "5f0000000000000000000001"},
                  {"_id": "5f0000000000000000000002", "email": {"x": "secret@example.test"}}]})"}});
        const auto list = outcome(organization.client().members().list());
        QCOMPARE(list.error().kind, ErrorKind::BadReply);
        QCOMPARE(list.error().detail, u"results[1].email is an object, not a text"_s);
    }

    void occurrencesAreCutToTheSpan()
    {
        const Reply rows {R"({"rangeEnd": 4, "results": [
            {"_id": "5f0000000000000000000001", "start": "2026-11-22T09:00:00.000Z", "end": "2026-11-23T10:00:00.000Z"},
            {"_id": "5f0000000000000000000001", "start": "2026-11-23T09:00:00.000Z", "end": "2026-11-23T10:00:00.001Z"},
            {"_id": "5f0000000000000000000001", "start": "2026-11-24T09:59:00.000Z", "end": "2026-11-24T11:00:00.000Z"},
            {"_id": "5f0000000000000000000001", "start": "2026-11-24T10:00:00.000Z", "end": "2026-11-24T11:00:00.000Z"}]})"};
        ScriptedOrganization organization({refusal("property seriesStart should not exist"),
                                           refusal("property seriesEnd should not exist"), rows});
        const auto list
            = outcome(organization.client().bookings().occurrences({time0, time0.addDays(1)}));
        QVERIFY2(list, whyNot(list).constData());
        QCOMPARE(list->rows.size(), 2);
        QCOMPARE(list->extent, Listing<BookingOccurrence>::Extent::Whole);
        QCOMPARE(organization.lines().last(), u"GET bookings/occurrences?$limit=50"_s);
    }

    void cancelledListEnds()
    {
        ScriptedOrganization organization({page(1, 1, "a"), page(2, 2, "b"), page(3, 3, "c")});
        const auto job = organization.client().members().list();
        QSignalSpy finished(job.get(), &Job::finished);
        job->start();
        job->cancel();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(job->result().error().kind, ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestOfficeRnDLists)
#include "tst_officernd_lists.moc"
