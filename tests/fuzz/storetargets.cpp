// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "promises.h"

#include "officernd/schema.h"
#include "store/database.h"
#include "store/schemajson.h"
#include "store/settingsstore.h"
#include "store/valuejson.h"

#include <QJsonArray>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

QString textOf(QByteArrayView text)
{
    return QString::fromUtf8(text);
}

const FieldMap &someFields()
{
    static const FieldMap fields {
        {u"name"_s, FieldValue(u"Zoë \"Z\" O’Neil"_s)},
        {u"tags"_s, FieldValue(QStringList {u"vip"_s, u""_s})},
        {u"properties.Age"_s, FieldValue(41.5)},
        {u"active"_s, FieldValue(true)},
        {u"startDate"_s, FieldValue(QDate(2026, 1, 31))},
        {u"phone"_s, FieldValue()},
    };
    return fields;
}

ServiceSchema someSchema()
{
    return {.accountName = u"Oda"_s,
            .accountId = u"oda"_s,
            .country = u"GB"_s,
            .timeZone = u"Europe/London"_s,
            .fields = officernd::standardFields()};
}

void readValue(QByteArrayView text)
{
    const FieldValue value = valueFromText(textOf(text));
    expect(valueFromText(valueToText(value)) == value, "a written value reads the same");
    (void)value.toDisplay();
    (void)value.toText();
    expect(!value.toDisplay().contains(u'\n'), "a value is shown in one line");
}

void readFields(QByteArrayView text)
{
    const auto fields = fieldsFromText(textOf(text));
    if (fields)
        expect(fieldsFromText(fieldsToText(*fields)) == fields, "written fields read the same");
}

void readWrites(QByteArrayView text)
{
    const auto writes = writesFromText(textOf(text));
    if (writes)
        expect(writesFromText(writesToText(*writes)) == writes, "written writes read the same");
}

void readAgreed(QByteArrayView text)
{
    const QJsonObject stored = objectOf(text);
    for (const QJsonValue &value : stored) {
        const AgreedPair pair = pairFromJson(value);
        if (pair.known == AgreedPair::Known::Yes)
            expect(pairFromJson(pairToJson(pair)) == pair, "a written pair reads the same");
    }
}

void readSchema(QByteArrayView text)
{
    const ServiceSchema schema = schemaFromJson(objectOf(text));
    expect(schemaFromJson(schemaToJson(schema)) == schema, "a written schema reads the same");
    expect(schema.fields.size() <= text.size() / 2, "no more fields than the text can hold");
}

//! A database whose settings somebody has been at. Its one transaction never ends, so that no case
//! waits for the disk.
class TamperedSettings
{
public:
    TamperedSettings()
        : m_database(
            Database::open(m_folder.filePath(u"twinbook.db"_s), Database::Mode::ReadWrite).value())
        , m_settings(m_database, m_clock)
        , m_update(m_database.connection())
    {
        if (!m_database.connection().transaction() || !m_settings.setSection(u"s"_s, {})
            || !m_update.prepare(u"UPDATE setting SET content = ? WHERE section = 's'"_s))
            qFatal("the database is not ready");
    }

    void read(QByteArrayView text)
    {
        m_update.bindValue(0, textOf(text));
        // The database itself may refuse text that is no JSON; then there is nothing to read.
        if (m_update.exec())
            expectOutcome(m_settings.section(u"s"_s), text);
        m_update.finish();
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Database m_database;
    SettingsStore m_settings;
    QSqlQuery m_update;
};

FieldWrites someWrites()
{
    FieldWrites writes;
    for (auto field = someFields().cbegin(); field != someFields().cend(); ++field)
        writes.append({field.key(), field.value()});
    return writes;
}

QList<QByteArray> storedValues()
{
    QList<QByteArray> texts;
    for (const FieldValue &value : someFields())
        texts.append(valueToText(value).toUtf8());
    return texts;
}

QByteArray agreedPairs()
{
    QJsonObject pairs;
    for (auto field = someFields().cbegin(); field != someFields().cend(); ++field) {
        pairs.insert(field.key(),
                     pairToJson({AgreedPair::Known::Yes, field.value(), FieldValue(u"x"_s)}));
    }
    return compact(pairs);
}

} // namespace

QList<Target> storeTargets()
{
    const auto settings = std::make_shared<TamperedSettings>();
    return {
        {u"store.value"_s, storedValues(), readValue},
        {u"store.fields"_s, {fieldsToText(someFields()).toUtf8()}, readFields},
        {u"store.writes"_s, {writesToText(someWrites()).toUtf8()}, readWrites},
        {u"store.agreed"_s, {agreedPairs()}, readAgreed},
        {u"store.schema"_s, {compact(schemaToJson(someSchema()))}, readSchema},
        {u"store.setting"_s,
         {"{\"url\":\"https://services.leadconnectorhq.com\",\"location\":\"l1\"}"},
         [settings](QByteArrayView text) { settings->read(text); }},
    };
}

} // namespace twinbook::fuzz
