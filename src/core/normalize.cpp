// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/normalize.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

bool isSpace(char16_t u)
{
    return u == u' ' || (u >= u'\t' && u <= u'\r');
}

//! How much of the beginning foldedAscii() would leave as it is.
qsizetype foldedAlready(const QString &text)
{
    qsizetype i = 0;
    for (bool afterSpace = true; i < text.size(); ++i) {
        const char16_t u = text.at(i).unicode();
        const bool space = isSpace(u);
        if (u >= 0x80 || (u >= u'A' && u <= u'Z') || (space && (afterSpace || u != u' ')))
            break;
        afterSpace = space;
    }
    return i;
}

//! foldedText() for the most common kind of text, in one pass and without a copy where there is
//! nothing to fold; std::nullopt if it is not ASCII.
std::optional<QString> foldedAscii(const QString &text)
{
    const qsizetype same = foldedAlready(text);
    if (same == text.size() && !text.endsWith(u' '))
        return text;
    QString folded(text.size(), Qt::Uninitialized);
    QChar *const begin = folded.data();
    QChar *end = std::copy(text.cbegin(), text.cbegin() + same, begin);
    bool spaceBefore = end != begin && end[-1] == u' ';
    end -= spaceBefore ? 1 : 0;
    for (auto c = text.cbegin() + same; c != text.cend(); ++c) {
        const char16_t u = c->unicode();
        if (u >= 0x80)
            return std::nullopt;
        if (isSpace(u)) {
            spaceBefore = end != begin;
            continue;
        }
        if (std::exchange(spaceBefore, false))
            *end++ = u' ';
        *end++ = u >= u'A' && u <= u'Z' ? QChar(char16_t(u + 32)) : *c;
    }
    folded.truncate(end - begin);
    return folded;
}

bool isInvisible(QChar c)
{
    // Soft hyphen, zero-width space, joiners, direction marks and isolates, byte order mark.
    const char16_t u = c.unicode();
    return u == 0x00AD || (u >= 0x200B && u <= 0x200F) || (u >= 0x202A && u <= 0x202E)
        || u == 0x2060 || (u >= 0x2066 && u <= 0x2069) || u == 0xFEFF;
}

QString withoutInvisible(QString text)
{
    text.removeIf(isInvisible);
    return text;
}

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing || c.category() == QChar::Mark_Enclosing;
}

//! Letters of their own that have no decomposition, as people without them on the keyboard write
//! them: "Łukasz Strauß" is typed "Lukasz Strauss".
QString withoutSpecialLetters(QString folded)
{
    struct Letter
    {
        char16_t letter = 0;
        QLatin1StringView plain;
    };
    static constexpr std::array letters {
        Letter {u'ß', "ss"_L1}, Letter {u'æ', "ae"_L1}, Letter {u'œ', "oe"_L1},
        Letter {u'ø', "o"_L1},  Letter {u'ł', "l"_L1},  Letter {u'đ', "d"_L1},
        Letter {u'ð', "d"_L1},  Letter {u'þ', "th"_L1}, Letter {u'ı', "i"_L1},
    };
    for (const Letter &letter : letters)
        folded.replace(QChar(letter.letter), letter.plain);
    return folded;
}

} // namespace

QString simplifiedText(const QString &text)
{
    if (isAscii(text))
        return text.simplified();
    return withoutInvisible(text).normalized(QString::NormalizationForm_C).simplified();
}

QString caselessText(const QString &text)
{
    if (const std::optional<QString> ascii = foldedAscii(text))
        return *ascii;
    // Folding may leave what composes again: "T" with a diaeresis has no single character, "t" has.
    return simplifiedText(text).toCaseFolded().normalized(QString::NormalizationForm_C);
}

QString foldedText(const QString &text)
{
    if (const std::optional<QString> ascii = foldedAscii(text))
        return *ascii;
    QString folded = withoutInvisible(text).normalized(QString::NormalizationForm_KD);
    folded.removeIf(isMark);
    return withoutSpecialLetters(folded.toCaseFolded()).simplified();
}

QString emailKey(const QString &email)
{
    const QString key = caselessText(email);
    const qsizetype at = key.indexOf(u'@');
    if (at <= 0 || at == key.size() - 1 || key.indexOf(u'@', at + 1) >= 0 || key.contains(u' '))
        return {};
    return key;
}

bool isSharedMailbox(const QString &email)
{
    static constexpr std::array names {"info"_L1,       "office"_L1,  "admin"_L1,   "hello"_L1,
                                       "contact"_L1,    "sales"_L1,   "team"_L1,    "reception"_L1,
                                       "accounting"_L1, "billing"_L1, "support"_L1, "mail"_L1};
    const QString key = emailKey(email);
    const QStringView local = QStringView(key).left(key.indexOf(u'@'));
    return std::any_of(names.cbegin(), names.cend(),
                       [&](QLatin1StringView name) { return local == name; });
}

QString lastNameKey(const QString &fullName)
{
    const QString folded = foldedText(fullName);
    return folded.mid(folded.lastIndexOf(u' ') + 1);
}

QStringList tagSetKey(const QStringList &tags)
{
    QStringList keys;
    keys.reserve(tags.size());
    for (const QString &tag : tags) {
        const QString key = caselessText(tag);
        if (!key.isEmpty())
            keys.append(key);
    }
    keys.removeDuplicates();
    std::sort(keys.begin(), keys.end());
    return keys;
}

} // namespace twinbook
