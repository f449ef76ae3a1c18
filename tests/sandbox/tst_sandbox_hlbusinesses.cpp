// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Companies, the search over them and their people (highlevel.md 2.5 and 2.7).
class TestSandboxHlBusinesses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void livesThroughItsLife()
    {
        const Response made = m_play->post(u"/businesses/"_s,
                                           {{u"name"_s, u"Acme"_s},
                                            {u"locationId"_s, m_play->locationId()},
                                            {u"city"_s, u"Hull"_s}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value(u"success"_s), QJsonValue(true));
        const QJsonObject business = made.json.value(u"buiseness"_s).toObject();
        for (const QString &member : {u"id"_s, u"createdAt"_s, u"updatedAt"_s, u"createdBy"_s})
            QVERIFY2(business.contains(member), qPrintable(member));
        const QString one = u"/businesses/"_s + business.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"business"_s).toObject(), business);
        const Response changed = m_play->put(one, {{u"city"_s, u"York"_s}});
        QCOMPARE(changed.status, 200);
        const QJsonObject after = changed.json.value(u"buiseness"_s).toObject();
        QCOMPARE(after.value(u"city"_s).toString(), u"York"_s);
        QVERIFY(after.value(u"updatedAt"_s).toString() > business.value(u"updatedAt"_s).toString());
        QCOMPARE(m_play->put(one, {{u"locationId"_s, m_play->locationId()}}).status, 422);
        QCOMPARE(m_play->remove(one).json.value(u"success"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
        QCOMPARE(m_play->post(u"/businesses/"_s, {{u"name"_s, u"x"_s}}).status, 422);
        QCOMPARE(
            m_play
                ->post(u"/businesses/"_s, {{u"name"_s, u"x"_s}, {u"locationId"_s, u"elsewhere"_s}})
                .status,
            403);
    }

    void listsAndSearches()
    {
        for (int i = 0; i < 7; ++i)
            (void)business(u"Acme %1"_s.arg(i));
        (void)business(u"Other"_s);
        const auto list = [&](const QString &paging) {
            return m_play->get(u"/businesses/?locationId="_s + m_play->locationId() + paging)
                .json.value(u"businesses"_s)
                .toArray();
        };
        QCOMPARE(list({}).size(), 8);
        QCOMPARE(list(u"&limit=5"_s).size(), 5);
        QCOMPARE(list(u"&limit=5&skip=5"_s).size(), 3);
        const auto search = [&](const QJsonArray &after) {
            return m_play->post(u"/objects/business/records/search"_s,
                                {{u"locationId"_s, m_play->locationId()},
                                 {u"page"_s, 1},
                                 {u"pageLimit"_s, 5},
                                 {u"query"_s, u"name:acme"_s},
                                 {u"searchAfter"_s, after}});
        };
        const Response first = search({});
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.value(u"total"_s).toInt(), 7);
        const QJsonArray records = first.json.value(u"records"_s).toArray();
        QCOMPARE(records.size(), 5);
        const QJsonObject last = records.last().toObject();
        QVERIFY(last.value(u"properties"_s)
                    .toObject()
                    .value(u"name"_s)
                    .toString()
                    .startsWith(u"Acme"_s));
        const Response second = search(last.value(u"searchAfter"_s).toArray());
        QCOMPARE(second.json.value(u"records"_s).toArray().size(), 2);
        QCOMPARE(m_play->post(u"/objects/business/records/search"_s, {}).status, 422);
        QCOMPARE(m_play->post(u"/objects/unicorn/records/search"_s, {}).status, 400);
        QCOMPARE(m_play->get(u"/objects/business"_s)
                     .json.value(u"object"_s)
                     .toObject()
                     .value(u"key"_s)
                     .toString(),
                 u"business"_s);
    }

    void linksPeople()
    {
        const QString id = business(u"Acme"_s);
        const QString person = m_play->person();
        const auto link = [&](const QJsonValue &target, const QJsonArray &ids) {
            return m_play->post(u"/contacts/bulk/business"_s,
                                {{u"locationId"_s, m_play->locationId()},
                                 {u"ids"_s, ids},
                                 {u"businessId"_s, target}});
        };
        const Response linked = link(id, {person, u"nobody"_s});
        QCOMPARE(linked.status, 200);
        QCOMPARE(linked.json.value(u"ids"_s).toArray(), QJsonArray {person});
        QCOMPARE(m_play->contact(person).value(u"businessId"_s).toString(), id);
        const QString list = u"/contacts/business/"_s + id + u"?locationId="_s;
        const Response people = m_play->get(list + m_play->locationId());
        QCOMPARE(people.json.value(u"count"_s).toInt(), 1);
        QCOMPARE(
            people.json.value(u"contacts"_s).toArray().first().toObject().value(u"id"_s).toString(),
            person);
        QCOMPARE(m_play->get(list + u"elsewhere"_s).status, 403);
        QCOMPARE(link(QJsonValue::Null, {person}).status, 200);
        QVERIFY(!m_play->contact(person).contains(u"businessId"_s));
        QCOMPARE(link(u"nothing"_s, {person}).status, 400);
        QJsonArray many;
        for (int i = 0; i < 51; ++i)
            many.append(person);
        QCOMPARE(link(id, many).status, 422);
    }

private:
    [[nodiscard]] QString business(const QString &name)
    {
        return m_play
            ->post(u"/businesses/"_s, {{u"name"_s, name}, {u"locationId"_s, m_play->locationId()}})
            .json.value(u"buiseness"_s)
            .toObject()
            .value(u"id"_s)
            .toString();
    }

    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlBusinesses)
#include "tst_sandbox_hlbusinesses.moc"
