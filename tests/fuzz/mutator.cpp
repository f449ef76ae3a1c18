// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutator.h"

#include "nastytexts.h"

#include <algorithm>
#include <array>

namespace twinbook::fuzz {

namespace {

constexpr qsizetype megabyte = 1024 * 1024;
//! Around the depth at which Qt's own reader gives up (1024).
constexpr std::array depths {30, 500, 1020, 1030, 5000};

QByteArray textAt(const QByteArray &text, Span part)
{
    return text.mid(part.begin, part.end - part.begin);
}

} // namespace

Mutator::Mutator(const QList<QByteArray> &seeds)
{
    for (const char *key : knownKeys)
        m_keys.append(key);
    for (const QByteArray &seed : seeds) {
        m_sources.append({seed, partsOf(seed)});
        for (const Span key : m_sources.constLast().parts.keys) {
            const QByteArray name = textAt(seed, key);
            if (!m_keys.contains(name))
                m_keys.append(name);
        }
    }
}

QByteArray Mutator::text(quint64 seed, quint64 index) const
{
    // Two steps apart, so that neighbours have nothing in common.
    Chance chance(Chance(seed + index * 0xD1342543DE82EF95U).next());
    const Source &source = chance.of(m_sources);
    return chance.oneIn(60) ? rare(source, chance) : changed(source, chance);
}

QByteArray Mutator::rare(const Source &source, Chance &chance) const
{
    const QByteArray &text = source.text;
    switch (chance.below(9)) {
    case 0:
        return text;
    case 1:
        return {};
    case 2:
        return text.left(chance.below(text.size()));
    case 3:
        return "\xef\xbb\xbf" + text;
    case 4: {
        const qsizetype depth = chance.of(depths);
        const QByteArray open = chance.oneIn(2) ? "[" : "{\"id\":";
        const QByteArray close = open == "[" ? "]" : "}";
        return open.repeated(depth) + QByteArray(chance.of(nastyValues)) + close.repeated(depth);
    }
    case 5:
        return QByteArray(chance.of(nastyValues));
    case 6:
        return text + text;
    case 7: {
        QByteArray noise(chance.below(200), Qt::Uninitialized);
        for (char &byte : noise)
            byte = static_cast<char>(chance.next());
        return noise;
    }
    default:
        // Seldom, because it takes a thousand times as long as the others.
        if (!chance.oneIn(20) || source.parts.values.isEmpty())
            return text.mid(chance.below(text.size()));
        const Span part = chance.of(source.parts.values);
        return text.left(part.begin) + '"'
            + QByteArray(chance.oneIn(2) ? "a" : "\xc3\xa9").repeated(megabyte) + '"'
            + text.mid(part.end);
    }
}

//! One to three edits, from the end to the beginning, so that the places stay right.
QByteArray Mutator::changed(const Source &source, Chance &chance) const
{
    std::array<Edit, 3> edits;
    const auto count = 1 + chance.below(3);
    for (qsizetype i = 0; i < count; ++i)
        edits[static_cast<std::size_t>(i)] = edit(source, chance);
    std::sort(edits.begin(), edits.begin() + count,
              [](const Edit &a, const Edit &b) { return a.part.begin > b.part.begin; });
    QByteArray text = source.text;
    qsizetype untouched = text.size();
    for (auto each = edits.cbegin(); each != edits.cbegin() + count; ++each) {
        if (each->part.end > untouched)
            continue;
        text.replace(each->part.begin, each->part.end - each->part.begin, each->replacement);
        untouched = each->part.begin;
    }
    return text;
}

Mutator::Edit Mutator::edit(const Source &source, Chance &chance) const
{
    const Parts &parts = source.parts;
    if (parts.values.isEmpty() || chance.oneIn(6))
        return pieceEdit(source, chance);
    switch (chance.below(5)) {
    case 0:
        return parts.keys.isEmpty() ? valueEdit(source, chance)
                                    : Edit {chance.of(parts.keys), chance.of(m_keys)};
    case 1:
        return parts.members.isEmpty() ? valueEdit(source, chance) : memberEdit(source, chance);
    default:
        return valueEdit(source, chance);
    }
}

//! Away with a member, or there twice, or another one for it.
Mutator::Edit Mutator::memberEdit(const Source &source, Chance &chance) const
{
    Span member = chance.of(source.parts.members);
    const QByteArray old = textAt(source.text, member);
    switch (chance.below(3)) {
    case 0:
        // With one comma, so that what is left is JSON.
        if (source.text.mid(member.end, 1) == ",")
            ++member.end;
        else if (member.begin > 0 && source.text.at(member.begin - 1) == ',')
            --member.begin;
        return {member, {}};
    case 1:
        return {member, old + ',' + old};
    default:
        return {member, textAt(source.text, chance.of(source.parts.members))};
    }
}

//! Another value, or the same one wrapped up or doubled.
Mutator::Edit Mutator::valueEdit(const Source &source, Chance &chance) const
{
    const Span value = chance.of(source.parts.values);
    const QByteArray old = textAt(source.text, value);
    switch (chance.below(7)) {
    case 0: {
        const Source &other = chance.of(m_sources);
        if (other.parts.values.isEmpty())
            return {value, old};
        return {value, textAt(other.text, chance.of(other.parts.values))};
    }
    case 1:
        return {value, '[' + old + ']'};
    case 2:
        return {value, chance.of(m_keys)};
    case 3:
        return {value, '"' + old + '"'};
    default:
        return {value, chance.of(nastyValues)};
    }
}

//! Bytes and lines, without regard to what they mean.
Mutator::Edit Mutator::pieceEdit(const Source &source, Chance &chance) const
{
    Span piece;
    if (chance.oneIn(2) && !source.parts.lines.isEmpty()) {
        piece = chance.of(source.parts.lines);
    } else {
        piece.begin = chance.below(source.text.size());
        piece.end = qMin(piece.begin + chance.below(4), source.text.size());
    }
    QByteArray old = textAt(source.text, piece);
    switch (chance.below(6)) {
    case 0:
        return {piece, {}};
    case 1:
        return {piece, old + old};
    case 2:
        return {piece, chance.of(nastyPieces)};
    case 3:
        return {piece, old + chance.of(nastyPieces)};
    case 4: {
        const Source &other = chance.of(m_sources);
        if (other.parts.lines.isEmpty())
            return {piece, {}};
        return {piece, textAt(other.text, chance.of(other.parts.lines))};
    }
    default:
        if (!old.isEmpty())
            old[chance.below(old.size())] = static_cast<char>(chance.next());
        return {piece, old};
    }
}

} // namespace twinbook::fuzz
