// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officerndplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! What nobody synchronizes and OfficeRnD has all the same: contracts, events, integrations.
class TestSandboxAgreements final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<OfficerndPlay>(); }

    void contractsAreReadOnly()
    {
        const QJsonObject listed = m_play->list(u"/contracts"_s).first().toObject();
        const QString id = listed.value(u"_id"_s).toString();
        QCOMPARE(m_play->get(u"/contracts/"_s + id).json, listed);
        QVERIFY(m_play->get(u"/contracts/count"_s).json.value(u"total"_s).toInt() > 0);
        QCOMPARE(m_play->get(u"/contracts/"_s + QString(24, u'0')).status, 404);
        // The membership that it is about names it.
        const QString membership = m_play->idWhere(u"/memberships"_s, u"contract"_s, id);
        QCOMPARE(m_play->get(u"/memberships/"_s + membership).json.value(u"company"_s),
                 listed.value(u"company"_s));
        QCOMPARE(m_play->put(u"/contracts/"_s + id, {{u"status"_s, u"x"_s}}).status, 404);
    }

    void eventsComeAndGo()
    {
        const int before = m_play->get(u"/events/count"_s).json.value(u"total"_s).toInt();
        QJsonObject body {{u"title"_s, u"Breakfast"_s},
                          {u"location"_s, m_play->firstId(u"/locations"_s)},
                          {u"start"_s, u"2026-12-01T08:00:00Z"_s},
                          {u"end"_s, u"2026-12-01T09:00:00Z"_s},
                          {u"timezone"_s, u"Europe/London"_s}};
        const Response created = m_play->post(u"/events"_s, body);
        QCOMPARE(created.status, 201);
        const QString path = u"/events/"_s + created.json.value(u"_id"_s).toString();
        QCOMPARE(m_play->get(path).json, created.json);
        QCOMPARE(m_play->list(u"/events"_s).size(), before + 1);
        QCOMPARE(m_play->put(path, {{u"title"_s, u"Lunch"_s}}).status, 200);
        QCOMPARE(m_play->get(path).json.value(u"title"_s).toString(), u"Lunch"_s);
        QCOMPARE(m_play->put(path, {{u"end"_s, u"2026-12-02T09:00:00Z"_s}}).status, 500);
        QCOMPARE(m_play->put(path, {{u"end"_s, u"2026-12-01T07:00:00Z"_s}}).status, 500);
        body.insert(u"location"_s, QString(24, u'0'));
        QCOMPARE(m_play->post(u"/events"_s, body).status, 500);
        body.remove(u"location"_s);
        QCOMPARE(m_play->post(u"/events"_s, body).status, 400);
        QCOMPARE(m_play->remove(path).status, 200);
        QCOMPARE(m_play->get(path).status, 404);
        QCOMPARE(m_play->get(u"/events/count"_s).json.value(u"total"_s).toInt(), before);
    }

    //! They have no list; a person reads the id in the service's pages.
    void integrationsAreReadById()
    {
        const QJsonObject stored = m_play->sandbox()
                                       .toJson()[u"officernd"_s][u"integrations"_s]
                                       .toArray()
                                       .first()
                                       .toObject();
        QCOMPARE(m_play->get(u"/integrations/"_s + stored.value(u"_id"_s).toString()).json, stored);
        QCOMPARE(m_play->get(u"/integrations/"_s + QString(24, u'0')).status, 404);
        QVERIFY(!m_play->list(u"/checkins/visitors"_s).isEmpty());
    }

private:
    std::unique_ptr<OfficerndPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxAgreements)
#include "tst_sandbox_agreements.moc"
