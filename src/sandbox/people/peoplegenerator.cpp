// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/peoplegenerator.h"

#include "sandbox/dice.h"
#include "sandbox/people/cases.h"
#include "sandbox/people/names.h"
#include "sandbox/people/phonebook.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

using enum Case;

//! Which person gets the hostile name; early enough for the smallest address book.
constexpr int hostilePerson = 4;

class Inventor
{
public:
    Inventor(int count, quint64 seed)
        : m_count(count)
        , m_dice(seed)
    { }

    AddressBooks books()
    {
        for (int i = 0; i < m_count; ++i)
            place(i, caseOf(i));
        m_books.country = u"GB"_s;
        m_books.city = u"London"_s;
        m_books.timeZone = u"Europe/London"_s;
        return m_books;
    }

private:
    PersonCard person(int index);
    QString uniqueEmail(const QString &name, const QString &domain, int index);
    void place(int index, Case kind);
    void placePlain(const PersonCard &card, Case kind);
    void placeEdited(PersonCard left, PersonCard right, Case kind);
    void placeShared(PersonCard card, Case kind);
    void placeTwice(const PersonCard &card, Case kind);
    void placeBoth(const PersonCard &left, const PersonCard &right)
    {
        m_books.officernd.append(left);
        m_books.highlevel.append(right);
    }

    int m_count;
    Dice m_dice;
    FictionalNumbers m_numbers;
    FictionalNumbers::Number m_number; //!< of the current person
    PersonCard m_previous;
    QSet<QString> m_emails;
    AddressBooks m_books;
};

PersonCard Inventor::person(int index)
{
    const QList<NameGroup> &groups = nameGroups();
    // Some two in three from the first group; the first cycle shows every group.
    const bool common = index % 3 != 1 && m_dice.percent(90);
    const NameGroup &group = common ? groups.first() : groups.at(index / 3 % groups.size());
    const NamePart &first = m_dice.pick(group.first);
    const NamePart &last = m_dice.pick(group.last);
    const InventedCompany &company = m_dice.pick(inventedCompanies());
    const InventedPlace &town = m_dice.pick(inventedPlaces());
    m_number = m_numbers.next();

    PersonCard card;
    card.truth = u"person-%1"_s.arg(index + 1);
    card.firstName = first.written;
    card.lastName = last.written;
    card.email = uniqueEmail(first.latin + u'.' + last.latin, company.domain, index);
    card.phone = m_number.international;
    card.company = company.name;
    card.tags = QStringList {m_dice.percent(50) ? u"hot desk"_s : u"private office"_s};
    if (m_dice.percent(20))
        card.tags.append(u"vip"_s);
    card.street = u"%1 %2"_s.arg(m_dice.below(180) + 1).arg(m_dice.pick(inventedStreets()));
    card.city = town.city;
    card.zip = town.zip;
    card.country = u"GB"_s;
    card.dateOfBirth = QDate(1960, 1, 1).addDays(m_dice.below(15000));
    if (m_dice.percent(40))
        card.shirtSize = m_dice.pick(QList<QString> {u"S"_s, u"M"_s, u"L"_s, u"XL"_s});
    card.accessCard = u"AC-%1"_s.arg(10000 + index);
    if (m_dice.percent(15))
        card.notes = u"Prefers the quiet floor."_s;
    if (index == hostilePerson) {
        card.firstName = u"<img"_s;
        card.lastName = u"src=file:///etc/passwd>"_s;
    }
    return card;
}

QString Inventor::uniqueEmail(const QString &name, const QString &domain, int index)
{
    QString email = name + u'@' + domain;
    if (m_emails.contains(email))
        email = name + QString::number(index + 1) + u'@' + domain;
    m_emails.insert(email);
    return email;
}

