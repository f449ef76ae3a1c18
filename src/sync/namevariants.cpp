// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/namevariants.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! From U+0430; letters that Bulgarian and Russian passports spell alike, or nearly so.
constexpr std::array cyrillic {
    "a"_L1,  "b"_L1,  "v"_L1,  "g"_L1,   "d"_L1, "e"_L1, "zh"_L1, "z"_L1, "i"_L1,  "y"_L1,  "k"_L1,
    "l"_L1,  "m"_L1,  "n"_L1,  "o"_L1,   "p"_L1, "r"_L1, "s"_L1,  "t"_L1, "u"_L1,  "f"_L1,  "h"_L1,
    "ts"_L1, "ch"_L1, "sh"_L1, "sht"_L1, "a"_L1, "y"_L1, "y"_L1,  "e"_L1, "yu"_L1, "ya"_L1,
};

//! From U+03B1, with the sigma that ends a word in its place.
constexpr std::array greek {
    "a"_L1, "v"_L1, "g"_L1, "d"_L1, "e"_L1,  "z"_L1,  "i"_L1, "th"_L1, "i"_L1,
    "k"_L1, "l"_L1, "m"_L1, "n"_L1, "x"_L1,  "o"_L1,  "p"_L1, "r"_L1,  "s"_L1,
    "s"_L1, "t"_L1, "y"_L1, "f"_L1, "ch"_L1, "ps"_L1, "o"_L1,
};

//! Short form and full form, by short form.
constexpr std::array shortForms {
    std::pair {"alex"_L1, "alexander"_L1},    std::pair {"andy"_L1, "andrew"_L1},
    std::pair {"becky"_L1, "rebecca"_L1},     std::pair {"ben"_L1, "benjamin"_L1},
    std::pair {"bernie"_L1, "bernard"_L1},    std::pair {"beth"_L1, "elizabeth"_L1},
    std::pair {"betty"_L1, "elizabeth"_L1},   std::pair {"bill"_L1, "william"_L1},
    std::pair {"bob"_L1, "robert"_L1},        std::pair {"bobby"_L1, "robert"_L1},
    std::pair {"cathy"_L1, "catherine"_L1},   std::pair {"charlie"_L1, "charles"_L1},
    std::pair {"chris"_L1, "christopher"_L1}, std::pair {"chuck"_L1, "charles"_L1},
    std::pair {"dan"_L1, "daniel"_L1},        std::pair {"dave"_L1, "david"_L1},
    std::pair {"debbie"_L1, "deborah"_L1},    std::pair {"dick"_L1, "richard"_L1},
    std::pair {"ed"_L1, "edward"_L1},         std::pair {"eddie"_L1, "edward"_L1},
    std::pair {"ella"_L1, "elena"_L1},        std::pair {"fred"_L1, "frederick"_L1},
    std::pair {"greg"_L1, "gregory"_L1},      std::pair {"gosho"_L1, "georgi"_L1},
    std::pair {"hans"_L1, "johannes"_L1},     std::pair {"harry"_L1, "harold"_L1},
    std::pair {"jack"_L1, "john"_L1},         std::pair {"jenny"_L1, "jennifer"_L1},
    std::pair {"jim"_L1, "james"_L1},         std::pair {"jimmy"_L1, "james"_L1},
    std::pair {"joe"_L1, "joseph"_L1},        std::pair {"johnny"_L1, "john"_L1},
    std::pair {"josh"_L1, "joshua"_L1},       std::pair {"kate"_L1, "catherine"_L1},
    std::pair {"katie"_L1, "catherine"_L1},   std::pair {"ken"_L1, "kenneth"_L1},
    std::pair {"larry"_L1, "lawrence"_L1},    std::pair {"liz"_L1, "elizabeth"_L1},
    std::pair {"maggie"_L1, "margaret"_L1},   std::pair {"matt"_L1, "matthew"_L1},
    std::pair {"meg"_L1, "margaret"_L1},      std::pair {"mike"_L1, "michael"_L1},
    std::pair {"mitko"_L1, "dimitar"_L1},     std::pair {"nick"_L1, "nicholas"_L1},
    std::pair {"pat"_L1, "patricia"_L1},      std::pair {"peggy"_L1, "margaret"_L1},
    std::pair {"pepe"_L1, "jose"_L1},         std::pair {"pete"_L1, "peter"_L1},
    std::pair {"rick"_L1, "richard"_L1},      std::pair {"rob"_L1, "robert"_L1},
    std::pair {"ron"_L1, "ronald"_L1},        std::pair {"sam"_L1, "samuel"_L1},
    std::pair {"sasha"_L1, "alexander"_L1},   std::pair {"sepp"_L1, "josef"_L1},
    std::pair {"steve"_L1, "steven"_L1},      std::pair {"sue"_L1, "susan"_L1},
    std::pair {"ted"_L1, "edward"_L1},        std::pair {"tim"_L1, "timothy"_L1},
    std::pair {"toma"_L1, "thomas"_L1},       std::pair {"tom"_L1, "thomas"_L1},
    std::pair {"tony"_L1, "anthony"_L1},      std::pair {"vanya"_L1, "ivan"_L1},
    std::pair {"will"_L1, "william"_L1},
};

QLatin1StringView latin(char16_t letter)
{
    if (letter >= u'а' && letter <= u'я')
        return cyrillic[static_cast<std::size_t>(letter - u'а')];
    if (letter >= u'α' && letter <= u'ω')
        return greek[static_cast<std::size_t>(letter - u'α')];
    return {};
}

} // namespace

QString inLatinLetters(const QString &folded)
{
    const bool isLatin = std::none_of(folded.cbegin(), folded.cend(), [](QChar c) {
        return c.unicode() >= u'α' && c.unicode() <= u'я';
    });
    if (isLatin)
        return folded;
    QString written;
    written.reserve(folded.size() * 2);
    for (const QChar c : folded) {
        const QLatin1StringView letters = latin(c.unicode());
        if (letters.isEmpty())
            written.append(c);
        else
            written.append(letters);
    }
    return written;
}

QStringView fullFirstName(QStringView folded)
{
    const auto found = std::find_if(shortForms.cbegin(), shortForms.cend(),
                                    [folded](const auto &form) { return form.first == folded; });
    if (found == shortForms.cend())
        return folded;
    // A view of UTF-16 is needed: made once of the Latin-1 table.
    static const auto fullForms = [] {
        std::array<QString, shortForms.size()> full;
        std::transform(shortForms.cbegin(), shortForms.cend(), full.begin(),
                       [](const auto &form) { return QString(form.second); });
        return full;
    }();
    return fullForms[static_cast<std::size_t>(found - shortForms.cbegin())];
}

} // namespace twinbook
