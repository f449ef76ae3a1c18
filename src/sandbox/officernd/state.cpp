// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/state.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

QStringList memberKeys(const QJsonObject &member)
{
    const QString email = member.value(u"email"_s).toString();
    return email.isEmpty() ? QStringList() : QStringList {u"email:"_s + email};
}

QStringList companyKeys(const QJsonObject &company)
{
    return {u"name:"_s + company.value(u"name"_s).toString()};
}

QStringList propertyKeys(const QJsonObject &property)
{
    return {u"key:"_s + property.value(u"key"_s).toString()};
}

QJsonObject property(const QString &id, const QString &key, const QString &title,
                     const QString &type, const QString &privacy, const QStringList &values = {})
{
    QJsonObject json {{u"_id"_s, id},
                      {u"key"_s, key},
                      {u"title"_s, title},
                      {u"placeholder"_s, QString()},
                      {u"type"_s, type},
                      {u"privacy"_s, privacy},
                      {u"targets"_s, QJsonArray {u"member"_s}}};
    if (!values.isEmpty())
        json.insert(u"values"_s, QJsonArray::fromStringList(values));
    return json;
}

} // namespace

State::State(quint64 seed, const Clock &clock)
    : members(u"_id"_s, memberKeys)
    , companies(u"_id"_s, companyKeys)
    , locations(u"_id"_s)
    , customProperties(u"_id"_s, propertyKeys)
    , ids(IdSource::Look::ObjectId, seed)
    , stamps(clock)
{ }

void State::furnish(const QString &country, const QString &city, const QString &timeZone)
{
    name = u"Harbour Yard Workspaces"_s;
    slug = u"harbour-yard"_s;
    organizationId = ids.next();
    for (const QString &site : {u"Harbour Yard"_s, u"Rope Walk"_s}) {
        locations.put({{u"_id"_s, ids.next()},
                       {u"name"_s, site},
                       {u"code"_s, site.first(2).toUpper()},
                       {u"address"_s, QJsonObject {{u"country"_s, country}, {u"city"_s, city}}},
                       {u"timezone"_s, timeZone},
                       {u"isOpen"_s, true},
                       {u"isPublic"_s, true}});
    }
    // The wire spells types in mixed case (officernd.md 2.6); so does this list.
    customProperties.put(property(ids.next(), u"highlevel_contact_id"_s, u"HighLevel contact"_s,
                                  u"String"_s, u"admin"_s));
    customProperties.put(
        property(ids.next(), u"date_of_birth"_s, u"Date of birth"_s, u"Date"_s, u"admin"_s));
    customProperties.put(property(ids.next(), u"tshirt_size"_s, u"T-shirt size"_s, u"select"_s,
                                  u"protected"_s, {u"S"_s, u"M"_s, u"L"_s, u"XL"_s}));
    customProperties.put(property(ids.next(), u"Access Card Nr"_s, u"Access Card Nr"_s, u"String"_s,
                                  u"protected"_s));
    customProperties.put(property(ids.next(), u"notes"_s, u"Notes"_s, u"Text"_s, u"admin"_s));
}

QString State::firstLocation() const
{
    return locations.size() == 0 ? QString() : locations.all().begin()->first;
}

QString State::companyNamed(const QString &companyName, const QString &createdAt)
{
    if (companyName.isEmpty())
        return {};
    const QStringList known = companies.idsWithKey(u"name:"_s + companyName);
    if (!known.isEmpty())
        return known.constFirst();
    const QString id = ids.next();
    companies.put({{u"_id"_s, id},
                   {u"name"_s, companyName},
                   {u"location"_s, firstLocation()},
                   {u"startDate"_s, u"2024-03-01T00:00:00.000Z"_s},
                   {u"status"_s, u"active"_s},
                   {u"createdAt"_s, createdAt},
                   {u"modifiedAt"_s, createdAt}});
    return id;
}

const QJsonObject *State::memberProperty(const QString &key) const
{
    const QStringList found = customProperties.idsWithKey(u"key:"_s + key);
    return found.isEmpty() ? nullptr : customProperties.find(found.constFirst());
}

QJsonObject State::toJson() const
{
    QJsonObject people;
    for (auto entry = truth.cbegin(); entry != truth.cend(); ++entry)
        people.insert(entry.key(), entry.value());
    return {{u"name"_s, name},
            {u"slug"_s, slug},
            {u"organizationId"_s, organizationId},
            {u"seed"_s, QString::number(ids.seed())},
            {u"ids"_s, QString::number(ids.position())},
            {u"members"_s, members.toJson()},
            {u"companies"_s, companies.toJson()},
            {u"locations"_s, locations.toJson()},
            {u"customProperties"_s, customProperties.toJson()},
            {u"truth"_s, people}};
}

bool State::load(const QJsonObject &json)
{
    name = json.value(u"name"_s).toString();
    slug = json.value(u"slug"_s).toString();
    organizationId = json.value(u"organizationId"_s).toString();
    ids = IdSource(IdSource::Look::ObjectId, json.value(u"seed"_s).toString().toULongLong());
    ids.continueAt(json.value(u"ids"_s).toString().toULongLong());
    truth.clear();
    const QJsonObject people = json.value(u"truth"_s).toObject();
    for (auto entry = people.begin(); entry != people.end(); ++entry)
        truth.insert(entry.key(), entry.value().toString());
    return !slug.isEmpty() && members.load(json.value(u"members"_s))
        && companies.load(json.value(u"companies"_s)) && locations.load(json.value(u"locations"_s))
        && customProperties.load(json.value(u"customProperties"_s));
}

} // namespace twinbook::sandbox::officernd
