// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpclient.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

namespace {

//! Random JSON out of words that the services know and words that they do not.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    { }

    [[nodiscard]] QJsonValue value(int depth = 0)
    {
        switch (m_random.bounded(depth > 3 ? 6 : 9)) {
        case 0:
            return QJsonValue::Null;
        case 1:
            return m_random.bounded(2) == 0;
        case 2:
            return (m_random.bounded(2000) - 1000) * 0.5;
        case 3:
            return 1e300;
        case 4:
        case 5:
            return word();
        case 6: {
            QJsonArray array;
            for (int i = m_random.bounded(4); i > 0; --i)
                array.append(value(depth + 1));
            return array;
        }
        default:
            return object(depth + 1);
        }
    }
    [[nodiscard]] QJsonObject object(int depth = 0)
    {
        QJsonObject result;
        for (int i = m_random.bounded(6); i > 0; --i)
            result.insert(word(), value(depth));
        return result;
    }
    [[nodiscard]] QString word()
    {
        static const QStringList words {u"name"_s,
                                        u"email"_s,
                                        u"phone"_s,
                                        u"tags"_s,
                                        u"properties"_s,
                                        u"company"_s,
                                        u"location"_s,
                                        u"startDate"_s,
                                        u"address"_s,
                                        u"filters"_s,
                                        u"field"_s,
                                        u"operator"_s,
                                        u"value"_s,
                                        u"group"_s,
                                        u"AND"_s,
                                        u"OR"_s,
                                        u"eq"_s,
                                        u"range"_s,
                                        u"contains"_s,
                                        u"sort"_s,
                                        u"direction"_s,
                                        u"asc"_s,
                                        u"searchAfter"_s,
                                        u"pageLimit"_s,
                                        u"page"_s,
                                        u"query"_s,
                                        u"dateUpdated"_s,
                                        u"gte"_s,
                                        u"customFields"_s,
                                        u"id"_s,
                                        u"key"_s,
                                        u"field_value"_s,
                                        u"dateOfBirth"_s,
                                        u"2026-01-01"_s,
                                        u"+44 20"_s,
                                        u"a@b.example"_s,
                                        u"firstName"_s,
                                        u"country"_s,
                                        u"dndSettings"_s,
                                        QString(),
                                        QString(1, QChar(0)),
                                        u"\u202Egnp.exe"_s,
                                        QString(300, u'x'),
                                        u"<img src=x>"_s};
        return words.at(m_random.bounded(static_cast<int>(words.size())));
    }
    [[nodiscard]] int below(int limit) { return m_random.bounded(limit); }

private:
    QRandomGenerator m_random;
};

} // namespace

//! Whatever comes in, both services answer in their own form and go on.
class TestSandboxHostile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersRandomRequests();
    void answersHeadWithoutBody();
    void survivesRawGarbage();
};

void TestSandboxHostile::answersRandomRequests()
{
    const quint32 seed = qEnvironmentVariableIsSet("TWINBOOK_SEED")
        ? qEnvironmentVariable("TWINBOOK_SEED").toUInt()
        : QRandomGenerator::global()->generate();
    qInfo("TWINBOOK_SEED=%u", seed);
    RandomJson random(seed);
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    HttpClient client(sandbox);
    client.signIn();
    const QString member = sandbox.people(Side::Left).first().value(u"_id"_s).toString();
    const QString contact = sandbox.people(Side::Right).first().value(u"id"_s).toString();
    const QStringList leftPaths {u"/members"_s, u"/members/"_s + member, u"/companies"_s,
                                 u"/members/"_s + member + u"/company"_s, u"/members/count"_s};
    const QStringList rightPaths {u"/contacts/search"_s,
                                  u"/contacts/"_s,
                                  u"/contacts/"_s + contact,
                                  u"/contacts/upsert"_s,
                                  u"/contacts/"_s + contact + u"/tags"_s,
                                  u"/locations/"_s + sandbox.credentials().locationId
                                      + u"/customFields"_s};
    const QByteArrayList methods {"GET", "POST", "PUT", "DELETE"};
    const QSet<int> expected {200, 201, 204, 400, 403, 404, 422, 500, 504};
    for (int i = 0; i < 1500; ++i) {
        QJsonObject body = random.object();
        if (random.below(2) == 0) {
            body.insert(u"locationId"_s, sandbox.credentials().locationId);
            body.insert(u"pageLimit"_s, 3);
        }
        const QByteArray method = methods.at(random.below(4));
        const QString query = u"?"_s
            + QString::fromLatin1(QUrl::toPercentEncoding(random.word(), "[]$")) + u'='
            + QString::fromLatin1(QUrl::toPercentEncoding(random.word()));
        const bool left = random.below(2) == 0;
        const QStringList &paths = left ? leftPaths : rightPaths;
        const QString path = paths.at(random.below(static_cast<int>(paths.size()))) + query;
        const Response response
            = left ? client.officernd(method, path, body) : client.highlevel(method, path, body);
        QVERIFY2(
            expected.contains(response.status),
            qPrintable(u"%1 %2: %3"_s.arg(QString::fromLatin1(method), path).arg(response.status)));
        if (response.status >= 400)
            QCOMPARE(response.json.value(u"statusCode"_s).toInt(), response.status);
        else if (response.status != 204)
            QVERIFY(!response.json.isEmpty());
    }
    // What came of it is still a state that can be saved and taken up.
    Sandbox next;
    QVERIFY(next.loadState(sandbox.toJson()));
    QCOMPARE(next.toJson(), sandbox.toJson());
}

void TestSandboxHostile::answersHeadWithoutBody()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    HttpClient client(sandbox);
    QCOMPARE(client.highlevel("HEAD", u"/contacts/"_s).body, QByteArray());
    QCOMPARE(client.search({{u"pageLimit"_s, 1}}).status, 200);
}

void TestSandboxHostile::survivesRawGarbage()
{
    Sandbox sandbox;
    QVERIFY(sandbox.start());
    for (const char *garbage :
         {"\r\n\r\n\r\n", "GET\r\n\r\n", "GET /%zz%00?%=% HTTP/1.1\r\n\r\n", "\xff\xfe\x00\x01",
          "POST /contacts/ HTTP/1.1\r\nContent-Length: -5\r\n\r\n{}",
          "POST /contacts/ HTTP/1.1\r\nContent-Length: 99\r\n\r\n{}"}) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(sandbox.highlevelUrl().port()));
        QVERIFY(socket.waitForConnected());
        socket.write(garbage);
        QVERIFY(socket.flush());
        QTest::qWait(30);
        socket.abort();
    }
    HttpClient client(sandbox);
    QCOMPARE(client.search({{u"pageLimit"_s, 1}}).status, 200);
}

QTEST_GUILESS_MAIN(TestSandboxHostile)
#include "tst_sandbox_hostile.moc"
