// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"
#include "movableclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

QJsonObject comparison(const QString &field, const QString &op, const QJsonValue &value = {})
{
    QJsonObject filter {{u"field"_s, field}, {u"operator"_s, op}};
    if (!value.isNull())
        filter.insert(u"value"_s, value);
    return filter;
}

QJsonObject group(const QString &name, const QJsonArray &filters)
{
    return {{u"group"_s, name}, {u"filters"_s, filters}};
}

} // namespace

//! POST /contacts/search as highlevel.md 2.3 tells it.
class TestSandboxSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pagesToTheEnd_data();
    void pagesToTheEnd();
    void pagesWhileContactsChange();
    void showsIndexDocuments();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void filters_data();
    void filters();
    void searchesText();
    void lagsBehind();

private:
    [[nodiscard]] RemoteId add(const QJsonObject &fields)
    {
        const auto id = m_sandbox->addPerson(Side::Right, fields);
        return id.value_or(RemoteId());
    }
    [[nodiscard]] int total(const QJsonArray &filters)
    {
        return m_client->search({{u"pageLimit"_s, 1}, {u"filters"_s, filters}})
            .json.value(u"total"_s)
            .toInt(-1);
    }

    MovableClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxSearch::init()
{
    SandboxOptions options;
    options.clock = &m_clock;
    options.searchIndexLag = std::chrono::seconds(12);
    m_sandbox = std::make_unique<Sandbox>(options);
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
}

void TestSandboxSearch::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxSearch::pagesToTheEnd_data()
{
    QTest::addColumn<QJsonArray>("sort");
    QTest::newRow("default") << QJsonArray();
    for (const QString &field : {u"dateUpdated"_s, u"dateAdded"_s, u"email"_s, u"source"_s}) {
        for (const QString &direction : {u"asc"_s, u"desc"_s})
            QTest::addRow("%s %s", qPrintable(field), qPrintable(direction))
                << QJsonArray {QJsonObject {{u"field"_s, field}, {u"direction"_s, direction}}};
    }
    QTest::newRow("two") << QJsonArray {
        QJsonObject {{u"field"_s, u"dnd"_s}, {u"direction"_s, u"desc"_s}},
        QJsonObject {{u"field"_s, u"lastNameLowerCase"_s}, {u"direction"_s, u"asc"_s}}};
}

void TestSandboxSearch::pagesToTheEnd()
{
    QFETCH(QJsonArray, sort);
    QStringList bySearchAfter;
    QJsonObject body {{u"pageLimit"_s, 7}, {u"sort"_s, sort}};
    for (;;) {
        const Response page = m_client->search(body);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json.value(u"total"_s).toInt(), m_sandbox->people(Side::Right).size());
        const QJsonArray hits = page.json.value(u"contacts"_s).toArray();
        if (hits.isEmpty())
            break;
        for (const QJsonValue &hit : hits)
            bySearchAfter.append(hit.toObject().value(u"id"_s).toString());
        body.insert(u"searchAfter"_s, hits.last().toObject().value(u"searchAfter"_s));
    }
    QStringList byPage;
    for (int number = 1; byPage.size() < bySearchAfter.size(); ++number) {
        const Response page
            = m_client->search({{u"pageLimit"_s, 7}, {u"sort"_s, sort}, {u"page"_s, number}});
        const QJsonArray hits = page.json.value(u"contacts"_s).toArray();
        QVERIFY(!hits.isEmpty());
        for (const QJsonValue &hit : hits)
            byPage.append(hit.toObject().value(u"id"_s).toString());
    }
    QCOMPARE(bySearchAfter, byPage);
    bySearchAfter.removeDuplicates();
    QCOMPARE(bySearchAfter.size(), m_sandbox->people(Side::Right).size());
}

void TestSandboxSearch::pagesWhileContactsChange()
{
    QJsonObject body {
        {u"pageLimit"_s, 10},
        {u"sort"_s,
         QJsonArray {QJsonObject {{u"field"_s, u"dateUpdated"_s}, {u"direction"_s, u"asc"_s}}}}};
    QStringList seen;
    for (int page = 0;; ++page) {
        const QJsonArray hits = m_client->search(body).json.value(u"contacts"_s).toArray();
        if (hits.isEmpty())
            break;
        for (const QJsonValue &hit : hits)
            seen.append(hit.toObject().value(u"id"_s).toString());
        body.insert(u"searchAfter"_s, hits.last().toObject().value(u"searchAfter"_s));
        if (page == 1) {
            // Edited while reading: it moves to the end, shows twice and hides nobody.
            QVERIFY(m_sandbox->editPerson(Side::Right, RemoteId(seen.first()),
                                          {{u"city"_s, u"Hull"_s}}));
            m_clock.advance(std::chrono::seconds(12));
        }
    }
    QCOMPARE(seen.count(seen.first()), 2);
    seen.removeDuplicates();
    QCOMPARE(seen.size(), m_sandbox->people(Side::Right).size());
}

