// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/portrait.h"

#include "core/normalize.h"

#include <QHashFunctions>

namespace twinbook {

namespace {

QString foldedAt(const Observation &seen, int row)
{
    if (row < 0)
        return {};
    const FieldValue &value = seen.values[static_cast<std::size_t>(row)];
    const QString *text = value.textIfAny();
    return foldedText(text ? *text : value.toText());
}

quint32 markOf(const QString &text)
{
    return text.isEmpty() ? 0 : static_cast<quint32>(qHash(text) & 0xFFFFFFFF) | 1;
}

} // namespace

int rowOf(Trait trait, const MatchRows &rows)
{
    switch (trait) {
    case Trait::Name:
        return rows.name;
    case Trait::Email:
        return rows.email;
    case Trait::Phone:
        return rows.phone;
    case Trait::Street:
        return rows.street;
    case Trait::City:
        return rows.city;
    case Trait::Company:
        return rows.company;
    case Trait::BirthDate:
        return rows.birthDate;
    case Trait::PostalCode:
        return rows.postalCode;
    }
    return -1;
}

Portrait portraitOf(int person, const Observation &seen, const MatchKeys &keys,
                    const MatchRows &rows)
{
    Portrait portrait;
    portrait.person = person;
    portrait.keys = &keys;
    portrait.texts[Trait::Name] = keys.name;
    portrait.texts[Trait::Email] = keys.email;
    portrait.texts[Trait::Phone] = keys.phone;
    for (const Trait trait :
         {Trait::Street, Trait::City, Trait::Company, Trait::BirthDate, Trait::PostalCode})
        portrait.texts[trait] = foldedAt(seen, rowOf(trait, rows));
    for (const Trait trait : allTraits)
        portrait.marks[trait] = markOf(portrait.texts[trait]);
    return portrait;
}

} // namespace twinbook
