// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! HighLevel as highlevel.md tells it, asked over real HTTP.
class TestSandboxHighlevel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pagesToTheEnd();
    void removesTagsByDeleteWithBody();

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxHighlevel::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
}

void TestSandboxHighlevel::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxHighlevel::pagesToTheEnd()
{
    QStringList ids;
    QJsonObject body {
        {u"pageLimit"_s, 7},
        {u"sort"_s,
         QJsonArray {QJsonObject {{u"field"_s, u"dateUpdated"_s}, {u"direction"_s, u"asc"_s}}}}};
    for (;;) {
        const Response page = m_client->search(body);
        QCOMPARE(page.status, 200);
        QVERIFY(!page.json.value(u"traceId"_s).toString().isEmpty());
        const QJsonArray hits = page.json.value(u"contacts"_s).toArray();
        QCOMPARE(page.json.value(u"total"_s).toInt(), m_sandbox->people(Side::Right).size());
        if (hits.isEmpty())
            break;
        for (const QJsonValue &hit : hits)
            ids.append(hit.toObject().value(u"id"_s).toString());
        body.insert(u"searchAfter"_s, hits.last().toObject().value(u"searchAfter"_s));
    }
    QCOMPARE(ids.size(), m_sandbox->people(Side::Right).size());
    const qsizetype before = ids.size();
    ids.removeDuplicates();
    QCOMPARE(ids.size(), before);
}

void TestSandboxHighlevel::removesTagsByDeleteWithBody()
{
    const QString id = m_sandbox->people(Side::Right).first().value(u"id"_s).toString();
    const QString path = u"/contacts/"_s + id + u"/tags"_s;
    const Response added
        = m_client->highlevel("POST", path, {{u"tags"_s, QJsonArray {u" Early Bird "_s}}});
    QCOMPARE(added.status, 201);
    QVERIFY(added.json.value(u"tags"_s).toArray().contains(u"early bird"_s));
    const Response removed
        = m_client->highlevel("DELETE", path, {{u"tags"_s, QJsonArray {u"EARLY BIRD"_s}}});
    QCOMPARE(removed.status, 200);
    QVERIFY(!removed.json.value(u"tags"_s).toArray().contains(u"early bird"_s));
}

QTEST_GUILESS_MAIN(TestSandboxHighlevel)
#include "tst_sandbox_highlevel.moc"
