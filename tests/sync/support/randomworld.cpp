// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/randomworld.h"

#include "core/phone.h"
#include "mapping/personname.h"
#include "mapping/support/accounts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

//! A person before either service stored it, in OfficeRnD's fields.
using Person = FieldMap;

const QStringList &pool(const FieldKey &key)
{
    static const QMap<FieldKey, QStringList> pools {
        {u"name"_s,
         {u"Ana Ruiz"_s, u"Ben Kolev"_s, u"Ana Maria Ruiz"_s, u"ana ruiz"_s, u"Ben Ruiz"_s,
          u"Jan Novak"_s, u"Jana Novak"_s, u"Ruiz Ana"_s, u"Ruiz"_s, QString()}},
        {u"email"_s,
         {u"ana@x.bg"_s, u"ben@x.bg"_s, u"ANA@X.bg"_s, u"info@x.bg"_s, u"jan@x.bg"_s, u"none"_s,
          QString()}},
        {u"phone"_s,
         {u"088 100 0001"_s, u"+359881000001"_s, u"+359881000002"_s, u"02 981 0001"_s, u"ask Eva"_s,
          QString()}},
        {u"companyName"_s, {QString(), u"Ruiz Ltd"_s, u"Kolev Ltd"_s}},
        {u"address.city"_s,
         {u"Sofia"_s, QString(), u" Sofia "_s, u"Varna"_s, u"Veliko Tarnovo"_s,
          u"Veliko Preslav"_s}},
        {u"address.country"_s, {u"Bulgaria"_s, u"BG"_s, QString(), u"Narnia"_s, u"Germany"_s}},
        {u"description"_s, {u"never mapped"_s}}};
    static const QStringList none;
    const auto it = pools.constFind(key);
    return it == pools.cend() ? none : *it;
}

FieldValue anyValue(const FieldKey &key, Tape &tape)
{
    if (key == "tags"_L1) {
        QStringList tags;
        for (const QString &tag : {u"VIP"_s, u"Desk 4"_s, u"new"_s}) {
            if (tape.oneIn(2))
                tags.append(tag);
        }
        return tags.isEmpty() ? FieldValue() : FieldValue(tags);
    }
    if (key == "properties.date_of_birth"_L1) {
        const int day = tape.below(3);
        return day == 0 ? FieldValue() : FieldValue(QDate(1990, 5, day));
    }
    const QString text = tape.of(pool(key));
    return text.isNull() ? FieldValue() : FieldValue(text);
}

const QStringList &personKeys()
{
    static const QStringList keys {
        u"name"_s,        u"email"_s,        u"phone"_s,           u"tags"_s,
        u"companyName"_s, u"address.city"_s, u"address.country"_s, u"properties.date_of_birth"_s};
    return keys;
}

void set(Person &person, const FieldKey &key, const FieldValue &value)
{
    if (value.isEmpty())
        person.remove(key);
    else
        person.insert(key, value);
}

Person anybody(Tape &tape)
{
    Person person;
    for (const FieldKey &key : personKeys())
        set(person, key, anyValue(key, tape));
    person.insert(u"description"_s, FieldValue(u"never mapped"_s));
    return person;
}

Person perturbed(Person person, Tape &tape)
{
    for (int changes = tape.below(3); changes > 0; --changes) {
        const FieldKey key = tape.of(personKeys());
        set(person, key, anyValue(key, tape));
    }
    return person;
}

FieldMap storedBy(Side side, const Person &person)
{
    if (side == Side::Left)
        return person;
    FieldMap contact;
    const NameParts name = splitName(person.value(u"name"_s).text(), {});
    set(contact, u"firstName"_s, FieldValue(name.first));
    set(contact, u"lastName"_s, FieldValue(name.last));
    set(contact, u"email"_s, person.value(u"email"_s));
    set(contact, u"phone"_s, FieldValue(phoneE164(person.value(u"phone"_s).text(), u"BG"_s)));
    QStringList tags = person.value(u"tags"_s).list();
    for (QString &tag : tags)
        tag = tag.toLower();
    set(contact, u"tags"_s, FieldValue(tags));
    set(contact, u"companyName"_s, person.value(u"companyName"_s));
    set(contact, u"city"_s,
        FieldValue(person.value(u"address.city"_s).text().left(ServiceInMemory::longestCity)));
    const QString country = person.value(u"address.country"_s).text();
    set(contact, u"country"_s,
        country == "Germany"_L1 ? FieldValue(u"DE"_s)
                                : FieldValue(country.isEmpty() ? QString() : u"BG"_s));
    set(contact, u"dateOfBirth"_s, person.value(u"properties.date_of_birth"_s));
    contact.insert(u"source"_s, FieldValue(u"never mapped"_s));
    return contact;
}

Projection randomRules(Tape &tape)
{
    static const ServiceSchema left = officeRnDAccount();
    static const ServiceSchema right = highLevelAccount();
    static const MappingProfile suggested = suggestedMapping(left, right);
    MappingProfile profile = suggested;
    profile.rows.removeIf([](const FieldMapping &row) {
        return row.left.constFirst() != "name"_L1 && !personKeys().contains(row.left.constFirst());
    });
    for (FieldMapping &row : profile.rows) {
        row.authority = static_cast<Authority>(tape.below(5));
        row.emptyRule = tape.oneIn(3) ? EmptyRule::Erase : EmptyRule::NeverErase;
        if (tape.oneIn(4))
            row.direction = static_cast<Direction>(tape.below(4));
    }
    return Projection(profile, left, right);
}

