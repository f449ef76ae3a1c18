// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/similarity.h"

#include <algorithm>
#include <bitset>

namespace twinbook {

namespace {

// Names are short; what is longer is compared by its beginning.
constexpr qsizetype longest = 64;
using Marks = std::bitset<longest>;

struct Common
{
    int matches = 0;
    int outOfOrder = 0;
};

Common commonCharacters(QStringView a, QStringView b)
{
    const qsizetype window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    Marks matchedA;
    Marks matchedB;
    Common common;
    for (qsizetype i = 0; i < a.size(); ++i) {
        const qsizetype from = std::max<qsizetype>(0, i - window);
        const qsizetype to = std::min(b.size(), i + window + 1);
        for (qsizetype j = from; j < to; ++j) {
            if (matchedB.test(static_cast<std::size_t>(j)) || a.at(i) != b.at(j))
                continue;
            matchedA.set(static_cast<std::size_t>(i));
            matchedB.set(static_cast<std::size_t>(j));
            ++common.matches;
            break;
        }
    }
    qsizetype j = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (!matchedA.test(static_cast<std::size_t>(i)))
            continue;
        while (!matchedB.test(static_cast<std::size_t>(j)))
            ++j;
        if (a.at(i) != b.at(j))
            ++common.outOfOrder;
        ++j;
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
    if (a == b)
        return 1;
    const Common common = commonCharacters(a, b);
    if (common.matches == 0)
        return 0;
    const double matches = common.matches;
    const double jaro
        = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size())
           + (matches - common.outOfOrder / 2) / matches)
        / 3;
    qsizetype prefix = 0;
    const qsizetype limit = std::min<qsizetype>({4, a.size(), b.size()});
    while (prefix < limit && a.at(prefix) == b.at(prefix))
        ++prefix;
    return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro);
}

} // namespace twinbook
