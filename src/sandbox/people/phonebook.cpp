// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/phonebook.h"

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr int perBritishRange = 1000;
constexpr int perFrenchRange = 10000;

//! Area code without 0 and the fixed digits; three digits follow.
struct BritishRange
{
    QLatin1StringView area;
    QLatin1StringView start;
};
constexpr std::array britishRanges {
    BritishRange {"20"_L1, "7946 0"_L1}, BritishRange {"7700"_L1, "900"_L1},
    BritishRange {"113"_L1, "496 0"_L1}, BritishRange {"114"_L1, "496 0"_L1},
    BritishRange {"115"_L1, "496 0"_L1}, BritishRange {"116"_L1, "496 0"_L1},
    BritishRange {"117"_L1, "496 0"_L1}, BritishRange {"118"_L1, "496 0"_L1},
    BritishRange {"121"_L1, "496 0"_L1}, BritishRange {"131"_L1, "496 0"_L1},
    BritishRange {"141"_L1, "496 0"_L1}, BritishRange {"151"_L1, "496 0"_L1},
    BritishRange {"161"_L1, "496 0"_L1}, BritishRange {"191"_L1, "498 0"_L1},
    BritishRange {"29"_L1, "2018 0"_L1},
};
//! Without the leading 0; four digits follow.
constexpr std::array frenchRanges {"19900"_L1, "26191"_L1, "35301"_L1,
                                   "46571"_L1, "53649"_L1, "63998"_L1};

QString withoutSpaces(QString text)
{
    return text.remove(u' ');
}

} // namespace

FictionalNumbers::Number FictionalNumbers::next()
{
    const int n = m_given++;
    const int british = static_cast<int>(britishRanges.size()) * perBritishRange;
    if (n < british) {
        // Neighbours in the list come from different ranges and look unlike each other.
        const BritishRange &range = britishRanges[static_cast<size_t>(n) % britishRanges.size()];
        const int line = (n / static_cast<int>(britishRanges.size()) * 137 + 113) % perBritishRange;
        const QString rest = range.start + u"%1"_s.arg(line, 3, 10, QLatin1Char('0'));
        return {withoutSpaces(u"+44"_s + range.area + rest),
                QString(u'0' + range.area + u' ' + rest)};
    }
    const int line = n - british;
    const size_t range = static_cast<size_t>(line / perFrenchRange);
    if (range >= frenchRanges.size())
        return {};
    const QString digits
        = frenchRanges[range] + u"%1"_s.arg(line % perFrenchRange, 4, 10, QLatin1Char('0'));
    const QString spaced = digits.first(1) + u' ' + digits.sliced(1, 2) + u' ' + digits.sliced(3, 2)
        + u' ' + digits.sliced(5, 2) + u' ' + digits.sliced(7, 2);
    return {QString(u"+33"_s + digits), QString(u"+33 "_s + spaced)};
}

} // namespace twinbook::sandbox
