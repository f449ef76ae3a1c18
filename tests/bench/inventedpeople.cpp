// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventedpeople.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace twinbook::bench {

namespace {

//! SplitMix64: the n-th draw for a person without drawing those before.
quint64 draw(int number, int purpose)
{
    quint64 x = (static_cast<quint64>(number) << 8) + static_cast<quint64>(purpose);
    x += 0x9E3779B97F4A7C15U;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}

QString pick(const QStringList &list, quint64 number)
{
    return list.at(static_cast<qsizetype>(number % static_cast<quint64>(list.size())));
}

QString firstName(int number)
{
    static const QStringList names
        = u"Ana Boris Čeda Dóra Emil Farid Grace Hana Ivan Jana Karl Lena Mira Nadia Omar Petra "
          u"Quentin Rosa Stefan Tania Ugo Vera Walid Xenia Yusuf Zoë Aisha Bruno Clara Dimitar "
          u"Elena Felix Georgi Helena Ines Jonas Katya Luca María Nikola"_s.split(u' ');
    return pick(names, draw(number, 1));
}

//! Three syllables give 8,000 last names.
QString lastName(int number)
{
    static const QStringList syllables
        = u"ba de fi go hu ja ke li mo nu pa re si to vu ber dov gar lin mar"_s.split(u' ');
    QString name = pick(syllables, draw(number, 2)) + pick(syllables, draw(number, 3))
        + pick(syllables, draw(number, 4));
    name[0] = name.at(0).toUpper();
    return name;
}

QString phoneDigits(int number)
{
    return u"%1"_s.arg(draw(number, 5) % 10'000'000, 7, 10, QChar(u'0'));
}

QString email(int number)
{
    return u"%1.%2.%3@example.com"_s.arg(firstName(number).toLower(), lastName(number).toLower())
        .arg(number);
}

FieldMap sharedFields(int number)
{
    static const QStringList streets = u"Main High Park Oak Lake Hill Mill River"_s.split(u' ');
    static const QStringList companies = u"Acme Initech Globex Umbra Vandelay Stark"_s.split(u' ');
    return {{u"companyName"_s,
             FieldValue(QString(pick(companies, draw(number, 6)) + u' '
                                + QString::number(draw(number, 7) % 3000)))},
            {u"street"_s,
             FieldValue(QString(pick(streets, draw(number, 8)) + u" Street "_s
                                + QString::number(draw(number, 9) % 400)))}};
}

FieldSpec field(const FieldKey &key, FieldValue::Type type)
{
    FieldSpec spec;
    spec.key = key;
    spec.title = key;
    spec.type = type;
    return spec;
}

} // namespace

RemoteRecord inventedPerson(Side side, int number)
{
    const FieldMap shared = sharedFields(number);
    const QString digits = phoneDigits(number);
    const QString zip = QString::number(1000 + draw(number, 10) % 9000);
    RemoteRecord record;
    record.modifiedAt = QDateTime::fromMSecsSinceEpoch(1'770'000'000'000 + number, Qt::UTC);
    if (side == Side::Left) {
        record.id = RemoteId(u"%1"_s.arg(draw(number, 11), 24, 16, QChar(u'0')));
        record.fields = {
            {u"name"_s, FieldValue(QString(firstName(number) + u' ' + lastName(number)))},
            {u"email"_s, FieldValue(email(number))},
            {u"phone"_s, FieldValue(QString("+359 88 "_L1 + digits))},
            {u"companyName"_s, shared.value(u"companyName"_s)},
            {u"tags"_s, FieldValue(QStringList {u"Member"_s, u"VIP"_s})},
            {u"address.street"_s, shared.value(u"street"_s)},
            {u"address.city"_s, FieldValue(u"Sofia"_s)},
            {u"address.zip"_s, FieldValue(zip)},
            {u"address.country"_s, FieldValue(u"Bulgaria"_s)},
        };
        return record;
    }
    record.id = RemoteId(u"r%1"_s.arg(draw(number, 12), 19, 36, QChar(u'0')));
    record.fields = {
        {u"firstName"_s, FieldValue(firstName(number))},
        {u"lastName"_s, FieldValue(lastName(number))},
        {u"phone"_s, FieldValue(QString("+35988"_L1 + digits))},
        {u"companyName"_s, shared.value(u"companyName"_s)},
        {u"tags"_s, FieldValue(QStringList {u"member"_s, u"vip"_s})},
        {u"address1"_s, shared.value(u"street"_s)},
        {u"city"_s, FieldValue(u"Sofia"_s)},
        {u"postalCode"_s, FieldValue(zip)},
        {u"country"_s, FieldValue(u"BG"_s)},
    };
    if (number % 20 != 0)
        record.fields.insert(u"email"_s, FieldValue(email(number)));
    return record;
}

ServiceSchema inventedSchema(Side side)
{
    static const QStringList leftKeys
        = u"name email phone companyName address.street address.city address.zip address.country"_s
              .split(u' ');
    static const QStringList rightKeys
        = u"firstName lastName email phone companyName address1 city postalCode country"_s.split(
            u' ');
    ServiceSchema schema;
    schema.accountName = serviceName(side);
    schema.accountId = serviceKey(side);
    schema.country = u"BG"_s;
    schema.timeZone = u"Europe/Sofia"_s;
    for (const QString &key : side == Side::Left ? leftKeys : rightKeys)
        schema.fields.append(field(key, FieldValue::Type::Text));
    schema.fields.append(field(u"tags"_s, FieldValue::Type::List));
    return schema;
}

Projection suggestedProjection()
{
    const ServiceSchema left = inventedSchema(Side::Left);
    const ServiceSchema right = inventedSchema(Side::Right);
    return Projection(suggestedMapping(left, right), left, right);
}

} // namespace twinbook::bench
