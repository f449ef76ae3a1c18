// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/state.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

QStringList memberKeys(const QJsonObject &member)
{
    QStringList keys;
    for (const QString &name : {u"email"_s, u"company"_s}) {
        if (const QString value = member.value(name).toString(); !value.isEmpty())
            keys.append(QString(name + u':' + value));
    }
    return keys;
}

//! Of what hangs on members and companies.
QStringList ownerKeys(const QJsonObject &document)
{
    QStringList keys;
    for (const QString &name : {u"member"_s, u"company"_s}) {
        if (const QString id = document.value(name).toString(); !id.isEmpty())
            keys.append(QString(name + u':' + id));
    }
    return keys;
}

QStringList commentKeys(const QJsonObject &comment)
{
    return {u"target:"_s + comment.value(u"target"_s).toString()};
}

QJsonObject textsOf(const QHash<QString, QString> &texts)
{
    QJsonObject json;
    for (auto entry = texts.cbegin(); entry != texts.cend(); ++entry)
        json.insert(entry.key(), entry.value());
    return json;
}

QHash<QString, QString> textsIn(const QJsonValue &json)
{
    QHash<QString, QString> texts;
    const QJsonObject object = json.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        texts.insert(entry.key(), entry.value().toString());
    return texts;
}

QStringList companyKeys(const QJsonObject &company)
{
    return {u"name:"_s + company.value(u"name"_s).toString()};
}

QStringList propertyKeys(const QJsonObject &property)
{
    return {u"key:"_s + property.value(u"key"_s).toString()};
}

QJsonObject definition(const QString &id, const QString &key, const QString &title,
                       const QString &type, const QString &privacy, const QStringList &targets,
                       const QStringList &values = {})
{
    QJsonObject json {{u"_id"_s, id},
                      {u"key"_s, key},
                      {u"title"_s, title},
                      {u"placeholder"_s, QString()},
                      {u"type"_s, type},
                      {u"privacy"_s, privacy},
                      {u"targets"_s, QJsonArray::fromStringList(targets)}};
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
    , opportunities(u"_id"_s, ownerKeys)
    , opportunityStatuses(u"_id"_s)
    , tickets(u"_id"_s, ownerKeys)
    , ticketComments(u"_id"_s, commentKeys)
    , ticketOptions(u"_id"_s)
    , plans(u"_id"_s)
    , memberships(u"_id"_s, ownerKeys)
    , bookings(u"_id"_s, ownerKeys)
    , checkins(u"_id"_s, ownerKeys)
    , visitors(u"_id"_s)
    , visits(u"_id"_s)
    , receptionFlows(u"_id"_s)
    , businessHours(u"_id"_s)
    , webhooks(u"_id"_s)
    , contracts(u"_id"_s, ownerKeys)
    , events(u"_id"_s)
    , integrations(u"_id"_s)
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
    customProperties.put(definition(ids.next(), u"highlevel_contact_id"_s, u"HighLevel contact"_s,
                                    u"String"_s, u"admin"_s, {u"member"_s, u"team"_s}));
    customProperties.put(definition(ids.next(), u"date_of_birth"_s, u"Date of birth"_s, u"Date"_s,
                                    u"admin"_s, {u"member"_s}));
    customProperties.put(definition(ids.next(), u"tshirt_size"_s, u"T-shirt size"_s, u"select"_s,
                                    u"protected"_s, {u"member"_s},
                                    {u"S"_s, u"M"_s, u"L"_s, u"XL"_s}));
    customProperties.put(definition(ids.next(), u"Access Card Nr"_s, u"Access Card Nr"_s,
                                    u"String"_s, u"protected"_s, {u"member"_s}));
    customProperties.put(
        definition(ids.next(), u"notes"_s, u"Notes"_s, u"Text"_s, u"admin"_s, {u"member"_s}));
    customProperties.put(definition(ids.next(), u"source"_s, u"Source"_s, u"String"_s, u"admin"_s,
                                    {u"lead"_s, u"bookings"_s}));
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
                   {u"status"_s, u"inactive"_s},
                   {u"createdAt"_s, createdAt},
                   {u"modifiedAt"_s, createdAt}});
    return id;
}

const QJsonObject *State::property(const QString &target, const QString &key) const
{
    const QStringList found = customProperties.idsWithKey(u"key:"_s + key);
    for (const QString &id : found) {
        const QJsonObject *candidate = customProperties.find(id);
        if (candidate->value(u"targets"_s).toArray().contains(target))
            return candidate;
    }
    return nullptr;
}

const QList<std::pair<QString, RecordTable State::*>> &State::tables()
{
    static const QList<std::pair<QString, RecordTable State::*>> list {
        {u"members"_s, &State::members},
        {u"companies"_s, &State::companies},
        {u"locations"_s, &State::locations},
        {u"customProperties"_s, &State::customProperties},
        {u"opportunities"_s, &State::opportunities},
        {u"opportunityStatuses"_s, &State::opportunityStatuses},
        {u"tickets"_s, &State::tickets},
        {u"ticketComments"_s, &State::ticketComments},
        {u"ticketOptions"_s, &State::ticketOptions},
        {u"plans"_s, &State::plans},
        {u"memberships"_s, &State::memberships},
        {u"bookings"_s, &State::bookings},
        {u"checkins"_s, &State::checkins},
        {u"visitors"_s, &State::visitors},
        {u"visits"_s, &State::visits},
        {u"receptionFlows"_s, &State::receptionFlows},
        {u"businessHours"_s, &State::businessHours},
        {u"webhooks"_s, &State::webhooks},
        {u"contracts"_s, &State::contracts},
        {u"events"_s, &State::events},
        {u"integrations"_s, &State::integrations},
    };
    return list;
}

QJsonObject State::toJson() const
{
    QJsonObject json {{u"name"_s, name},
                      {u"slug"_s, slug},
                      {u"organizationId"_s, organizationId},
                      {u"seed"_s, QString::number(ids.seed())},
                      {u"ids"_s, QString::number(ids.position())},
                      {u"manualStatus"_s, textsOf(manualStatus)},
                      {u"mergedInto"_s, textsOf(mergedInto)},
                      {u"truth"_s, textsOf(truth)}};
    for (const auto &[table, records] : tables())
        json.insert(table, (this->*records).toJson());
    return json;
}

bool State::load(const QJsonObject &json)
{
    name = json.value(u"name"_s).toString();
    slug = json.value(u"slug"_s).toString();
    organizationId = json.value(u"organizationId"_s).toString();
    ids = IdSource(IdSource::Look::ObjectId, json.value(u"seed"_s).toString().toULongLong());
    ids.continueAt(json.value(u"ids"_s).toString().toULongLong());
    manualStatus = textsIn(json.value(u"manualStatus"_s));
    mergedInto = textsIn(json.value(u"mergedInto"_s));
    truth = textsIn(json.value(u"truth"_s));
    for (const auto &[table, records] : tables()) {
        if (!json.contains(table) && records != &State::members)
            (this->*records).clear();
        else if (!(this->*records).load(json.value(table)))
            return false;
    }
    return !slug.isEmpty();
}

} // namespace twinbook::sandbox::officernd
