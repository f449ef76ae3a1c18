// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/oracle.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::simulation {

namespace {

//! Far apart, so that nobody's name looks like another's.
const QStringList &lastNames()
{
    static const QStringList names {
        u"Ruiz"_s,     u"Okafor"_s,    u"Lindqvist"_s,  u"Haddad"_s,   u"Murphy"_s, u"Chen"_s,
        u"Benali"_s,   u"Vogelsang"_s, u"Conti"_s,      u"Petrova"_s,  u"Baker"_s,  u"Nowak"_s,
        u"Silva"_s,    u"Adeyemi"_s,   u"Yamamoto"_s,   u"Christov"_s, u"Dubois"_s, u"Kim"_s,
        u"Georgiou"_s, u"Zhang"_s,     u"Fitzgerald"_s, u"Thorsen"_s};
    return names;
}

//! So much of a city a service keeps.
constexpr qsizetype longestCity = 24;

QString plainPhone(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c.isDigit())
            digits.append(c);
    }
    return digits.size() >= 9 ? digits.right(9) : phone.simplified().toLower();
}

QString fullName(Side side, const FieldMap &fields)
{
    if (side == Side::Left)
        return fields.value(u"name"_s).text();
    return fields.value(u"firstName"_s).text() + u' ' + fields.value(u"lastName"_s).text();
}

} // namespace

QString plainValue(Side side, Row row, const FieldMap &fields)
{
    switch (row) {
    case Row::Name:
        return fullName(side, fields).simplified().toLower();
    case Row::Email:
        return fields.value(u"email"_s).text().simplified().toLower();
    case Row::Phone:
        return plainPhone(fields.value(u"phone"_s).text());
    case Row::City:
        return fields.value(side == Side::Left ? u"address.city"_s : u"city"_s)
            .text()
            .left(longestCity)
            .simplified()
            .toLower();
    case Row::Tags: {
        QStringList tags = fields.value(u"tags"_s).list();
        for (QString &tag : tags)
            tag = tag.toLower();
        tags.sort();
        return tags.join(u',');
    }
    case Row::Company:
        return fields.value(u"companyName"_s).text().simplified().toLower();
    }
    Q_UNREACHABLE();
}

int personOf(Side side, const FieldMap &fields)
{
    const QString last = fullName(side, fields).simplified().section(u' ', -1).toLower();
    for (qsizetype i = 0; i < lastNames().size(); ++i) {
        if (lastNames().at(i).toLower() == last)
            return static_cast<int>(i);
    }
    return Scenario::nobody;
}

QString lastNameOf(int person)
{
    return lastNames().at(person);
}

Oracle::Oracle(const Scenario &scenario, const EventQueue &queue)
    : m_scenario(scenario)
    , m_queue(queue)
{ }

void Oracle::violated(const QString &invariant, const QString &what)
{
    m_violations.append(invariant + ": "_L1 + what);
}

QString Oracle::name(int person, Row row) const
{
    return u"%1 of person %2"_s.arg(rowId(row)).arg(person);
}

const Oracle::Past &Oracle::past(int person, Row row) const
{
    static const Past none;
    const auto it = m_past.find({person, row});
    return it == m_past.end() ? none : it->second;
}

void Oracle::typed(Side side, int person, Row row, const QString &value)
{
    m_past[{person, row}][side].push_back({value, m_queue.now(), Entry::By::Person});
    ++m_changesByPeople;
}

void Oracle::added(Side side, int person)
{
    ++m_presence[person][side].byPeople;
}

void Oracle::deleted(Side side, int person)
{
    m_presence[person][side].wanted = 0;
    excuse(person);
}

void Oracle::answered(int person, Row row, const QString &value)
{
    m_answers[{person, row}].push_back({value, m_queue.now(), Entry::By::Person});
    m_changesByPeople += 2;
}

void Oracle::addAgainAnswered(Side side, int person)
{
    ++m_presence[person][side].wanted;
    m_changesByPeople += static_cast<int>(allRows.size());
}

bool Oracle::isTypedOn(Side side, int person, Row row) const
{
    const std::vector<Entry> &entries = past(person, row)[side];
    return std::any_of(entries.cbegin(), entries.cend(),
                       [](const Entry &entry) { return entry.by == Entry::By::Person; });
}

//! Nobody is made twice, and nobody who was deleted comes back (I4, I5).
void Oracle::created(Side side, int person, const FieldMap &fields)
{
    if (person == Scenario::nobody) {
        violated(u"I7"_s, u"somebody unheard of was created"_s);
        return;
    }
    Presence &presence = m_presence[person][side];
    const bool isFirst = presence.byPeople + presence.byProgram == 0;
    ++presence.byProgram;
    if (!isFirst && --presence.wanted < 0 && !isUnlike(person))
        violated(u"I4/I5"_s,
                 u"person %1 was created at %2 and had been there before"_s.arg(person).arg(
                     serviceKey(side)));
    for (const Row row : allRows) {
        const QString value = plainValue(side, row, fields);
        if (value.isEmpty())
            continue;
        m_past[{person, row}][side].push_back({value, m_queue.now(), Entry::By::Program});
        ++m_changesByProgram;
        const std::vector<Entry> &source = past(person, row)[opposite(side)];
        const auto isSource = [&](const Entry &entry) { return entry.value == value; };
        if (row != Row::Tags && std::none_of(source.cbegin(), source.cend(), isSource))
            violated(u"I3"_s, u"%1 was made up: %2"_s.arg(name(person, row), value));
    }
}

