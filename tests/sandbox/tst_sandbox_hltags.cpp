// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! The tag dictionary and the calls for many contacts (highlevel.md 2.5 and 2.7). Tags of one
//! contact are tested with the contacts.
class TestSandboxHlTags final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void keepsADictionary()
    {
        const QString path = u"/locations/"_s + m_play->locationId() + u"/tags"_s;
        const QJsonObject tag
            = m_play->post(path, {{u"name"_s, u" Tour "_s}}).json.value(u"tag"_s).toObject();
        QCOMPARE(tag.value(u"name"_s).toString(), u"tour"_s);
        QCOMPARE(tag.value(u"locationId"_s).toString(), m_play->locationId());
        const QString one = path + u'/' + tag.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"tag"_s).toObject(), tag);
        const Response renamed = m_play->put(one, {{u"name"_s, u"Visit"_s}});
        QCOMPARE(renamed.json.value(u"tag"_s).toObject().value(u"name"_s).toString(), u"visit"_s);
        QCOMPARE(m_play->put(one, {{u"name"_s, u"VISIT"_s}}).status, 400);
        QCOMPARE(m_play->put(one, {}).status, 422);
        QCOMPARE(m_play->post(path, {{u"name"_s, u" "_s}}).status, 422);
        QCOMPARE(m_play->remove(one).json.value(u"succeded"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
        QCOMPARE(m_play->get(u"/locations/elsewhere/tags"_s).status, 403);
    }

    void tagsMany()
    {
        const QString first = m_play->contactId({{u"tags"_s, QJsonArray {u"old"_s}}});
        const QString second = m_play->contactId({{u"firstName"_s, u"Bea"_s}});
        const auto change = [&](const QString &type, const QJsonObject &more = {}) {
            QJsonObject body {{u"contacts"_s, QJsonArray {first, second, u"nobody"_s}},
                              {u"tags"_s, QJsonArray {u" VIP "_s}},
                              {u"locationId"_s, m_play->locationId()}};
            for (auto member = more.begin(); member != more.end(); ++member)
                body.insert(member.key(), member.value());
            return m_play->post(u"/contacts/bulk/tags/update/"_s + type, body);
        };
        const Response added = change(u"add"_s);
        QCOMPARE(added.status, 201);
        QCOMPARE(added.json.value(u"succeded"_s), QJsonValue(true));
        QCOMPARE(added.json.value(u"errorCount"_s).toInt(), 1);
        const QJsonArray lines = added.json.value(u"responses"_s).toArray();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).toObject().value(u"oldTags"_s).toArray(), QJsonArray {u"old"_s});
        QCOMPARE(lines.at(0).toObject().value(u"tagsAdded"_s).toArray(), QJsonArray {u"vip"_s});
        QCOMPARE(lines.at(2).toObject().value(u"type"_s).toString(), u"error"_s);
        QCOMPARE(m_play->contact(second).value(u"tags"_s).toArray(), QJsonArray {u"vip"_s});
        (void)change(u"remove"_s);
        QCOMPARE(m_play->contact(first).value(u"tags"_s).toArray(), QJsonArray {u"old"_s});
        (void)change(u"remove"_s, {{u"removeAllTags"_s, true}});
        QCOMPARE(m_play->contact(first).value(u"tags"_s).toArray(), QJsonArray());
        QCOMPARE(change(u"replace"_s).status, 422);
        QCOMPARE(change(u"add"_s, {{u"locationId"_s, u"elsewhere"_s}}).status, 403);
    }

private:
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlTags)
#include "tst_sandbox_hltags.moc"
