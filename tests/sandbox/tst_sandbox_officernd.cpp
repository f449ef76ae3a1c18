// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! OfficeRnD as officernd.md tells it, asked over real HTTP.
class TestSandboxOfficernd final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tokenNeedsKnownScopes();
    void pagesToTheEnd();

private:
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<HttpClient> m_client;
};

void TestSandboxOfficernd::init()
{
    m_sandbox = std::make_unique<Sandbox>();
    QVERIFY(m_sandbox->start());
    m_client = std::make_unique<HttpClient>(*m_sandbox);
    m_client->signIn();
}

void TestSandboxOfficernd::cleanup()
{
    m_client.reset();
    m_sandbox.reset();
}

void TestSandboxOfficernd::tokenNeedsKnownScopes()
{
    const Response good = m_client->requestToken(u"flex.community.members.read"_s);
    QCOMPARE(good.status, 200);
    QCOMPARE(good.json.value(u"expires_in"_s).toInt(), 3599);
    QCOMPARE(good.json.value(u"token_type"_s).toString(), u"Bearer"_s);
    QVERIFY(!good.json.contains(u"refresh_token"_s));
    QCOMPARE(m_client->requestToken(QString()).status, 400);
    const Response mixed
        = m_client->requestToken(u"flex.community.members.read flex.community.notes.read"_s);
    QCOMPARE(mixed.status, 400);
    QCOMPARE(mixed.json.value(u"error"_s).toString(), u"invalid_scope"_s);
}

void TestSandboxOfficernd::pagesToTheEnd()
{
    QStringList ids;
    QString cursor;
    int lastRow = 0;
    do {
        const Response page = m_client->officernd(
            "GET",
            u"/members?$limit=7"_s
                + (cursor.isEmpty() ? QString()
                                    : u"&$cursorNext="_s
                           + QString::fromLatin1(QUrl::toPercentEncoding(cursor))));
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json.value(u"rangeStart"_s).toInt(), lastRow + 1);
        lastRow = page.json.value(u"rangeEnd"_s).toInt();
        const QJsonArray results = page.json.value(u"results"_s).toArray();
        for (const QJsonValue &member : results)
            ids.append(member.toObject().value(u"_id"_s).toString());
        cursor = page.json.value(u"cursorNext"_s).toString();
        QVERIFY(!page.json.contains(u"cursorNext"_s) || !cursor.isEmpty());
    } while (!cursor.isEmpty());
    QCOMPARE(ids.size(), m_sandbox->people(Side::Left).size());
    QCOMPARE(lastRow, ids.size());
    const qsizetype before = ids.size();
    ids.removeDuplicates();
    QCOMPARE(ids.size(), before);
    QCOMPARE(m_client->officernd("GET", u"/members/count"_s).json.value(u"total"_s).toInt(),
             ids.size());
}

QTEST_GUILESS_MAIN(TestSandboxOfficernd)
#include "tst_sandbox_officernd.moc"
