// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/similarity.h"

#include <algorithm>
#include <array>
#include <bit>

namespace twinbook {

namespace {

// Each character is one bit.
constexpr qsizetype longest = longestCompared;
using Marks = quint64;

constexpr Marks markAt(qsizetype i)
{
    return Marks {1} << i;
}

//! Marks of the places 0 to n - 1.
constexpr Marks marksBelow(qsizetype n)
{
    return n >= longest ? ~Marks {0} : markAt(n) - 1;
}

//! Where each letter stands in a text, so that looking for a letter in a window is one step.
class Places
{
public:
    //! Of the letters from `first` on.
    Places(QStringView text, qsizetype first)
    {
        for (qsizetype i = first; i < text.size(); ++i) {
            const std::size_t slot = slotOf(text.at(i).unicode());
            m_letters[slot] = text.at(i).unicode();
            m_marks[slot] |= markAt(i);
        }
    }

    [[nodiscard]] Marks of(QChar letter) const { return m_marks[slotOf(letter.unicode())]; }

private:
    // Twice as many as there can be letters, so that a search for a letter always ends.
    static constexpr std::size_t slotCount = 128;

    //! The slot with this letter, or the empty one where it would be.
    [[nodiscard]] std::size_t slotOf(char16_t letter) const
    {
        std::size_t slot = letter % slotCount;
        while (m_marks[slot] != 0 && m_letters[slot] != letter)
            slot = (slot + 1) % slotCount;
        return slot;
    }

    std::array<Marks, slotCount> m_marks {};
    std::array<char16_t, slotCount> m_letters; // of the slots with marks only
};

struct Common
{
    int matches = 0;
    int outOfOrder = 0;
};

//! `prefix` characters are equal at the start of both: each of them matches its like, because all
//! earlier ones are taken.
Common commonCharacters(QStringView a, QStringView b, qsizetype prefix)
{
    const qsizetype window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    const Places places(b, prefix);
    Marks matchedA = marksBelow(prefix);
    Marks matchedB = matchedA;
    Marks reachable
        = marksBelow(prefix + window + 1) & ~marksBelow(std::max<qsizetype>(0, prefix - window));
    for (qsizetype i = prefix; i < a.size(); ++i) {
        const Marks found = places.of(a.at(i)) & reachable & ~matchedB;
        matchedA |= found != 0 ? markAt(i) : 0;
        matchedB |= found & (~found + 1); // the first of them
        reachable = reachable << 1 | (i < window ? 1 : 0);
    }
    Common common;
    common.matches = std::popcount(matchedA);
    const Marks rest = ~marksBelow(prefix);
    Marks inB = matchedB & rest;
    for (Marks inA = matchedA & rest; inA != 0; inA &= inA - 1, inB &= inB - 1) {
        if (a.at(std::countr_zero(inA)) != b.at(std::countr_zero(inB)))
            ++common.outOfOrder;
    }
    return common;
}

} // namespace

double jaroWinkler(QStringView a, QStringView b)
{
    a = a.left(longest);
    b = b.left(longest);
    if (a.isEmpty() || b.isEmpty())
        return 0;
    const qsizetype shorter = std::min(a.size(), b.size());
    const auto border = std::mismatch(a.begin(), a.begin() + shorter, b.begin());
    const auto prefix = static_cast<qsizetype>(border.first - a.begin());
    if (prefix == shorter && a.size() == b.size())
        return 1;
    const Common common = commonCharacters(a, b, prefix);
    if (common.matches == 0)
        return 0;
    const double matches = common.matches;
    const double jaro
        = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size())
           + (matches - common.outOfOrder / 2) / matches)
        / 3;
    return jaro + static_cast<double>(std::min<qsizetype>(prefix, 4)) * 0.1 * (1 - jaro);
}

} // namespace twinbook