void TestSandboxSearch::showsIndexDocuments()
{
    const RemoteId id = add({{u"firstName"_s, u"Zoë"_s},
                             {u"lastName"_s, u"MacRae"_s},
                             {u"address1"_s, u"5 Upper Row"_s},
                             {u"email"_s, u"Zoe@Row.example"_s}});
    m_clock.advance(std::chrono::seconds(12));
    const Response found
        = m_client->search({{u"pageLimit"_s, 5},
                            {u"filters"_s, QJsonArray {comparison(u"id"_s, u"eq"_s, id.text())}}});
    const QJsonObject hit = found.json.value(u"contacts"_s).toArray().first().toObject();
    QCOMPARE(hit.value(u"firstNameLowerCase"_s).toString(), u"zoë"_s);
    QCOMPARE(hit.value(u"contactName"_s).toString(), u"zoë macrae"_s);
    QCOMPARE(hit.value(u"address"_s).toString(), u"5 Upper Row"_s);
    for (const QString &hidden : {u"firstName"_s, u"lastName"_s, u"name"_s, u"address1"_s})
        QVERIFY2(!hit.contains(hidden), qPrintable(hidden));
    QCOMPARE(hit.value(u"searchAfter"_s).toArray().last().toString(), id.text());
    QVERIFY(hit.value(u"searchAfter"_s).toArray().first().isDouble());
}

void TestSandboxSearch::refusesBadRequests_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("status");
    const auto filtered = [](const QJsonObject &filter) {
        return QJsonObject {{u"pageLimit"_s, 1}, {u"filters"_s, QJsonArray {filter}}};
    };
    QTest::newRow("no limit") << QJsonObject() << 422;
    QTest::newRow("limit") << QJsonObject {{u"pageLimit"_s, 501}} << 422;
    QTest::newRow("fraction") << QJsonObject {{u"pageLimit"_s, 1.5}} << 422;
    QTest::newRow("unknown") << QJsonObject {{u"pageLimit"_s, 1}, {u"skip"_s, 1}} << 422;
    QTest::newRow("window") << QJsonObject {{u"pageLimit"_s, 500}, {u"page"_s, 21}} << 400;
    QTest::newRow("page and cursor") << QJsonObject {{u"pageLimit"_s, 1},
                                                     {u"page"_s, 1},
                                                     {u"searchAfter"_s, QJsonArray {1, u"a"_s}}}
                                     << 400;
    QTest::newRow("cursor") << QJsonObject {{u"pageLimit"_s, 1},
                                            {u"searchAfter"_s, QJsonArray {u"a"_s}}}
                            << 400;
    QTest::newRow("long query") << QJsonObject {{u"pageLimit"_s, 1},
                                                {u"query"_s, QString(76, u'x')}}
                                << 422;
    QTest::newRow("field") << filtered(comparison(u"contact_name"_s, u"eq"_s, u"x"_s)) << 400;
    QTest::newRow("operator") << filtered(comparison(u"city"_s, u"like"_s, u"x"_s)) << 400;
    QTest::newRow("email contains")
        << filtered(comparison(u"email"_s, u"contains"_s, u"x"_s)) << 400;
    QTest::newRow("date eq") << filtered(comparison(u"dateAdded"_s, u"eq"_s, u"x"_s)) << 400;
    QTest::newRow("range") << filtered(
        comparison(u"dateUpdated"_s, u"range"_s, QJsonObject {{u"from"_s, u"2026-01-01"_s}}))
                           << 400;
    QTest::newRow("no value") << filtered(comparison(u"city"_s, u"eq"_s)) << 400;
    QTest::newRow("group") << filtered(group(u"XOR"_s, {})) << 400;
    QTest::newRow("sort") << QJsonObject {{u"pageLimit"_s, 1},
                                          {u"sort"_s,
                                           QJsonArray {QJsonObject {{u"field"_s, u"phone"_s},
                                                                    {u"direction"_s, u"asc"_s}}}}}
                          << 400;
}

void TestSandboxSearch::refusesBadRequests()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, status);
    const Response response = m_client->search(body);
    QCOMPARE(response.status, status);
    if (QByteArrayView(QTest::currentDataTag()) == "field")
        QCOMPARE(response.message(), u"Invalid field contact_name"_s);
}

