// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "promises.h"

#include "catalogue/catalogue.h"
#include "catalogue/operationrequest.h"
#include "core/normalize.h"
#include "core/phone.h"
#include "core/redact.h"
#include "highlevel/schema.h"
#include "mapping/mappingprofile.h"
#include "officernd/schema.h"
#include "quirks/quirkset.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

QString textOf(QByteArrayView text)
{
    return QString::fromUtf8(text);
}

ServiceSchema leftSchema()
{
    return {.accountName = u"Oda"_s,
            .accountId = u"oda"_s,
            .country = u"GB"_s,
            .timeZone = u"Europe/London"_s,
            .fields = officernd::standardFields()};
}

ServiceSchema rightSchema()
{
    ServiceSchema schema = leftSchema();
    schema.fields = highlevel::standardFields();
    return schema;
}

void readMapping(QByteArrayView text)
{
    const Result<MappingProfile> profile = mappingFromJson(text.toByteArray());
    expectOutcome(profile, text);
    if (!profile)
        return;
    expect(profile->rows.size() <= text.size() / 2, "no more rows than the file can hold");
    for (const FieldMapping &row : profile->rows)
        expect(!row.id.isEmpty(), "a row has an id");
    const Result<MappingProfile> again = mappingFromJson(mappingToJson(*profile));
    expect(again && *again == *profile, "a written mapping reads the same");
}

void readQuirks(QByteArrayView text)
{
    const Result<QuirkSet> quirks = QuirkSet::fromJson(objectOf(text));
    expectOutcome(quirks, text);
    if (quirks)
        expect(QuirkSet::fromJson(quirks->toJson()) == quirks, "written quirks read the same");
}

void readCatalogue(QByteArrayView text)
{
    const Result<Catalogue> catalogue = Catalogue::parse(text.toByteArray());
    expectOutcome(catalogue, text);
    if (!catalogue)
        return;
    for (const Operation &operation : catalogue->operations()) {
        expect(!operation.name.isEmpty(), "an operation has a name");
        (void)OperationRequest(operation, u"account"_s).line();
    }
}

//! A body that a person typed.
void readTypedBody(QByteArrayView text)
{
    static const auto catalogue = Catalogue::load();
    static const Operation *operation = catalogue->find(u"contacts-create"_s);
    static const Operation chosen = operation ? *operation : [] {
        for (const Operation &each : catalogue->operations()) {
            if (!each.bodyExample.isEmpty() && each.path.contains(u'{'))
                return each;
        }
        return catalogue->operations().constFirst();
    }();
    OperationRequest request(chosen, u"ve9EPM428h8vShlRW1KT"_s);
    request.setBody(textOf(text));
    for (const OperationRequest::Field &field : request.fields())
        (void)request.set(field.name, textOf(text));
    expectOutcome(request.request(), text);
}

void readPhone(QByteArrayView text)
{
    const QString phone = textOf(text);
    const QString written = phoneE164(phone, u"GB"_s);
    expect(written.isEmpty() || written.startsWith(u'+'), "E.164 begins with a plus");
    expect(written.size() <= 40, "E.164 is short");
    if (!written.isEmpty())
        expect(phoneE164(written, u"GB"_s) == written, "E.164 reads as itself");
    (void)phoneKey(phone, {});
}

void readName(QByteArrayView text)
{
    const QString name = textOf(text);
    const QString simple = simplifiedText(name);
    expect(simplifiedText(simple) == simple, "what is simplified stays so");
    const QString caseless = caselessText(name);
    expect(caselessText(caseless) == caseless, "what is without case stays so");
    const QString folded = foldedText(name);
    expect(foldedText(folded) == folded, "what is folded stays so");
    (void)lastNameKey(name);
    (void)tagSetKey(name.split(u','));
}

void readEmail(QByteArrayView text)
{
    const QString key = emailKey(textOf(text));
    expect(key.isEmpty() || key.count(u'@') == 1, "the key of an address has one @");
    expect(emailKey(key) == key, "the key of a key is itself");
    (void)isSharedMailbox(key);
}

void readLogLine(QByteArrayView text)
{
    const QString once = redacted(textOf(text));
    expect(!once.contains(u"someone@example.test"_s), "no address is left in a log");
}

QByteArray someRowsOfTheCatalogue()
{
    QFile table(u":/twinbook/catalogue/operations.json"_s);
    if (!table.open(QFile::ReadOnly))
        qFatal("the catalogue is not built in");
    const QJsonArray rows = QJsonDocument::fromJson(table.readAll()).array();
    QJsonArray few;
    for (const qsizetype row : {qsizetype(0), rows.size() / 2, rows.size() - 1})
        few.append(rows.at(row));
    return QJsonDocument(few).toJson(QJsonDocument::Compact);
}

} // namespace

QList<Target> textTargets()
{
    const QList<QByteArray> phones {"+44 20 7946 0018", "(0)555 010 2233 ext. 5",
                                    "tel:+1-201-555-0123;ext=7", "0049 30 901820"};
    const QList<QByteArray> names {"Ána  RUIZ", "Łukasz Strauß-van der Berg", "山田 太郎",
                                   "e\xcc\x81\xe2\x80\x8b, VIP,vip"};
    const QList<QByteArray> addresses {"Someone+tag@Example.test", "info@xn--bcher-kva.example",
                                       "\"a b\"@example.test"};
    return {
        {u"core.phone"_s, phones, readPhone},
        {u"core.name"_s, names, readName},
        {u"core.email"_s, addresses, readEmail},
        {u"core.log-line"_s,
         {"GET contacts/Ab3?email=someone@example.test&token=abc -> 200, Bearer pit-123-456",
          "{\"access_token\":\"eyJhbGciOiJI.eyJ.c2ln\",\"phone\":\"+442079460018\"}"},
         readLogLine},
        {u"mapping.file"_s,
         {mappingToJson(suggestedMapping(leftSchema(), rightSchema()))},
         readMapping},
        {u"quirks.file"_s, {compact(QuirkSet().toJson())}, readQuirks},
        {u"catalogue.table"_s, {someRowsOfTheCatalogue()}, readCatalogue},
        {u"catalogue.typed-body"_s,
         {"{\"firstName\":\"Oda\",\"email\":\"oda@example.test\",\"tags\":[\"vip\"]}", "Ab3 /../x"},
         readTypedBody},
    };
}

} // namespace twinbook::fuzz