void link(World &world, const RemoteId &left, const RemoteId &right, const Person &before,
          Tape &tape)
{
    Link link;
    link.id = LinkId(static_cast<qint64>(world.links.size()) + 1);
    link.left = left;
    link.right = right;
    const CanonicalValues leftThen
        = world.projection.project(Side::Left, storedBy(Side::Left, before));
    const CanonicalValues rightThen
        = world.projection.project(Side::Right, storedBy(Side::Right, before));
    for (std::size_t row = 0; row < world.projection.size(); ++row) {
        AgreedPair base;
        if (!tape.oneIn(4))
            base = {AgreedPair::Known::Yes, leftThen[row], rightThen[row]};
        link.base.push_back(base);
    }
    world.links.push_back(std::move(link));
}

} // namespace

World randomWorld(Tape &tape)
{
    World world;
    world.projection = randomRules(tape);
    for (int people = 1 + tape.below(8); people > 0; --people) {
        const Person before = anybody(tape);
        const bool onLeft = !tape.oneIn(5);
        const bool onRight = !tape.oneIn(5);
        RemoteId left;
        RemoteId right;
        if (onLeft)
            left = world.services.left.put(storedBy(Side::Left, perturbed(before, tape)));
        if (onRight)
            right = world.services.right.put(storedBy(Side::Right, perturbed(before, tape)));
        const bool isLinked = !tape.oneIn(3);
        if (isLinked && (onLeft || onRight))
            link(world, onLeft ? left : RemoteId(u"gone"_s + QString::number(people)),
                 onRight ? right : RemoteId(u"gone"_s + QString::number(people)), before, tape);
        if (tape.oneIn(12) && onLeft)
            world.judgements.leftOut.left.insert(left);
        if (tape.oneIn(12) && onRight)
            world.judgements.leftOut.right.insert(right);
    }
    return world;
}

void edit(World &world, Tape &tape)
{
    for (int edits = tape.below(5); edits > 0; --edits) {
        const Side side = tape.oneIn(2) ? Side::Right : Side::Left;
        ServiceInMemory &service = world.services[side];
        const int what = tape.below(8);
        if (what == 7) {
            service.put(storedBy(side, anybody(tape)));
            continue;
        }
        if (service.people().empty())
            continue;
        auto person = service.people().begin();
        std::advance(person, tape.below(static_cast<int>(service.people().size())));
        const RemoteId id = person->first;
        if (what == 6) {
            service.remove(id);
            continue;
        }
        // What the service would have stored of a person with this one value.
        Person changed;
        const FieldKey key = tape.of(personKeys());
        set(changed, key, anyValue(key, tape));
        const FieldMap stored = storedBy(side, changed);
        FieldWrites writes;
        const QList<FieldMapping> &rows = world.projection.profile().rows;
        for (const FieldMapping &row : rows) {
            if (row.left.constFirst() != key)
                continue;
            for (const FieldKey &field : row.keys(side))
                writes.append({field, stored.value(field)});
        }
        // A refusal is an edit that did not happen.
        static_cast<void>(service.update(id, writes));
    }
}

void answerSome(World &world, const Plan &plan, Tape &tape)
{
    for (const Question &question : plan.questions) {
        if (tape.oneIn(2))
            continue;
        switch (question.key.kind) {
        case QuestionKind::FieldDiffers: {
            const Choice choice = static_cast<Choice>(tape.below(3));
            const FieldId field = question.key.field;
            const QList<FieldMapping> &rows = world.projection.profile().rows;
            const FieldKey key
                = rows.at(world.projection.profile().indexOf(field)).left.constFirst();
            world.answer(question, choice,
                         choice == Choice::UseValue ? anyValue(key, tape) : FieldValue());
            break;
        }
        case QuestionKind::SamePerson:
            world.answer(question, tape.oneIn(2) ? Choice::Different : Choice::Same);
            break;
        case QuestionKind::Gone:
            world.answer(question, tape.oneIn(2) ? Choice::AddAgain : Choice::Unlink);
            break;
        case QuestionKind::Twin:
            world.answer(question, Choice::Different);
            break;
        }
    }
}

QString drawn(const World &world)
{
    QString text;
    const QList<FieldMapping> &rows = world.projection.profile().rows;
    for (const FieldMapping &row : rows) {
        text += u"  %1: %2, %3%4\n"_s.arg(
            row.id, directionName(row.direction), authorityName(row.authority),
            row.emptyRule == EmptyRule::Erase ? u", erases"_s : QString());
    }
    for (const Side side : bothSides) {
        for (const auto &[id, fields] : world.services[side].people()) {
            QJsonObject json;
            for (auto it = fields.cbegin(); it != fields.cend(); ++it)
                json.insert(it.key(), it->toJson());
            text += u"  "_s + id.text() + u' '
                + QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n';
        }
    }
    for (const Link &link : world.links) {
        text += u"  %1 = %2:"_s.arg(link.left.text(), link.right.text());
        for (std::size_t row = 0; row < link.base.size(); ++row) {
            if (link.base[row].known == AgreedPair::Known::Yes)
                text += u" %1 %2|%3"_s.arg(rows.at(static_cast<qsizetype>(row)).id,
                                           link.base[row].left.toDisplay(),
                                           link.base[row].right.toDisplay());
        }
        text += u'\n';
    }
    return text;
}

} // namespace twinbook::testing
