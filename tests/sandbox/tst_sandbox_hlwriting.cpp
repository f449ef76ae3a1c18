// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevelplay.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace twinbook;
using namespace twinbook::sandbox;

//! What becomes of the values that are written to HighLevel's people (highlevel.md 2.1, 2.2, 2.6).
class TestSandboxHlWriting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_play = std::make_unique<HighLevelPlay>(); }

    void updatesPartially();
    void clearsFields_data();
    void clearsFields();
    void keepsOnlyInternationalPhones_data();
    void keepsOnlyInternationalPhones();
    void readsBirthdays_data();
    void readsBirthdays();
    void writesCustomFields();
    void createsCustomFieldDefinitions();
    void lowersTags();
    void removesTagsByDeleteWithBody();

private:
    [[nodiscard]] Response put(const QString &id, const QJsonObject &body)
    {
        return m_play->put(u"/contacts/"_s + id, body);
    }

    std::unique_ptr<HighLevelPlay> m_play;
};

void TestSandboxHlWriting::updatesPartially()
{
    const QJsonObject before = m_play->sandbox().people(Side::Right).first();
    const QString id = before.value(u"id"_s).toString();
    const Response updated = put(id, {{u"city"_s, u"Hull"_s}});
    QCOMPARE(updated.status, 200);
    QCOMPARE(updated.json.value(u"succeded"_s), QJsonValue(true));
    QJsonObject after = updated.json.value(u"contact"_s).toObject();
    QCOMPARE(after, m_play->contact(id));
    QVERIFY(after.value(u"dateUpdated"_s).toString() > before.value(u"dateUpdated"_s).toString());
    after.insert(u"city"_s, before.value(u"city"_s));
    after.insert(u"dateUpdated"_s, before.value(u"dateUpdated"_s));
    QCOMPARE(after, before);
    const Response missing = put(u"nobody"_s, {{u"city"_s, u"Hull"_s}});
    QCOMPARE(missing.status, 400);
    QVERIFY(missing.message().contains(u"not found"_s));
}

void TestSandboxHlWriting::clearsFields_data()
{
    QTest::addColumn<QJsonValue>("nothing");
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("empty text") << QJsonValue(QString());
}

void TestSandboxHlWriting::clearsFields()
{
    QFETCH(QJsonValue, nothing);
    const QString id = m_play->contactId({{u"firstName"_s, u"Cy"_s},
                                          {u"email"_s, u"cy@clear.example"_s},
                                          {u"phone"_s, u"+442079460997"_s},
                                          {u"address1"_s, u"1 Row"_s},
                                          {u"dateOfBirth"_s, u"2000-01-02"_s}});
    QCOMPARE(put(id,
                 {{u"email"_s, nothing},
                  {u"phone"_s, nothing},
                  {u"address1"_s, nothing},
                  {u"dateOfBirth"_s, nothing}})
                 .status,
             200);
    const QJsonObject after = m_play->contact(id);
    for (const QString &field :
         {u"email"_s, u"emailLowerCase"_s, u"phone"_s, u"address1"_s, u"dateOfBirth"_s})
        QVERIFY2(!after.contains(field), qPrintable(field));
    // What was cleared is free for others.
    QCOMPARE(m_play->createContact({{u"email"_s, u"cy@clear.example"_s}}).status, 201);
}

void TestSandboxHlWriting::keepsOnlyInternationalPhones_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("stored");
    QTest::newRow("E.164") << u"+442079460990"_s << u"+442079460990"_s;
    QTest::newRow("spaced") << u"+1 888-888-8888"_s << u"+18888888888"_s;
    QTest::newRow("local") << u"020 7946 0990"_s << QString();
    QTest::newRow("words") << u"call me"_s << QString();
    QTest::newRow("short") << u"+44 1"_s << QString();
}

void TestSandboxHlWriting::keepsOnlyInternationalPhones()
{
    QFETCH(QString, phone);
    QFETCH(QString, stored);
    const Response created
        = m_play->createContact({{u"firstName"_s, u"Fay"_s}, {u"phone"_s, phone}});
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"contact"_s).toObject().value(u"phone"_s).toString(), stored);
}

void TestSandboxHlWriting::readsBirthdays_data()
{
    QTest::addColumn<QString>("text");
    for (const QChar separator : {u'/', u'-', u'.', u'_'}) {
        QTest::addRow("year first %c", separator.toLatin1())
            << u"1990%1 9%1 5"_s.arg(separator).remove(u' ');
        QTest::addRow("month first %c", separator.toLatin1())
            << u"09%1 05%1 1990"_s.arg(separator).remove(u' ');
    }
}

void TestSandboxHlWriting::readsBirthdays()
{
    QFETCH(QString, text);
    const QString id = m_play->contactId({{u"dateOfBirth"_s, text}});
    QCOMPARE(m_play->contact(id).value(u"dateOfBirth"_s).toString(), u"1990-09-05"_s);
}

