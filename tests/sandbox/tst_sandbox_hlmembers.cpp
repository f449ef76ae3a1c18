// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Followers, campaigns and workflows of contacts (highlevel.md 2.5).
class TestSandboxHlMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void follows()
    {
        const QString path = u"/contacts/"_s + m_play->person() + u"/followers"_s;
        const QString user = m_play->firstUser();
        const QJsonObject body {{u"followers"_s, QJsonArray {user}}};
        const Response added = m_play->post(path, body);
        QCOMPARE(added.status, 201);
        QCOMPARE(added.json.value(u"followers"_s).toArray(), QJsonArray {user});
        QCOMPARE(added.json.value(u"followersAdded"_s).toArray(), QJsonArray {user});
        const Response again = m_play->post(path, body);
        QCOMPARE(again.json.value(u"followersAdded"_s).toArray(), QJsonArray());
        const Response found = m_play->client().search(
            {{u"pageLimit"_s, 5},
             {u"filters"_s,
              QJsonArray {QJsonObject {
                  {u"field"_s, u"followers"_s}, {u"operator"_s, u"eq"_s}, {u"value"_s, user}}}}});
        QCOMPARE(found.json.value(u"total"_s).toInt(), 1);
        const Response removed = m_play->remove(path, body);
        QCOMPARE(removed.status, 200);
        QCOMPARE(removed.json.value(u"followersRemoved"_s).toArray(), QJsonArray {user});
        QCOMPARE(m_play->post(path, {{u"followers"_s, QJsonArray {u"x"_s}}}).status, 422);
        QCOMPARE(m_play->remove(path).status, 422);
    }

    void enrols_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("path");
        QTest::newRow("campaign") << u"campaigns"_s << u"campaigns"_s;
        QTest::newRow("workflow") << u"workflows"_s << u"workflow"_s;
    }

    void enrols()
    {
        QFETCH(QString, list);
        QFETCH(QString, path);
        const Response known = m_play->get(u'/' + list + u"/?locationId="_s + m_play->locationId());
        const QJsonObject first = known.json.value(list).toArray().first().toObject();
        QVERIFY(!first.value(u"name"_s).toString().isEmpty());
        QCOMPARE(m_play->get(u'/' + list + u"/"_s).status, 403);
        const QString contact = u"/contacts/"_s + m_play->person() + u'/';
        const QString one = contact + path + u'/' + first.value(u"id"_s).toString();
        QCOMPARE(enrolled(), 0);
        const Response in = m_play->post(one, {});
        QCOMPARE(in.status, 201);
        QCOMPARE(in.json.value(u"succeded"_s), QJsonValue(true));
        (void)m_play->post(one, {});
        QCOMPARE(enrolled(), 1);
        QCOMPARE(m_play->post(contact + path + u"/nothing"_s, {}).status, 400);
        QCOMPARE(m_play->post(u"/contacts/nobody/"_s + path + u"/x"_s, {}).status, 400);
        QCOMPARE(m_play->remove(one).status, 200);
        QCOMPARE(enrolled(), 0);
    }

    void leavesEveryCampaign_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<int>("status");
        QTest::newRow("dated") << QByteArray("2021-07-28") << u"removeAll"_s << 200;
        QTest::newRow("v3") << QByteArray("v3") << u"remove-all"_s << 200;
        // Taken for the id of a campaign.
        QTest::newRow("too early") << QByteArray("2021-07-28") << u"remove-all"_s << 400;
    }

    void leavesEveryCampaign()
    {
        QFETCH(QByteArray, version);
        QFETCH(QString, spelling);
        QFETCH(int, status);
        const QString campaign = m_play->get(u"/campaigns/?locationId="_s + m_play->locationId())
                                     .json.value(u"campaigns"_s)
                                     .toArray()
                                     .first()
                                     .toObject()
                                     .value(u"id"_s)
                                     .toString();
        const QString path = u"/contacts/"_s + m_play->person() + u"/campaigns/"_s;
        (void)m_play->post(path + campaign, {});
        m_play->speak(version);
        QCOMPARE(m_play->remove(path + spelling).status, status);
        QCOMPARE(enrolled(), status == 200 ? 0 : 1);
    }

private:
    [[nodiscard]] qsizetype enrolled() const
    {
        return m_play->sandbox()
            .toJson()
            .value(u"highlevel"_s)
            .toObject()
            .value(u"enrolments"_s)
            .toArray()
            .size();
    }

    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlMembers)
#include "tst_sandbox_hlmembers.moc"
