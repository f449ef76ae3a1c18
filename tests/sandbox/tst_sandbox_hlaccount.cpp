// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The location and its users (highlevel.md 2.7), and what is the same for every operation.
class TestSandboxHlAccount final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void tellsTheLocation()
    {
        const QString id = m_play->locationId();
        const QJsonObject location
            = m_play->get(u"/locations/"_s + id).json.value(u"location"_s).toObject();
        const Response found = m_play->get(u"/locations/search?limit=5"_s);
        QCOMPARE(found.json.value(u"locations"_s).toArray(), QJsonArray {location});
        const QJsonArray zones = m_play->get(u"/locations/"_s + id + u"/timezones"_s)
                                     .json.value(u"timeZones"_s)
                                     .toArray();
        QVERIFY(zones.contains(u"Europe/London"_s));
        QCOMPARE(m_play->get(u"/locations/elsewhere/timezones"_s).status, 403);
    }

    void tellsTheUsers()
    {
        const QString company = m_play->get(u"/locations/"_s + m_play->locationId())
                                    .json.value(u"location"_s)
                                    .toObject()
                                    .value(u"companyId"_s)
                                    .toString();
        const auto search = [&](const QString &more) {
            return m_play->get(u"/users/search?companyId="_s + company + more);
        };
        const Response all = search({});
        QCOMPARE(all.json.value(u"count"_s).toInt(), 2);
        const QJsonObject first = all.json.value(u"users"_s).toArray().first().toObject();
        const QString id = first.value(u"id"_s).toString();
        QCOMPARE(search(u"&limit=1&skip=1"_s).json.value(u"users"_s).toArray().size(), 1);
        QCOMPARE(search(u"&query=nobody"_s).json.value(u"count"_s).toInt(), 0);
        QCOMPARE(search(u"&ids="_s + id).json.value(u"count"_s).toInt(), 1);
        QCOMPARE(search(u"&role=user"_s).json.value(u"count"_s).toInt(), 0);
        QCOMPARE(search(u"&limit=x"_s).status, 422);
        QCOMPARE(search(u"&locationId=elsewhere"_s).status, 403);
        QCOMPARE(m_play->get(u"/users/search?companyId=elsewhere"_s).status, 403);
        // The user stands at the top level.
        QCOMPARE(m_play->get(u"/users/"_s + id).json.value(u"email"_s), first.value(u"email"_s));
        QCOMPARE(m_play->get(u"/users/nobody"_s).status, 400);
        const QString list = u"/users/?locationId="_s + m_play->locationId();
        QCOMPARE(m_play->get(list).json.value(u"users"_s).toArray().size(), 2);
        m_play->speak("v3");
        QCOMPARE(m_play->get(list).status, 404);
    }

    void keepsTheAgencysCallsFromALocation()
    {
        const Response response = m_play->post(u"/users/search/filter-by-email"_s, {});
        QCOMPARE(response.status, 401);
        QVERIFY(response.message().startsWith(u"This authClass type"_s));
        QCOMPARE(m_play->get(u"/companies/x"_s).status, 401);
        QCOMPARE(m_play->get(u"/oauth/installedLocations"_s).status, 401);
    }

    void spellsDoNotDisturbByVersion()
    {
        const QString id = m_play->person();
        const auto settings = [](const QString &channel) {
            return QJsonObject {
                {u"dndSettings"_s,
                 QJsonObject {{channel, QJsonObject {{u"status"_s, u"active"_s}}}}}};
        };
        const auto put = [&](const QString &channel) {
            return m_play->put(u"/contacts/"_s + id, settings(channel));
        };
        QCOMPARE(put(u"whatsApp"_s).status, 422);
        QCOMPARE(put(u"WhatsApp"_s).status, 200);
        m_play->speak("v3");
        QCOMPARE(m_play->contact(id).value(u"dndSettings"_s),
                 settings(u"whatsApp"_s).value(u"dndSettings"_s));
        QCOMPARE(put(u"WhatsApp"_s).status, 422);
        QCOMPARE(put(u"sms"_s).status, 200);
        m_play->speak("2021-07-28");
        QCOMPARE(m_play->contact(id).value(u"dndSettings"_s),
                 settings(u"SMS"_s).value(u"dndSettings"_s));
        // Under a dated version the new name of a custom field's value is unknown.
        const QJsonObject field {{u"key"_s, u"access_card"_s}, {u"fieldValue"_s, u"9"_s}};
        QCOMPARE(
            m_play->put(u"/contacts/"_s + id, {{u"customFields"_s, QJsonArray {field}}}).status,
            422);
    }

private:
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlAccount)
#include "tst_sandbox_hlaccount.moc"
