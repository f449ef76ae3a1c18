// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/population.h"

#include "core/phone.h"
#include "sandbox/dice.h"
#include "sandbox/highlevel/contactshape.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

struct Stamps
{
    QString created;
    QString modified;
};

//! The n-th entry was made n minutes after the book was opened and edited within the year.
Stamps stampsOf(qsizetype index)
{
    static const QDateTime opened(QDate(2024, 3, 4), QTime(9, 0), Qt::UTC);
    Dice dice(static_cast<quint64>(index));
    const QDateTime created = opened.addSecs(index * 60);
    const QDateTime modified = created.addSecs(dice.below(300 * 24 * 3600));
    return {isoStamp(created), isoStamp(modified)};
}

void setText(QJsonObject &object, const QString &member, const QString &text)
{
    if (!text.isEmpty())
        object.insert(member, text);
}

QJsonObject addressOf(const PersonCard &card)
{
    QJsonObject address;
    setText(address, u"street"_s, card.street);
    setText(address, u"city"_s, card.city);
    setText(address, u"state"_s, card.state);
    setText(address, u"zip"_s, card.zip);
    setText(address, u"country"_s, card.country);
    return address;
}

QJsonObject propertiesOf(const PersonCard &card)
{
    QJsonObject properties;
    if (card.dateOfBirth.isValid())
        properties.insert(u"date_of_birth"_s,
                          QString(card.dateOfBirth.toString(Qt::ISODate) + "T00:00:00.000Z"_L1));
    setText(properties, u"tshirt_size"_s, card.shirtSize);
    setText(properties, u"Access Card Nr"_s, card.accessCard);
    setText(properties, u"notes"_s, card.notes);
    return properties;
}

QJsonObject memberOf(const PersonCard &card, officernd::State &state, const Stamps &stamps)
{
    QJsonObject member {{u"_id"_s, state.ids.next()},
                        {u"name"_s, card.fullName()},
                        {u"location"_s, state.firstLocation()},
                        {u"status"_s, u"active"_s},
                        {u"startDate"_s, QString(stamps.created.first(10) + "T00:00:00.000Z"_L1)},
                        {u"isBillingPerson"_s, false},
                        {u"isContactPerson"_s, false},
                        {u"tags"_s, QJsonArray::fromStringList(card.tags)},
                        {u"createdAt"_s, stamps.created},
                        {u"modifiedAt"_s, stamps.modified}};
    setText(member, u"email"_s, card.email);
    setText(member, u"phone"_s, card.phone);
    setText(member, u"company"_s, state.companyNamed(card.company, stamps.created));
    if (const QJsonObject address = addressOf(card); !address.isEmpty())
        member.insert(u"address"_s, address);
    if (const QJsonObject properties = propertiesOf(card); !properties.isEmpty())
        member.insert(u"properties"_s, properties);
    return member;
}

QJsonObject customField(const highlevel::State &state, const QString &key, const QString &value)
{
    const QStringList ids = state.customFields.idsWithKey(u"key:contact."_s + key);
    return {{u"id"_s, ids.value(0)}, {u"value"_s, value}};
}

QJsonObject contactOf(const PersonCard &card, highlevel::State &state, const Stamps &stamps)
{
    QJsonArray fields;
    if (!card.shirtSize.isEmpty())
        fields.append(customField(state, u"t_shirt_size"_s, card.shirtSize));
    if (!card.accessCard.isEmpty())
        fields.append(customField(state, u"access_card"_s, card.accessCard));
    QJsonObject contact {{u"id"_s, state.ids.next()},
                         {u"locationId"_s, state.locationId},
                         {u"type"_s, u"lead"_s},
                         {u"dnd"_s, false},
                         {u"tags"_s, QJsonArray::fromStringList(state.learnedTags(card.tags))},
                         {u"customFields"_s, fields},
                         {u"additionalEmails"_s, QJsonArray()},
                         {u"dateAdded"_s, stamps.created},
                         {u"dateUpdated"_s, stamps.modified}};
    setText(contact, u"firstName"_s, card.firstName.trimmed());
    setText(contact, u"lastName"_s, card.lastName.trimmed());
    setText(contact, u"email"_s, card.email);
    setText(contact, u"phone"_s, phoneE164(card.phone, state.country));
    setText(contact, u"companyName"_s, card.company);
    setText(contact, u"address1"_s, card.street);
    setText(contact, u"city"_s, card.city);
    setText(contact, u"state"_s, card.state);
    setText(contact, u"postalCode"_s, card.zip);
    setText(contact, u"country"_s, card.country);
    setText(contact, u"dateOfBirth"_s, card.dateOfBirth.toString(Qt::ISODate));
    return highlevel::withDerivedMembers(contact);
}

} // namespace

void populate(officernd::State &state, const QList<PersonCard> &cards)
{
    for (qsizetype i = 0; i < cards.size(); ++i) {
        const QJsonObject member = memberOf(cards.at(i), state, stampsOf(i));
        state.members.put(member);
        if (!cards.at(i).truth.isEmpty())
            state.truth.insert(member.value(u"_id"_s).toString(), cards.at(i).truth);
    }
}

void populate(highlevel::State &state, const QList<PersonCard> &cards)
{
    for (qsizetype i = 0; i < cards.size(); ++i) {
        const QJsonObject contact = contactOf(cards.at(i), state, stampsOf(i));
        state.contacts.put(contact);
        if (!cards.at(i).truth.isEmpty())
            state.truth.insert(contact.value(u"id"_s).toString(), cards.at(i).truth);
    }
    state.index.reset(state.contacts);
}

} // namespace twinbook::sandbox