bool Oracle::isAnswered(int person, Row row, const QString &value) const
{
    const auto answers = m_answers.find({person, row});
    return answers != m_answers.end()
        && std::any_of(answers->second.cbegin(), answers->second.cend(),
                       [&](const Entry &answer) { return answer.value == value; });
}

//! A value may be replaced only by one that somebody typed knowing it, or decided to put there.
bool Oracle::isJustified(Side side, int person, Row row, const QString &old,
                         const QString &now) const
{
    // An answer that may flow one way only leaves the sides different on purpose.
    const bool isOneWay = m_scenario.rule(row).direction != Direction::BothWays;
    if (isAnswered(person, row, now) || (isOneWay && isAnswered(person, row, old)))
        return true;
    const std::vector<Entry> &other = past(person, row)[opposite(side)];
    bool hadOld = old.isEmpty();
    bool hadNow = false;
    for (const Entry &entry : other) {
        if (entry.value == now && (hadOld || m_scenario.rule(row).authority != Authority::AskMe))
            return true;
        hadNow = hadNow || entry.value == now;
        hadOld = hadOld || entry.value == old;
    }
    return old.isEmpty() && hadNow;
}

void Oracle::updated(Side side, int person, const FieldMap &read, const FieldMap &before,
                     const FieldMap &after)
{
    if (person == Scenario::nobody)
        return;
    for (const Row row : allRows) {
        const QString old = plainValue(side, row, before);
        const QString now = plainValue(side, row, after);
        if (old == now)
            continue;
        ++m_changesByProgram;
        if (plainValue(side, row, read) != old) {
            // Typed between the program's look and its write: neither service can tell.
            m_raced.insert({person, row});
            ++races;
        }
        if (row == Row::Tags)
            tagsUpdated(person, old, now);
        else if (!hasRaced(person, row) && !isJustified(side, person, row, old, now))
            violated(u"I3"_s,
                     u"%1 at %2 was \"%3\" and is replaced by \"%4\""_s.arg(
                         name(person, row), serviceKey(side), old, now));
        else if (now.isEmpty() && m_scenario.rule(row).emptyRule == EmptyRule::NeverErase
                 && row != Row::Tags && !isAnswered(person, row, now))
            violated(u"I6"_s, u"%1 at %2 was erased"_s.arg(name(person, row), serviceKey(side)));
        m_past[{person, row}][side].push_back({now, m_queue.now(), Entry::By::Program});
    }
}

void Oracle::tagsUpdated(int person, const QString &old, const QString &now)
{
    if (hasRaced(person, Row::Tags))
        return;
    const QStringList kept = now.split(u',', Qt::SkipEmptyParts);
    const QStringList had = old.split(u',', Qt::SkipEmptyParts);
    for (const QString &tag : had) {
        if (!kept.contains(tag) && m_tags.value(person).value(tag) != Tag::Removed)
            violated(u"I3"_s, u"tag %1 of person %2 was taken away"_s.arg(tag).arg(person));
    }
}

void Oracle::restsOn(int person, Row row, const QString &value)
{
    if (hasRaced(person, row) || isUnlike(person))
        return;
    if (row == Row::Tags) {
        const QStringList tags = value.split(u',', Qt::SkipEmptyParts);
        const QMap<QString, Tag> &wanted = m_tags[person];
        for (auto tag = wanted.cbegin(); tag != wanted.cend(); ++tag) {
            if (tags.contains(tag.key()) != (*tag == Tag::Added))
                violated(u"I3"_s,
                         u"tag %1 of person %2 was %3"_s.arg(tag.key()).arg(person).arg(
                             *tag == Tag::Added ? u"lost"_s : u"brought back"_s));
        }
        return;
    }
    const Past &known = past(person, row);
    const Entry *last = nullptr;
    bool isTyped = value.isEmpty();
    for (const Side side : bothSides) {
        for (const Entry &entry : known[side]) {
            if (entry.by != Entry::By::Person)
                continue;
            isTyped = isTyped || entry.value == value;
            if (!last || entry.at >= last->at)
                last = &entry;
        }
    }
    const auto answers = m_answers.find({person, row});
    if (answers != m_answers.end()) {
        for (const Entry &answer : answers->second)
            isTyped = isTyped || answer.value == value;
        if (last && answers->second.back().at >= last->at)
            last = nullptr; // decided since; any typed value is right
    }
    const bool isRuled = m_scenario.rule(row).authority != Authority::AskMe
        || m_scenario.rule(row).direction != Direction::BothWays;
    if (!isTyped)
        violated(u"I3"_s, u"%1 is \"%2\", which nobody typed"_s.arg(name(person, row), value));
    else if (last && !isRuled && last->value != value && !last->value.isEmpty())
        violated(u"I3"_s,
                 u"%1 is \"%2\"; \"%3\" was typed last and is lost"_s.arg(name(person, row), value,
                                                                          last->value));
}

void Oracle::echoesAreBounded()
{
    if (m_changesByProgram > m_changesByPeople && m_raced.empty())
        violated(u"I9"_s,
                 u"%1 changes by the program for %2 by people"_s.arg(m_changesByProgram)
                     .arg(m_changesByPeople));
}

} // namespace twinbook::simulation
