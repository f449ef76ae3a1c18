// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/sketch.h"

#include "core/normalize.h"
#include "sync/namevariants.h"

#include <QHashFunctions>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

// The same in every process, so that the same input gives the same plan.
constexpr std::size_t seed = 0x54574E42;

quint64 hashOf(QStringView text)
{
    return text.isEmpty() ? 0 : qHash(text, seed) | 1;
}

QString foldedAt(const Observation &seen, int row)
{
    if (row < 0)
        return {};
    const FieldValue &value = seen.values[static_cast<std::size_t>(row)];
    const QString *text = value.textIfAny();
    return foldedText(text ? *text : value.toText());
}

//! Letters and digits only, in Latin letters: "sv. nikola 12" and "Sv Nikola, 12" are the same.
QString plain(const QString &folded)
{
    QString letters = inLatinLetters(folded);
    letters.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return letters;
}

bool isTitle(QStringView word)
{
    static constexpr std::array titles {"mr"_L1, "mrs"_L1, "ms"_L1, "dr"_L1, "prof"_L1, "ing"_L1};
    return std::any_of(titles.cbegin(), titles.cend(),
                       [word](QLatin1StringView title) { return word == title; });
}

//! First and last word; of a single word it is not known which of the two it is.
void drawName(Sketch &sketch, const QString &name)
{
    const QString latin = inLatinLetters(name);
    QStringView first;
    QStringView last;
    for (const QStringView word : QStringView(latin).tokenize(u' ', Qt::SkipEmptyParts)) {
        const QStringView bare = word.endsWith(u'.') ? word.chopped(1) : word;
        if (isTitle(bare))
            continue;
        if (first.isEmpty())
            first = bare;
        else
            last = bare;
    }
    sketch.texts[Aspect::First] = plain(first.toString());
    sketch.texts[Aspect::Last] = plain(last.toString());
    sketch.lettersHash = hashOf(plain(latin));
    sketch.fullFirstHash = hashOf(fullFirstName(sketch.texts[Aspect::First]));
}

//! "12" of "12 Shipka St" and of "Shipka 12"; the street is the rest.
void drawStreet(Sketch &sketch, const QString &street)
{
    QString name;
    for (const QStringView word : QStringView(street).tokenize(u' ', Qt::SkipEmptyParts)) {
        if (word.at(0).isDigit() && sketch.texts[Aspect::HouseNumber].isEmpty())
            sketch.texts[Aspect::HouseNumber] = plain(word.toString());
        else
            name.append(word);
    }
    sketch.texts[Aspect::Street] = plain(name);
}

} // namespace

SketchRows::SketchRows(const Projection &projection)
    : roles(projection)
{
    others.fill(-1);
    std::size_t next = 0;
    for (std::size_t row = 0; row < projection.size() && next < others.size(); ++row) {
        const FieldMapping &mapping = projection.row(row);
        if (mapping.role == FieldRole::Plain && mapping.conversion != Conversion::Tags
            && mapping.conversion != Conversion::YesNo)
            others[next++] = static_cast<int>(row);
    }
}

Sketch sketchOf(int person, const Observation &seen, const MatchKeys &keys, const SketchRows &rows)
{
    Sketch sketch;
    sketch.person = person;
    sketch.keys = &keys;
    drawName(sketch, keys.name);
    sketch.texts[Aspect::Email] = keys.email;
    sketch.texts[Aspect::Phone] = keys.phone;
    sketch.texts[Aspect::BirthDate] = foldedAt(seen, rows.roles.birthDate);
    drawStreet(sketch, foldedAt(seen, rows.roles.street));
    sketch.texts[Aspect::City] = plain(foldedAt(seen, rows.roles.city));
    sketch.texts[Aspect::PostalCode] = plain(foldedAt(seen, rows.roles.postalCode));
    sketch.texts[Aspect::Company] = plain(foldedAt(seen, rows.roles.company));
    for (std::size_t i = 0; i < otherCount; ++i)
        sketch.texts.values[static_cast<std::size_t>(Aspect::Other1) + i]
            = plain(foldedAt(seen, rows.others[i]));
    for (std::size_t i = 0; i < aspectCount; ++i)
        sketch.hashes.values[i] = hashOf(sketch.texts.values[i]);
    sketch.mailboxHash = hashOf(sketch.mailbox());
    return sketch;
}

} // namespace twinbook
