// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/personname.h"

#include "core/normalize.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

bool isParticle(const QString &word)
{
    static constexpr std::array particles {
        "van"_L1, "von"_L1, "der"_L1, "den"_L1, "de"_L1,  "del"_L1, "della"_L1,
        "di"_L1,  "da"_L1,  "dos"_L1, "la"_L1,  "le"_L1,  "du"_L1,  "bin"_L1,
        "ibn"_L1, "al"_L1,  "el"_L1,  "ten"_L1, "ter"_L1, "zu"_L1,  "af"_L1};
    const QString folded = word.toCaseFolded();
    return std::any_of(particles.cbegin(), particles.cend(),
                       [&](QLatin1StringView particle) { return folded == particle; });
}

NameParts splitAt(const QStringList &words, qsizetype border)
{
    return {words.mid(0, border).join(u' '), words.mid(border).join(u' ')};
}

qsizetype wordCount(const QString &text)
{
    const QString simplified = simplifiedText(text);
    return simplified.isEmpty() ? 0 : simplified.count(u' ') + 1;
}

} // namespace

QString joinedName(const NameParts &parts)
{
    const QString first = parts.first.trimmed();
    const QString last = parts.last.trimmed();
    if (first.isEmpty() || last.isEmpty())
        return first + last;
    return first + u' ' + last;
}

NameParts splitName(const QString &fullName, const NameParts &present)
{
    const QString name = simplifiedText(fullName);
    if (name.isEmpty())
        return {};
    const QStringList words = name.split(u' ');
    const QString folded = foldedText(name);
    if (folded == foldedText(present.first))
        return {name, {}};
    if (folded == foldedText(present.last))
        return {{}, name};

    const qsizetype lastWords = wordCount(present.last);
    if (lastWords > 0 && lastWords < words.size()) {
        const NameParts parts = splitAt(words, words.size() - lastWords);
        if (foldedText(parts.last) == foldedText(present.last))
            return parts;
    }
    const qsizetype firstWords = wordCount(present.first);
    if (firstWords > 0 && firstWords < words.size()) {
        const NameParts parts = splitAt(words, firstWords);
        if (foldedText(parts.first) == foldedText(present.first))
            return parts;
    }

    if (words.size() == 1)
        return {name, {}};
    qsizetype border = words.size() - 1;
    while (border > 1 && isParticle(words.at(border - 1)))
        --border;
    return splitAt(words, border);
}

} // namespace twinbook
