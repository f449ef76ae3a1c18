// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/matchkeys.h"

#include "core/normalize.h"
#include "core/phone.h"
#include "sync/similarity.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

const QString &textAt(const Observation &person, int row)
{
    static const QString none;
    if (row < 0)
        return none;
    const auto *text = person.values[static_cast<std::size_t>(row)].textIfAny();
    return text ? *text : none;
}

Generation generationOf(QStringView word)
{
    if (word == "jr"_L1 || word == "jr."_L1 || word == "jnr"_L1 || word == "junior"_L1)
        return Generation::Younger;
    const bool isElder
        = word == "sr"_L1 || word == "sr."_L1 || word == "snr"_L1 || word == "senior"_L1;
    return isElder ? Generation::Elder : Generation::Unnamed;
}

//! A name of two words or more loses the generation behind it, and the comma before that.
void takeGeneration(MatchKeys &key)
{
    const QChar last = key.name.isEmpty() ? QChar() : key.name.back();
    if (last != u'r' && last != u'.')
        return;
    const qsizetype space = key.name.lastIndexOf(u' ');
    key.generation
        = space <= 0 ? Generation::Unnamed : generationOf(QStringView(key.name).mid(space + 1));
    if (key.generation == Generation::Unnamed)
        return;
    key.name.truncate(space);
    if (key.name.endsWith(u','))
        key.name.chop(1);
}

} // namespace

MatchRows::MatchRows(const Projection &projection)
    : name(projection.rowWithRole(FieldRole::Name))
    , email(projection.rowWithRole(FieldRole::Email))
    , phone(projection.rowWithRole(FieldRole::Phone))
    , company(projection.rowWithRole(FieldRole::Company))
    , birthDate(projection.rowWithRole(FieldRole::BirthDate))
    , street(projection.rowWithRole(FieldRole::Street))
    , city(projection.rowWithRole(FieldRole::City))
    , postalCode(projection.rowWithRole(FieldRole::PostalCode))
{ }

MatchKeys matchKeysOf(const Observation &person, const MatchRows &rows, const QString &country)
{
    MatchKeys key;
    key.email = emailKey(textAt(person, rows.email));
    key.phone = phoneKey(textAt(person, rows.phone), country);
    key.name = foldedText(textAt(person, rows.name));
    takeGeneration(key);
    key.lastWord = key.name.lastIndexOf(u' ') + 1;
    return key;
}

std::vector<MatchKeys> matchKeysOf(const std::vector<Observation> &people,
                                   const std::vector<int> &places, const MatchRows &rows,
                                   const QString &country)
{
    std::vector<MatchKeys> keys(people.size());
    for (const int place : places) {
        const auto index = static_cast<std::size_t>(place);
        keys[index] = matchKeysOf(people[index], rows, country);
    }
    return keys;
}

namespace {

// "j." or "j" for "jane"
bool isInitialOf(QStringView initial, QStringView name)
{
    const bool isInitial = initial.size() == 1 || (initial.size() == 2 && initial.at(1) == u'.');
    return isInitial && !name.isEmpty() && initial.at(0) == name.at(0);
}

//! "anne-marie" and "anne marie" as one.
QString lettersOf(const QString &name)
{
    QString letters = name;
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

//! "ana" and "ana maria".
bool hasFurtherWords(QStringView shorter, QStringView longer)
{
    return longer.size() > shorter.size() + 1 && longer.startsWith(shorter)
        && longer.at(shorter.size()) == u' ';
}

//! "alex" and "alexander", but not "jan" and "jana".
bool isShortFormOf(QStringView shorter, QStringView longer)
{
    return shorter.size() >= 3 && longer.size() >= shorter.size() + 3 && longer.startsWith(shorter);
}

} // namespace

bool areTwoGenerations(const MatchKeys &a, const MatchKeys &b)
{
    return a.generation != b.generation && a.generation != Generation::Unnamed
        && b.generation != Generation::Unnamed;
}

bool firstNamesAgree(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty() || a == b || a.startsWith(b) || b.startsWith(a))
        return true;
    return isInitialOf(a, b) || isInitialOf(b, a) || jaroWinkler(a, b) > 0.9;
}

bool namesAgree(const MatchKeys &a, const MatchKeys &b)
{
    if (areTwoGenerations(a, b))
        return false;
    if (a.name.isEmpty() || b.name.isEmpty() || a.name == b.name)
        return true;
    // A changed last name (marriage) or a swapped order still leaves a common first name or word.
    if (!a.first().isEmpty() && a.first() == b.first())
        return true;
    if (a.first() == b.last() && a.last() == b.first())
        return true;
    if (a.last() == b.last() || jaroWinkler(a.last(), b.last()) > 0.9)
        return firstNamesAgree(a.first(), b.first());
    return jaroWinkler(a.name, b.name) > 0.92;
}

bool namesAllowPhoneLink(const MatchKeys &a, const MatchKeys &b)
{
    if (a.name.isEmpty() || b.name.isEmpty())
        return false;
    if (a.name == b.name || lettersOf(a.name) == lettersOf(b.name))
        return true;
    if (a.first().isEmpty() || b.first().isEmpty())
        return false;
    if (a.first() == b.last() && a.last() == b.first())
        return true;
    return a.last() == b.last()
        && (hasFurtherWords(a.first(), b.first()) || hasFurtherWords(b.first(), a.first()));
}

bool namesAllowEmailLink(const MatchKeys &a, const MatchKeys &b)
{
    if (a.name.isEmpty() || b.name.isEmpty() || namesAllowPhoneLink(a, b))
        return true;
    // A changed last name, by marriage.
    if (!a.first().isEmpty() && a.first() == b.first())
        return true;
    if (a.last() != b.last())
        return false;
    return a.first().isEmpty() || b.first().isEmpty() || isInitialOf(a.first(), b.first())
        || isInitialOf(b.first(), a.first()) || isShortFormOf(a.first(), b.first())
        || isShortFormOf(b.first(), a.first());
}

} // namespace twinbook