void TestSandboxSearch::filters_data()
{
    QTest::addColumn<QJsonObject>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *name, const QJsonObject &filter, bool matches) {
        QTest::newRow(name) << filter << matches;
    };
    row("email", comparison(u"email"_s, u"eq"_s, u"KIT@find.example"_s), true);
    row("phone", comparison(u"phone"_s, u"eq"_s, u"+442079460995"_s), true);
    row("phone spelling", comparison(u"phone"_s, u"eq"_s, u"020 7946 0995"_s), false);
    row("name", comparison(u"firstNameLowerCase"_s, u"eq"_s, u"kit"_s), true);
    row("name case", comparison(u"firstNameLowerCase"_s, u"eq"_s, u"Kit"_s), false);
    row("contains", comparison(u"contactName"_s, u"contains"_s, u"it mer"_s), true);
    row("not contains", comparison(u"contactName"_s, u"not_contains"_s, u"it mer"_s), false);
    row("not eq", comparison(u"city"_s, u"not_eq"_s, u"Leeds"_s), true);
    row("tag", comparison(u"tags"_s, u"eq"_s, u"vip"_s), true);
    row("no such tag", comparison(u"tags"_s, u"eq"_s, u"desk"_s), false);
    row("exists", comparison(u"address"_s, u"exists"_s), false);
    row("not exists", comparison(u"address"_s, u"not_exists"_s), true);
    row("never set", comparison(u"opportunities"_s, u"exists"_s), false);
    row("bool", comparison(u"dnd"_s, u"eq"_s, false), true);
    row("range",
        comparison(u"dateUpdated"_s, u"range"_s,
                   QJsonObject {{u"gte"_s, u"2026-06-01T12:00:00.000Z"_s}}),
        true);
    row("range end",
        comparison(u"dateUpdated"_s, u"range"_s,
                   QJsonObject {{u"lt"_s, u"2026-06-01T12:00:00.000Z"_s}}),
        false);
    row("or",
        group(
            u"OR"_s,
            {comparison(u"city"_s, u"eq"_s, u"Rome"_s), comparison(u"city"_s, u"eq"_s, u"Hull"_s)}),
        true);
    row("and",
        group(
            u"AND"_s,
            {comparison(u"city"_s, u"eq"_s, u"Rome"_s), comparison(u"city"_s, u"eq"_s, u"Hull"_s)}),
        false);
}

void TestSandboxSearch::filters()
{
    QFETCH(QJsonObject, filter);
    QFETCH(bool, matches);
    m_clock.advance(std::chrono::hours(1));
    const QDateTime noon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);
    QVERIFY(m_clock.now() > noon);
    const RemoteId id = add({{u"firstName"_s, u"Kit"_s},
                             {u"lastName"_s, u"Mercer"_s},
                             {u"email"_s, u"kit@find.example"_s},
                             {u"phone"_s, u"+442079460995"_s},
                             {u"city"_s, u"Hull"_s},
                             {u"tags"_s, QJsonArray {u"VIP"_s}}});
    m_clock.advance(std::chrono::seconds(12));
    const QJsonObject self = comparison(u"id"_s, u"eq"_s, id.text());
    QCOMPARE(total({self}), 1);
    QCOMPARE(total({self, filter}), matches ? 1 : 0);
}

void TestSandboxSearch::searchesText()
{
    (void)add({{u"firstName"_s, u"Quill"_s}, {u"email"_s, u"q@quill.example"_s}});
    m_clock.advance(std::chrono::seconds(12));
    const Response found = m_client->search({{u"pageLimit"_s, 5}, {u"query"_s, u"QUILL"_s}});
    QCOMPARE(found.json.value(u"total"_s).toInt(), 1);
}

void TestSandboxSearch::lagsBehind()
{
    const RemoteId id = add({{u"email"_s, u"late@lag.example"_s}});
    const QJsonArray filter {comparison(u"email"_s, u"eq"_s, u"late@lag.example"_s)};
    QCOMPARE(total(filter), 0);
    // Reading by id and looking for duplicates know at once.
    QCOMPARE(m_client->highlevel("GET", u"/contacts/"_s + id.text()).status, 200);
    m_clock.advance(std::chrono::milliseconds(11999));
    QCOMPARE(total(filter), 0);
    m_clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(total(filter), 1);
    QVERIFY(m_sandbox->removePerson(Side::Right, id));
    QCOMPARE(total(filter), 1);
    m_clock.advance(std::chrono::seconds(12));
    QCOMPARE(total(filter), 0);
}

QTEST_GUILESS_MAIN(TestSandboxSearch)
#include "tst_sandbox_search.moc"
