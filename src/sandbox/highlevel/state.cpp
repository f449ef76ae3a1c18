// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/state.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

QStringList tagKeys(const QJsonObject &tag)
{
    return {u"name:"_s + tag.value(u"name"_s).toString()};
}

QStringList fieldKeys(const QJsonObject &field)
{
    return {u"key:"_s + field.value(u"fieldKey"_s).toString()};
}

QString fieldKeyFor(const QString &title)
{
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    return u"contact."_s + title.toLower().replace(other, u"_"_s);
}

QJsonObject user(const QString &id, const QString &first, const QString &last,
                 const QString &locationId)
{
    const QJsonObject roles {{u"type"_s, u"account"_s},
                             {u"role"_s, u"admin"_s},
                             {u"locationIds"_s, QJsonArray {locationId}}};
    return {{u"id"_s, id},
            {u"name"_s, QString(first + u' ' + last)},
            {u"firstName"_s, first},
            {u"lastName"_s, last},
            {u"email"_s, QString(first.toLower() + u"@harbouryard.example"_s)},
            {u"roles"_s, roles},
            {u"deleted"_s, false}};
}

} // namespace

QStringList storedTags(const QStringList &spelled)
{
    QStringList stored;
    for (const QString &tag : spelled) {
        const QString lower = tag.trimmed().toLower();
        if (!lower.isEmpty() && !stored.contains(lower))
            stored.append(lower);
    }
    return stored;
}

State::State(quint64 seed, const Clock &clock, std::chrono::milliseconds searchIndexLag)
    : contacts(u"id"_s, contactKeys)
    , tags(u"id"_s, tagKeys)
    , customFields(u"id"_s, fieldKeys)
    , users(u"id"_s)
    , businesses(u"id"_s)
    , index(searchIndexLag)
    , ids(IdSource::Look::Letters, seed)
    , stamps(clock)
{ }

void State::furnish(const QString &locationCountry, const QString &zone)
{
    locationId = ids.next();
    companyId = ids.next();
    name = u"Harbour Yard Workspaces"_s;
    country = locationCountry;
    timeZone = zone;
    users.put(user(ids.next(), u"Robin"_s, u"Marsh"_s, locationId));
    users.put(user(ids.next(), u"Noor"_s, u"Vale"_s, locationId));
    (void)addCustomField(u"OfficeRnD ID"_s, u"TEXT"_s, {});
    (void)addCustomField(u"T-Shirt Size"_s, u"SINGLE_OPTIONS"_s, {u"S"_s, u"M"_s, u"L"_s, u"XL"_s});
    (void)addCustomField(u"Access Card"_s, u"TEXT"_s, {});
    (void)addCustomField(u"Interests"_s, u"CHECKBOX"_s,
                         {u"Events"_s, u"Newsletter"_s, u"Podcast"_s});
}

void State::storeContact(const QJsonObject &contact)
{
    contacts.put(contact);
    index.noteStored(contact, stamps.now());
}

bool State::removeContact(const QString &id)
{
    index.noteRemoved(id, stamps.now());
    return contacts.remove(id);
}

QStringList State::learnedTags(const QStringList &spelled)
{
    const QStringList stored = storedTags(spelled);
    for (const QString &tag : stored) {
        if (tags.idsWithKey(u"name:"_s + tag).isEmpty())
            tags.put({{u"id"_s, ids.next()}, {u"name"_s, tag}, {u"locationId"_s, locationId}});
    }
    return stored;
}

QJsonObject State::addCustomField(const QString &title, const QString &dataType,
                                  const QStringList &options)
{
    QJsonObject field {{u"id"_s, ids.next()},
                       {u"name"_s, title},
                       {u"fieldKey"_s, fieldKeyFor(title)},
                       {u"placeholder"_s, QString()},
                       {u"dataType"_s, dataType},
                       {u"position"_s, customFields.size() * 50},
                       {u"locationId"_s, locationId},
                       {u"model"_s, u"contact"_s}};
    if (!options.isEmpty())
        field.insert(u"picklistOptions"_s, QJsonArray::fromStringList(options));
    customFields.put(field);
    return field;
}

QJsonObject State::toJson() const
{
    QJsonObject people;
    for (auto entry = truth.cbegin(); entry != truth.cend(); ++entry)
        people.insert(entry.key(), entry.value());
    return {{u"locationId"_s, locationId},
            {u"companyId"_s, companyId},
            {u"name"_s, name},
            {u"country"_s, country},
            {u"timeZone"_s, timeZone},
            {u"seed"_s, QString::number(ids.seed())},
            {u"ids"_s, QString::number(ids.position())},
            {u"contacts"_s, contacts.toJson()},
            {u"tags"_s, tags.toJson()},
            {u"customFields"_s, customFields.toJson()},
            {u"users"_s, users.toJson()},
            {u"businesses"_s, businesses.toJson()},
            {u"truth"_s, people}};
}

bool State::load(const QJsonObject &json)
{
    locationId = json.value(u"locationId"_s).toString();
    companyId = json.value(u"companyId"_s).toString();
    name = json.value(u"name"_s).toString();
    country = json.value(u"country"_s).toString();
    timeZone = json.value(u"timeZone"_s).toString();
    ids = IdSource(IdSource::Look::Letters, json.value(u"seed"_s).toString().toULongLong());
    ids.continueAt(json.value(u"ids"_s).toString().toULongLong());
    truth.clear();
    const QJsonObject people = json.value(u"truth"_s).toObject();
    for (auto entry = people.begin(); entry != people.end(); ++entry)
        truth.insert(entry.key(), entry.value().toString());
    const bool good = !locationId.isEmpty() && contacts.load(json.value(u"contacts"_s))
        && tags.load(json.value(u"tags"_s)) && customFields.load(json.value(u"customFields"_s))
        && users.load(json.value(u"users"_s)) && businesses.load(json.value(u"businesses"_s));
    index.reset(contacts);
    return good;
}

} // namespace twinbook::sandbox::highlevel