void TestSandboxHlWriting::writesCustomFields()
{
    const QString shirt = m_play->fieldId(u"T-Shirt Size"_s);
    const QString card = m_play->fieldId(u"Access Card"_s);
    const QString interests = m_play->fieldId(u"Interests"_s);
    const auto write = [](const QString &name, const QString &which, const QJsonValue &value) {
        return QJsonObject {{name, which}, {u"field_value"_s, value}};
    };
    const QString id = m_play->contactId(
        {{u"customFields"_s,
          QJsonArray {write(u"id"_s, shirt, u"M"_s), write(u"key"_s, u"access_card"_s, u"7"_s),
                      write(u"id"_s, u"unknown"_s, u"x"_s)}}});
    const auto values = [&] {
        QJsonObject found;
        const QJsonArray fields = m_play->contact(id).value(u"customFields"_s).toArray();
        for (const QJsonValue &field : fields)
            found.insert(field.toObject().value(u"id"_s).toString(),
                         field.toObject().value(u"value"_s));
        return found;
    };
    QCOMPARE(values(), QJsonObject({{shirt, u"M"_s}, {card, u"7"_s}}));
    // Merged by id; a value outside the options is dropped; a list stays a list.
    QCOMPARE(put(id,
                 {{u"customFields"_s,
                   QJsonArray {write(u"id"_s, shirt, u"XXL"_s),
                               write(u"id"_s, interests, QJsonArray {u"Events"_s})}}})
                 .status,
             200);
    QCOMPARE(values(),
             QJsonObject({{shirt, u"M"_s}, {card, u"7"_s}, {interests, QJsonArray {u"Events"_s}}}));
    (void)put(
        id,
        {{u"customFields"_s,
          QJsonArray {write(u"id"_s, shirt, QString()), write(u"id"_s, card, QJsonValue::Null),
                      write(u"id"_s, interests, QJsonArray())}}});
    QCOMPARE(values(), QJsonObject());
}

void TestSandboxHlWriting::createsCustomFieldDefinitions()
{
    const QString path = u"/locations/"_s + m_play->locationId() + u"/customFields"_s;
    const Response created
        = m_play->send("POST", path, {{u"name"_s, u"Twin Id"_s}, {u"dataType"_s, u"TEXT"_s}});
    QCOMPARE(created.status, 201);
    const QJsonObject field = created.json.value(u"customField"_s).toObject();
    QCOMPARE(field.value(u"fieldKey"_s).toString(), u"contact.twin_id"_s);
    QCOMPARE(m_play->fieldId(u"Twin Id"_s), field.value(u"id"_s).toString());
    QCOMPARE(m_play->send("POST", path, {{u"name"_s, u"x"_s}}).status, 422);
    QCOMPARE(m_play->send("GET", path + u"?model=opportunity"_s)
                 .json.value(u"customFields"_s)
                 .toArray()
                 .size(),
             0);
}

void TestSandboxHlWriting::lowersTags()
{
    const QString id
        = m_play->contactId({{u"tags"_s, QJsonArray {u" VIP "_s, u"vip"_s, u"Desk 5"_s}}});
    QCOMPARE(m_play->contact(id).value(u"tags"_s).toArray(), (QJsonArray {u"vip"_s, u"desk 5"_s}));
    (void)put(id, {{u"tags"_s, QJsonArray {u"New"_s}}});
    QCOMPARE(m_play->contact(id).value(u"tags"_s).toArray(), QJsonArray {u"new"_s});
    (void)put(id, {{u"tags"_s, QJsonArray()}});
    QCOMPARE(m_play->contact(id).value(u"tags"_s).toArray(), QJsonArray());

    const QString path = u"/locations/"_s + m_play->locationId() + u"/tags"_s;
    const auto dictionary = [&] {
        QStringList names;
        const QJsonArray tags = m_play->send("GET", path).json.value(u"tags"_s).toArray();
        for (const QJsonValue &tag : tags)
            names.append(tag.toObject().value(u"name"_s).toString());
        return names;
    };
    QCOMPARE(dictionary().count(u"desk 5"_s), 1);
    const Response made = m_play->send("POST", path, {{u"name"_s, u"Tour"_s}});
    QCOMPARE(made.status, 200);
    QCOMPARE(made.json.value(u"tag"_s).toObject().value(u"name"_s).toString(), u"tour"_s);
    QVERIFY(dictionary().contains(u"tour"_s));
    QCOMPARE(m_play->send("POST", path, {{u"name"_s, u"TOUR"_s}}).status, 400);
}

void TestSandboxHlWriting::removesTagsByDeleteWithBody()
{
    const QString id = m_play->contactId({{u"tags"_s, QJsonArray {u"a"_s}}});
    const QString path = u"/contacts/"_s + id + u"/tags"_s;
    const Response added
        = m_play->send("POST", path, {{u"tags"_s, QJsonArray {u" Early Bird "_s, u"a"_s}}});
    QCOMPARE(added.status, 201);
    QCOMPARE(added.json.value(u"tags"_s).toArray(), (QJsonArray {u"a"_s, u"early bird"_s}));
    QCOMPARE(added.json.value(u"tagsAdded"_s).toArray(), QJsonArray {u"early bird"_s});
    const Response removed
        = m_play->send("DELETE", path, {{u"tags"_s, QJsonArray {u"EARLY BIRD"_s, u"never"_s}}});
    QCOMPARE(removed.status, 200);
    QCOMPARE(removed.json.value(u"tags"_s).toArray(), QJsonArray {u"a"_s});
    QCOMPARE(removed.json.value(u"tagsRemoved"_s).toArray(), QJsonArray {u"early bird"_s});
    QCOMPARE(m_play->contact(id).value(u"tags"_s).toArray(), QJsonArray {u"a"_s});
    QCOMPARE(m_play
                 ->send("POST", path,
                        {{u"tags"_s, QJsonArray {u"b"_s}}, {u"locationId"_s, m_play->locationId()}})
                 .status,
             422);
    QCOMPARE(m_play->send("DELETE", path).status, 422);
}

QTEST_GUILESS_MAIN(TestSandboxHlWriting)
#include "tst_sandbox_hlwriting.moc"
