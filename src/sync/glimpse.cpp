// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/glimpse.h"

#include "sync/similarity.h"

#include <algorithm>
#include <bit>

namespace twinbook {

namespace {

constexpr int kinds = 32;
constexpr int prefixLength = 4;
constexpr int bitsOfDigit = 4;
constexpr int bitsOfBeginning = 8;

quint32 markOf(quint64 hash)
{
    return hash == 0 ? 0 : static_cast<quint32>(hash >> 32) | 1;
}

//! Four bits of each character: who differs there, differs.
quint64 digitsOf(QStringView text)
{
    quint64 digits = 0;
    for (const QChar c : text)
        digits = std::rotl(digits, bitsOfDigit) ^ (c.unicode() & 0xF);
    return digits;
}

//! A slip changes two places at most, and more than two of them make two numbers different.
Agreement numbersAtBest(quint32 markA, quint32 markB, quint64 digitsA, quint64 digitsB)
{
    constexpr int mostPlaces = 4;
    if (markA == 0 || markB == 0)
        return Agreement::Unknown;
    if (markA == markB)
        return Agreement::Same;
    quint64 places = digitsA ^ digitsB;
    places |= places >> 2;
    places |= places >> 1;
    return std::popcount(places & 0x1111'1111'1111'1111U) > mostPlaces ? Agreement::Different
                                                                       : Agreement::Close;
}

Agreement outlinesAtBest(const Outline &a, const Outline &b)
{
    const double likeness = likenessAtBest(a, b);
    if (likeness > closeText)
        return Agreement::Close;
    return likeness > nearText ? Agreement::Near : Agreement::Different;
}

Agreement textsAtBest(const Glimpse &a, const Glimpse &b, Aspect aspect)
{
    if (a.marks[aspect] == 0 || b.marks[aspect] == 0)
        return Agreement::Unknown;
    if (a.marks[aspect] == b.marks[aspect])
        return Agreement::Same;
    return outlinesAtBest(a.outlines[aspect], b.outlines[aspect]);
}

Agreement emailsAtBest(const Glimpse &a, const Glimpse &b)
{
    if (a.marks[Aspect::Email] == 0 || b.marks[Aspect::Email] == 0)
        return Agreement::Unknown;
    if (a.marks[Aspect::Email] == b.marks[Aspect::Email])
        return Agreement::Same;
    if (a.mailbox == b.mailbox)
        return Agreement::Close;
    const bool isAlike
        = likenessAtBest(a.outlines[Aspect::Email], b.outlines[Aspect::Email]) > closeText;
    return isAlike ? Agreement::Near : Agreement::Different;
}

//! Too short to be told apart without being read.
Agreement houseNumbersAtBest(quint32 markA, quint32 markB)
{
    if (markA == 0 || markB == 0)
        return Agreement::Unknown;
    return markA == markB ? Agreement::Same : Agreement::Close;
}

bool isInitial(const Outline &a, const Outline &b)
{
    return (a.length == 1 || b.length == 1)
        && ((a.beginning ^ b.beginning) & ((1U << bitsOfBeginning) - 1)) == 0;
}

void namesAtBest(const Glimpse &a, const Glimpse &b, Agreements &found)
{
    Agreement &first = found[Aspect::First];
    Agreement &last = found[Aspect::Last];
    first = textsAtBest(a, b, Aspect::First);
    last = textsAtBest(a, b, Aspect::Last);
    if (first == Agreement::Unknown || last == Agreement::Unknown)
        return;
    const Outline &firstA = a.outlines[Aspect::First];
    const Outline &firstB = b.outlines[Aspect::First];
    if (a.fullFirst == b.fullFirst || isInitial(firstA, firstB))
        first = std::max(first, Agreement::Close);
    if (a.name == b.name) {
        first = std::max(first, Agreement::Close);
        last = std::max(last, Agreement::Close);
        return;
    }
    const Agreement crossed = outlinesAtBest(firstA, b.outlines[Aspect::Last]);
    if (crossed < Agreement::Near)
        return;
    const Agreement other = outlinesAtBest(a.outlines[Aspect::Last], firstB);
    if (other < Agreement::Near)
        return;
    first = std::max(first, crossed);
    last = std::max(last, other);
}

} // namespace

Outline outlineOf(QStringView text)
{
    text = text.left(longestCompared);
    Outline outline;
    outline.length = static_cast<quint8>(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (i < prefixLength)
            outline.beginning |= static_cast<quint32>(c & 0xFF) << (i * bitsOfBeginning);
        const quint64 once = quint64 {1} << (c % kinds);
        const quint64 twice = once << kinds;
        if ((outline.letters & twice) != 0)
            ++outline.more;
        outline.letters |= (outline.letters & once) != 0 ? twice : once;
    }
    return outline;
}

double likenessAtBest(const Outline &a, const Outline &b)
{
    if (a.length == 0 || b.length == 0)
        return 0;
    const int shorter = std::min(a.length, b.length);
    const int matches
        = std::min(shorter, std::popcount(a.letters & b.letters) + std::min(a.more, b.more));
    const double jaro = (1.0 * matches / a.length + 1.0 * matches / b.length + 1) / 3;
    const int prefix
        = std::min(std::countr_zero(a.beginning ^ b.beginning) / bitsOfBeginning, prefixLength);
    return matches == 0 ? 0 : jaro + prefix * 0.1 * (1 - jaro);
}

Glimpse glimpseOf(const Sketch &sketch)
{
    Glimpse glimpse;
    for (std::size_t i = 0; i < aspectCount; ++i)
        glimpse.marks.values[i] = markOf(sketch.hashes.values[i]);
    for (const Aspect aspect :
         {Aspect::First, Aspect::Last, Aspect::Street, Aspect::City, Aspect::Company,
          Aspect::Other1, Aspect::Other2, Aspect::Other3, Aspect::Other4})
        glimpse.outlines[aspect] = outlineOf(sketch.texts[aspect]);
    glimpse.outlines[Aspect::Email] = outlineOf(sketch.mailbox());
    glimpse.digits = digitsOf(sketch.texts[Aspect::Phone]);
    glimpse.birthDigits = digitsOf(sketch.texts[Aspect::BirthDate]);
    glimpse.postalDigits = digitsOf(sketch.texts[Aspect::PostalCode]);
    glimpse.mailbox = markOf(sketch.mailboxHash);
    glimpse.fullFirst = markOf(sketch.fullFirstHash);
    glimpse.name = markOf(sketch.lettersHash);
    glimpse.hasSingleWord = sketch.hashes[Aspect::Last] == 0;
    return glimpse;
}

Agreements atBest(const Glimpse &a, const Glimpse &b)
{
    Agreements found;
    namesAtBest(a, b, found);
    found[Aspect::Email] = emailsAtBest(a, b);
    found[Aspect::Phone]
        = numbersAtBest(a.marks[Aspect::Phone], b.marks[Aspect::Phone], a.digits, b.digits);
    found[Aspect::BirthDate] = numbersAtBest(a.marks[Aspect::BirthDate], b.marks[Aspect::BirthDate],
                                             a.birthDigits, b.birthDigits);
    found[Aspect::PostalCode] = numbersAtBest(
        a.marks[Aspect::PostalCode], b.marks[Aspect::PostalCode], a.postalDigits, b.postalDigits);
    found[Aspect::Street] = textsAtBest(a, b, Aspect::Street);
    if (found[Aspect::Street] >= Agreement::Near)
        found[Aspect::HouseNumber]
            = houseNumbersAtBest(a.marks[Aspect::HouseNumber], b.marks[Aspect::HouseNumber]);
    if (found[Aspect::PostalCode] != Agreement::Same)
        found[Aspect::City] = textsAtBest(a, b, Aspect::City);
    found[Aspect::Company] = textsAtBest(a, b, Aspect::Company);
    for (const Aspect other : {Aspect::Other1, Aspect::Other2, Aspect::Other3, Aspect::Other4})
        found[other] = textsAtBest(a, b, other);
    return found;
}

} // namespace twinbook
