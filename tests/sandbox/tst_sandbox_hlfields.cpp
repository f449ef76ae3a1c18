// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! Definitions of custom fields, of contacts and of companies, and custom values
//! (highlevel.md 2.6).
class TestSandboxHlFields final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void definesFieldsOfContacts()
    {
        const QString path = u"/locations/"_s + m_play->locationId() + u"/customFields"_s;
        const QJsonObject field = m_play
                                      ->post(path,
                                             {{u"name"_s, u"Desk Nr"_s},
                                              {u"dataType"_s, u"NUMERICAL"_s},
                                              {u"placeholder"_s, u"12"_s}})
                                      .json.value(u"customField"_s)
                                      .toObject();
        QCOMPARE(field.value(u"fieldKey"_s).toString(), u"contact.desk_nr"_s);
        QCOMPARE(field.value(u"placeholder"_s).toString(), u"12"_s);
        const QString id = field.value(u"id"_s).toString();
        const QString one = path + u'/' + id;
        QCOMPARE(m_play->get(one).json.value(u"customField"_s).toObject(), field);
        const Response renamed = m_play->put(one, {{u"name"_s, u"Seat"_s}});
        QCOMPARE(renamed.json.value(u"customField"_s).toObject().value(u"name"_s).toString(),
                 u"Seat"_s);
        QCOMPARE(m_play->put(one, {{u"name"_s, u"x"_s}, {u"dataType"_s, u"TEXT"_s}}).status, 422);
        QCOMPARE(m_play->put(one, {}).status, 422);
        QCOMPARE(m_play->remove(one).json.value(u"succeded"_s), QJsonValue(true));
        QCOMPARE(m_play->get(one).status, 400);
        (void)m_play->post(
            path,
            {{u"name"_s, u"Deal"_s}, {u"dataType"_s, u"TEXT"_s}, {u"model"_s, u"opportunity"_s}});
        const auto count = [&](const QString &model) {
            return m_play->get(path + u"?model="_s + model)
                .json.value(u"customFields"_s)
                .toArray()
                .size();
        };
        QCOMPARE(count(u"opportunity"_s), 1);
        QCOMPARE(count(u"contact"_s), 4);
        QCOMPARE(count(u"all"_s), 5);
        QCOMPARE(m_play->get(path + u"?model=x"_s).status, 422);
    }

    void answersAnUploadAndKeepsNothing()
    {
        const QByteArray body = "--b\r\nContent-Disposition: form-data; name=\"x\"; "
                                "filename=\"plan.csv\"\r\n\r\n1\r\n--b--\r\n";
        const QString path = u"/locations/"_s + m_play->locationId() + u"/customFields/upload"_s;
        const QJsonObject before = m_play->sandbox().toJson();
        const auto upload = [&](const QByteArray &type) {
            return m_play->client().send(
                "POST", m_play->url(path),
                {{"Authorization",
                  "Bearer " + m_play->sandbox().credentials().privateToken.toUtf8()},
                 {"Version", "2021-07-28"},
                 {"Content-Type", type}},
                body);
        };
        const Response answer = upload("multipart/form-data; boundary=b");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json.value(u"uploadedFiles"_s).toObject().contains(u"plan.csv"_s));
        QCOMPARE(upload("application/json").status, 422);
        QCOMPARE(m_play->sandbox().toJson(), before);
    }

    void keepsCustomValues()
    {
        const QString path = u"/locations/"_s + m_play->locationId() + u"/customValues"_s;
        const Response made
            = m_play->post(path, {{u"name"_s, u"Door Code"_s}, {u"value"_s, u"77"_s}});
        QCOMPARE(made.status, 201);
        const QJsonObject value = made.json.value(u"customValue"_s).toObject();
        QCOMPARE(value.value(u"fieldKey"_s).toString(), u"{{ custom_values.door_code }}"_s);
        const QString one = path + u'/' + value.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"customValue"_s).toObject(), value);
        QCOMPARE(m_play->get(path).json.value(u"customValues"_s).toArray(), QJsonArray {value});
        const Response changed
            = m_play->put(one, {{u"name"_s, u"Door Code"_s}, {u"value"_s, u"78"_s}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json.value(u"customValue"_s).toObject().value(u"value"_s).toString(),
                 u"78"_s);
        QCOMPARE(m_play->put(one, {{u"name"_s, u"x"_s}}).status, 422);
        QCOMPARE(m_play->remove(one).status, 200);
        QCOMPARE(m_play->get(one).status, 400);
    }

    void definesFieldsOfCompanies()
    {
        const QJsonObject body {{u"locationId"_s, m_play->locationId()},
                                {u"name"_s, u"Floor"_s},
                                {u"showInForms"_s, false},
                                {u"dataType"_s, u"TEXT"_s},
                                {u"fieldKey"_s, u"business.floor"_s},
                                {u"objectKey"_s, u"business"_s},
                                {u"parentId"_s, u"folder"_s}};
        const Response made = m_play->post(u"/custom-fields/"_s, body);
        QCOMPARE(made.status, 201);
        const QJsonObject field = made.json.value(u"field"_s).toObject();
        const QString one = u"/custom-fields/"_s + field.value(u"id"_s).toString();
        QCOMPARE(m_play->get(one).json.value(u"field"_s).toObject(), field);
        const Response folder = m_play->post(u"/custom-fields/folder"_s,
                                             {{u"objectKey"_s, u"business"_s},
                                              {u"name"_s, u"Rooms"_s},
                                              {u"locationId"_s, m_play->locationId()}});
        QCOMPARE(folder.status, 201);
        const QString oneFolder
            = u"/custom-fields/folder/"_s + folder.json.value(u"id"_s).toString();
        const Response list = m_play->get(u"/custom-fields/object-key/business?locationId="_s
                                          + m_play->locationId());
        QCOMPARE(list.json.value(u"fields"_s).toArray(), QJsonArray {field});
        QCOMPARE(list.json.value(u"folders"_s).toArray().size(), 1);
        const QJsonObject edit {{u"locationId"_s, m_play->locationId()},
                                {u"name"_s, u"Storey"_s},
                                {u"showInForms"_s, true}};
        QCOMPARE(m_play->put(one, edit).json.value(u"field"_s).toObject().value(u"name"_s),
                 QJsonValue(u"Storey"_s));
        QCOMPARE(
            m_play
                ->put(oneFolder, {{u"name"_s, u"Halls"_s}, {u"locationId"_s, m_play->locationId()}})
                .json.value(u"name"_s)
                .toString(),
            u"Halls"_s);
        QCOMPARE(m_play->remove(oneFolder + u"?locationId="_s + m_play->locationId()).status, 200);
        const Response gone = m_play->remove(one);
        QCOMPARE(gone.json.value(u"key"_s).toString(), u"business.floor"_s);
        QCOMPARE(m_play->get(one).status, 400);
        QCOMPARE(m_play->post(u"/custom-fields/"_s, {}).status, 422);
    }

private:
    std::unique_ptr<HighLevelPlay> m_play;
};

QTEST_GUILESS_MAIN(TestSandboxHlFields)
#include "tst_sandbox_hlfields.moc"