void Inventor::place(int index, Case kind)
{
    const PersonCard card = person(index);
    switch (kind) {
    case Same:
    case OnlyOfficernd:
    case OnlyHighlevel:
    case OtherCase:
    case OtherPhoneFormat:
    case NoEmail:
    case NoPhone:
        placePlain(card, kind);
        break;
    case EditedAtOfficernd:
    case EditedAtHighlevel:
    case PhoneEditedOnBoth:
    case CompanyEditedOnBoth:
    case AddressEditedOnBoth:
        placeEdited(card, card, kind);
        break;
    case Household:
    case Desk:
        placeShared(card, kind);
        break;
    case TwiceAtOfficernd:
    case TwiceAtHighlevel:
        placeTwice(card, kind);
        break;
    }
    m_previous = card;
}

void Inventor::placePlain(const PersonCard &card, Case kind)
{
    PersonCard left = card;
    PersonCard right = card;
    if (kind == OnlyOfficernd) {
        m_books.officernd.append(left);
        return;
    }
    if (kind == OnlyHighlevel) {
        m_books.highlevel.append(right);
        return;
    }
    if (kind == OtherCase) {
        left.firstName = left.firstName.toUpper();
        left.lastName.prepend(u' '); // two spaces within the full name
        left.email = left.email.toUpper();
        left.city = left.city.toUpper() + u' ';
    } else if (kind == OtherPhoneFormat) {
        left.phone = m_number.local;
    } else if (kind == NoEmail) {
        left.email.clear();
        right.email.clear();
    } else if (kind == NoPhone) {
        left.phone.clear();
        right.phone.clear();
    }
    placeBoth(left, right);
}

void Inventor::placeEdited(PersonCard left, PersonCard right, Case kind)
{
    if (kind == EditedAtOfficernd) {
        left.street = u"%1 Marina Parade"_s.arg(m_dice.below(90) + 1);
        left.tags.append(u"renewal due"_s);
    } else if (kind == EditedAtHighlevel) {
        right.phone = m_numbers.next().international;
        right.tags.append(u"newsletter"_s);
    } else if (kind == PhoneEditedOnBoth) {
        left.phone = m_numbers.next().international;
        right.phone = m_numbers.next().international;
    } else if (kind == CompanyEditedOnBoth) {
        left.company = u"Beacon Row Partners"_s;
        right.company = u"Saltmarsh Collective"_s;
    } else {
        left.street = u"3 Chapel Steps"_s;
        left.zip = u"BA1 0ZZ"_s;
        left.city = u"Bath"_s;
        right.street = u"41 Granary Wharf"_s;
        right.zip = u"NR1 0ZZ"_s;
        right.city = u"Norwich"_s;
    }
    placeBoth(left, right);
}

//! OfficeRnD lets several people have one number or mailbox. At HighLevel the first one has it.
void Inventor::placeShared(PersonCard card, Case kind)
{
    PersonCard right = card;
    if (kind == Household) {
        card.lastName = right.lastName = m_previous.lastName;
        card.street = right.street = m_previous.street;
        card.city = right.city = m_previous.city;
        card.zip = right.zip = m_previous.zip;
        card.phone = m_previous.phone;
        right.phone.clear();
    } else {
        const QString desk = u"info@"_s + m_previous.email.section(u'@', 1);
        card.company = right.company = m_previous.company;
        card.email = desk;
        right.email.clear();
        if (!m_books.officernd.isEmpty() && m_books.officernd.last().truth == m_previous.truth)
            m_books.officernd.last().email = desk;
        // One person in HighLevel's book has the mailbox that several have in OfficeRnD's.
        if (!m_books.highlevel.isEmpty() && m_books.highlevel.last().truth == m_previous.truth
            && !m_emails.contains(desk)) {
            m_books.highlevel.last().email = desk;
            m_emails.insert(desk);
        }
    }
    placeBoth(card, right);
}

void Inventor::placeTwice(const PersonCard &card, Case kind)
{
    PersonCard again = card;
    again.firstName = card.firstName.first(1) + u'.';
    again.email = u"post."_s + card.email;
    again.phone.clear();
    again.tags.clear();
    placeBoth(card, card);
    if (kind == TwiceAtOfficernd)
        m_books.officernd.append(again);
    else
        m_books.highlevel.append(again);
}

} // namespace

AddressBooks inventPeople(int count, quint64 seed)
{
    return Inventor(count, seed).books();
}

} // namespace twinbook::sandbox
