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

QStringList ownerKeys(const QJsonObject &record)
{
    return {ownerKeyOf(record.value(u"contactId"_s).toString())};
}

QStringList appointmentKeys(const QJsonObject &note)
{
    return {u"appointment:"_s + note.value(u"appointmentId"_s).toString()};
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

QString ownerKeyOf(const QString &contactId)
{
    return u"contact:"_s + contactId;
}

State::State(quint64 seed, const Clock &clock, std::chrono::milliseconds searchIndexLag,
             const QuirkSet &held)
    : contacts(u"id"_s, contactKeys)
    , tags(u"id"_s, tagKeys)
    , customFields(u"id"_s, fieldKeys)
    , users(u"id"_s)
    , businesses(u"id"_s)
    , tasks(u"id"_s, ownerKeys)
    , notes(u"id"_s, ownerKeys)
    , customValues(u"id"_s)
    , workflows(u"id"_s)
    , campaigns(u"id"_s)
    , enrolments(u"id"_s, ownerKeys)
    , calendars(u"id"_s)
    , appointments(u"id"_s, ownerKeys)
    , appointmentNotes(u"id"_s, appointmentKeys)
    , blockedSlots(u"id"_s)
    , companyFields(u"id"_s)
    , recurringTasks(u"id"_s)
    , messageTemplates(u"id"_s)
    , calendarGroups(u"id"_s)
    , calendarResources(u"id"_s)
    , calendarNotifications(u"_id"_s)
    , schedules(u"id"_s)
    , index(searchIndexLag)
    , ids(IdSource::Look::Letters, seed)
    , stamps(clock)
    , quirks(held)
{ }

void State::furnish(const QString &locationCountry, const QString &zone)
{
    locationId = ids.next();
    companyId = ids.next();
    name = u"Harbour Yard Workspaces"_s;
    country = locationCountry;
    timeZone = zone;
    const QString firstUser = ids.next();
    users.put(user(firstUser, u"Robin"_s, u"Marsh"_s, locationId));
    users.put(user(ids.next(), u"Noor"_s, u"Vale"_s, locationId));
    (void)addCustomField(u"OfficeRnD ID"_s, u"TEXT"_s, {});
    (void)addCustomField(u"T-Shirt Size"_s, u"SINGLE_OPTIONS"_s, {u"S"_s, u"M"_s, u"L"_s, u"XL"_s});
    (void)addCustomField(u"Access Card"_s, u"TEXT"_s, {});
    (void)addCustomField(u"Interests"_s, u"CHECKBOX"_s,
                         {u"Events"_s, u"Newsletter"_s, u"Podcast"_s});
    furnishBookings(firstUser);
}

void State::furnishBookings(const QString &userId)
{
    // A row of ids of their own: those of the people stay what they were before these existed.
    IdSource row(IdSource::Look::Letters, ids.seed() ^ 0x2545F4914F6CDD1DULL);
    const QString stamp = u"2024-03-01T09:00:00.000Z"_s;
    for (const QString &title : {u"Welcome new members"_s, u"Follow up after a tour"_s})
        workflows.put({{u"id"_s, row.next()},
                       {u"name"_s, title},
                       {u"status"_s, u"published"_s},
                       {u"version"_s, 1},
                       {u"createdAt"_s, stamp},
                       {u"updatedAt"_s, stamp},
                       {u"locationId"_s, locationId}});
    campaigns.put({{u"id"_s, row.next()},
                   {u"name"_s, u"Spring open house"_s},
                   {u"status"_s, u"published"_s},
                   {u"locationId"_s, locationId}});
    for (const QString &title : {u"Tours"_s, u"Meeting rooms"_s})
        calendars.put({{u"id"_s, row.next()},
                       {u"name"_s, title},
                       {u"locationId"_s, locationId},
                       {u"isActive"_s, true},
                       {u"calendarType"_s, u"event"_s},
                       {u"slotDuration"_s, 30},
                       {u"slotDurationUnit"_s, u"mins"_s},
                       {u"teamMembers"_s, QJsonArray {QJsonObject {{u"userId"_s, userId}}}}});
    const QJsonObject text {{u"body"_s, u"See you on Monday."_s}, {u"attachments"_s, QJsonArray()}};
    const QJsonObject letter {{u"subject"_s, u"Welcome"_s},
                              {u"attachments"_s, QJsonArray()},
                              {u"html"_s, u"<p>Welcome aboard.</p>"_s}};
    for (const auto &[type, content] : {std::pair(u"sms"_s, text), std::pair(u"email"_s, letter)}) {
        QJsonObject made {{u"id"_s, row.next()},   {u"name"_s, QString(u"Welcome by "_s + type)},
                          {u"type"_s, type},       {u"template"_s, content},
                          {u"dateAdded"_s, stamp}, {u"locationId"_s, locationId}};
        if (type == "sms"_L1)
            made.insert(u"urlAttachments"_s, QJsonArray());
        messageTemplates.put(made);
    }
}

void State::storeContact(const QJsonObject &contact)
{
    contacts.put(contact);
    index.noteStored(contact, stamps.now());
}

const RecordTable &State::searchable()
{
    static const QDateTime endOfTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
    return index.seenAt(quirks.holds(Quirk::SearchIndexLags) ? stamps.now() : endOfTime);
}

bool State::removeContact(const QString &id)
{
    for (RecordTable *table : belongings()) {
        const QStringList owned = table->idsWithKey(ownerKeyOf(id));
        for (const QString &record : owned)
            (void)table->remove(record);
    }
    index.noteRemoved(id, stamps.now());
    return contacts.remove(id);
}

std::array<RecordTable *, 4> State::belongings()
{
    return {&tasks, &notes, &enrolments, &appointments};
}

void State::tell(const QString &type, const QJsonObject &members) const
{
    if (announce)
        announce(type, members);
}

QStringList State::storedTags(const QStringList &spelled) const
{
    const bool lowered = quirks.holds(Quirk::TagsBecomeLowerCase);
    QStringList stored;
    for (const QString &tag : spelled) {
        const QString kept = lowered ? tag.trimmed().toLower() : tag;
        if (!kept.trimmed().isEmpty() && !stored.contains(kept))
            stored.append(kept);
    }
    return stored;
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

//! All that is saved, of a State or of a const one.
template<class Self>
auto State::tablesOf(Self &self)
{
    return std::array {
        NamedTable<Self> {u"contacts"_s, self.contacts, Age::First},
        NamedTable<Self> {u"tags"_s, self.tags, Age::First},
        NamedTable<Self> {u"customFields"_s, self.customFields, Age::First},
        NamedTable<Self> {u"users"_s, self.users, Age::First},
        NamedTable<Self> {u"businesses"_s, self.businesses, Age::First},
        NamedTable<Self> {u"tasks"_s, self.tasks, Age::Later},
        NamedTable<Self> {u"notes"_s, self.notes, Age::Later},
        NamedTable<Self> {u"customValues"_s, self.customValues, Age::Later},
        NamedTable<Self> {u"workflows"_s, self.workflows, Age::Later},
        NamedTable<Self> {u"campaigns"_s, self.campaigns, Age::Later},
        NamedTable<Self> {u"enrolments"_s, self.enrolments, Age::Later},
        NamedTable<Self> {u"calendars"_s, self.calendars, Age::Later},
        NamedTable<Self> {u"appointments"_s, self.appointments, Age::Later},
        NamedTable<Self> {u"appointmentNotes"_s, self.appointmentNotes, Age::Later},
        NamedTable<Self> {u"blockedSlots"_s, self.blockedSlots, Age::Later},
        NamedTable<Self> {u"companyFields"_s, self.companyFields, Age::Later},
        NamedTable<Self> {u"recurringTasks"_s, self.recurringTasks, Age::Later},
        NamedTable<Self> {u"messageTemplates"_s, self.messageTemplates, Age::Later},
        NamedTable<Self> {u"calendarGroups"_s, self.calendarGroups, Age::Later},
        NamedTable<Self> {u"calendarResources"_s, self.calendarResources, Age::Later},
        NamedTable<Self> {u"calendarNotifications"_s, self.calendarNotifications, Age::Later},
        NamedTable<Self> {u"schedules"_s, self.schedules, Age::Later},
    };
}

QJsonObject State::toJson() const
{
    QJsonObject people;
    for (auto entry = truth.cbegin(); entry != truth.cend(); ++entry)
        people.insert(entry.key(), entry.value());
    QJsonObject merged;
    for (auto entry = mergedInto.cbegin(); entry != mergedInto.cend(); ++entry)
        merged.insert(entry.key(), entry.value());
    QJsonObject json {{u"locationId"_s, locationId},
                      {u"companyId"_s, companyId},
                      {u"name"_s, name},
                      {u"country"_s, country},
                      {u"timeZone"_s, timeZone},
                      {u"seed"_s, QString::number(ids.seed())},
                      {u"ids"_s, QString::number(ids.position())},
                      {u"merged"_s, merged},
                      {u"truth"_s, people}};
    for (const auto &saved : tablesOf(*this))
        json.insert(saved.name, saved.table.toJson());
    return json;
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
    const auto texts = [&json](const QString &member) {
        QHash<QString, QString> entries;
        const QJsonObject object = json.value(member).toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            entries.insert(entry.key(), entry.value().toString());
        return entries;
    };
    truth = texts(u"truth"_s);
    mergedInto = texts(u"merged"_s);
    bool good = !locationId.isEmpty();
    for (const auto &saved : tablesOf(*this)) {
        const QJsonValue records = json.value(saved.name);
        if (saved.age == Age::Later && records.isUndefined())
            saved.table.clear();
        else
            good = saved.table.load(records) && good;
    }
    index.reset(contacts);
    return good;
}

} // namespace twinbook::sandbox::highlevel
