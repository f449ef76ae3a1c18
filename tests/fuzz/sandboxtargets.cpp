// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memoryfile.h"
#include "promises.h"
#include "stage.h"

#include "sandbox/csv/csvpeople.h"
#include "sandbox/csv/csvreader.h"
#include "sandbox/faultjson.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/sandbox.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace twinbook::fuzz {

namespace {

void readCsv(QByteArrayView text)
{
    const auto table = sandbox::parseCsv(text.toByteArray(), u"people.csv"_s);
    expectOutcome(table, text);
    if (!table)
        return;
    expect(table->rows.size() <= text.size(), "no more rows than the file can hold");
    for (const QStringList &row : table->rows)
        expect(row.size() == table->header.size(), "a row is as long as the header");
}

void readAddressBooks(QByteArrayView text)
{
    static const MemoryFile file;
    file.fill(text);
    expectOutcome(sandbox::readAddressBooks({file.path(), file.path()}), text);
}

void readFault(QByteArrayView text)
{
    const auto fault = sandbox::faultFromJson(objectOf(text));
    expectOutcome(fault, text);
    if (!fault)
        return;
    expect(fault->aim.nth >= 1, "a fault hits the first request or a later one");
    expect(fault->fault.lasting.count() >= 0, "a fault does not end before it began");
}

void readBody(QByteArrayView text)
{
    (void)sandbox::parseJsonBody(text.toByteArray());
    const auto pairs = sandbox::parseUrlEncoded(text.toByteArray());
    expect(pairs.size() <= text.size() + 1, "no more pairs than the text can hold");
}

//! A world that is refused leaves the present one as it was.
void readWorld(sandbox::Sandbox &sandbox, QByteArrayView text)
{
    const Result<> loaded = sandbox.loadState(objectOf(text));
    if (!loaded)
        expectSentence(loaded.error());
    else
        (void)sandbox.toJson();
}

} // namespace

QList<Target> sandboxTargets(Stage &stage)
{
    const auto world = std::make_shared<sandbox::Sandbox>();
    const QList<QByteArray> tables {
        "id,name,email,phone,company,tags,street,city,zip,country,date_of_birth\r\n"
        "1,Oda Ek,oda@example.test,+442079460018,\"Oda, Ek & Co\",\"vip;new\",\"1 \"\"A\"\" St\","
        "London,N1,GB,1990-02-03\r\n2,Bo,,,,,,,,,\r\n",
        "rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,"
        "date_of_birth,soc_sec_id\nrec-1-org,ana,ruiz,3,main st,,perth,6000,wa,19900203,1234567\n"};
    return {
        {u"sandbox.csv"_s, tables, readCsv},
        {u"sandbox.address-books"_s, tables, readAddressBooks},
        {u"sandbox.fault"_s,
         {"{\"name\":\"bad-gateway\",\"side\":\"highlevel\",\"method\":\"GET\",\"path\":\"/"
          "contacts/*\","
          "\"nth\":2,\"times\":0,\"share\":0.5,\"seed\":7}",
          "{\"name\":\"status\",\"side\":\"officernd\",\"status\":503,\"lastingMs\":20}"},
         readFault},
        {u"sandbox.body"_s,
         {"grant_type=client_credentials&client_id=a&client_secret=b%2Bc&scope=x+y",
          "{\"firstName\":\"Oda\",\"tags\":[\"vip\"]}"},
         readBody},
        {u"sandbox.world"_s,
         {compact(stage.smallWorld())},
         [world](QByteArrayView text) { readWorld(*world, text); }},
    };
}

} // namespace twinbook::fuzz
