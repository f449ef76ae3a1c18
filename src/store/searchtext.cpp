// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/searchtext.h"

#include "core/normalize.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Shorter endings would find half the table.
constexpr qsizetype shortestDigits = 3;

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.digitValue() >= 0) // also those of other scripts
            digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}

bool isPhonePart(const QString &word)
{
    static constexpr QStringView punctuation = u"+()-./";
    return std::all_of(word.cbegin(), word.cend(),
                       [](QChar c) { return c.digitValue() >= 0 || punctuation.contains(c); });
}

bool hasLetterOrDigit(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetterOrNumber(); });
}

//! In quotation marks nothing is an operator. What the tokenizer splits ("ana@example.com")
//! must follow one another.
QString beginningOf(const QString &word)
{
    QString quoted = word;
    for (QChar &c : quoted) {
        if (c == u'"' || c.category() == QChar::Other_Control) // a NUL would end the expression
            c = u' ';
    }
    return u'"' + quoted + "\" *"_L1;
}

QString allOf(const QStringList &conditions)
{
    return conditions.size() == 1 ? conditions.first() : u'(' + conditions.join(" AND "_L1) + u')';
}

//! Words of digits in a row are one phone number, "088 123 45", or several words.
QString phoneOrWords(const QStringList &words)
{
    QStringList conditions;
    for (const QString &word : words) {
        if (hasLetterOrDigit(word))
            conditions.append(beginningOf(word));
    }
    QString digits = digitsOf(words.join(QString()));
    // Numbers are kept with their country code: "0888" and "00359" begin with dialling prefixes.
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    if (digits.size() < shortestDigits)
        return conditions.isEmpty() ? QString() : allOf(conditions);
    return u'(' + allOf(conditions) + " OR phone : "_L1 + beginningOf(digits) + u')';
}

} // namespace

QString searchText(const QStringList &texts)
{
    QStringList folded;
    for (const QString &text : texts)
        folded.append(foldedText(text));
    folded.removeDuplicates();
    return folded.join(u' ');
}

QString searchDigits(const QStringList &phones)
{
    QStringList words;
    for (const QString &phone : phones) {
        const QString digits = digitsOf(phone);
        for (qsizetype from = 0; from + shortestDigits <= digits.size(); ++from)
            words.append(digits.sliced(from));
    }
    words.removeDuplicates();
    return words.join(u' ');
}

QString searchExpression(const QString &typed)
{
    QStringList conditions;
    QStringList phoneParts;
    const auto endPhone = [&] {
        if (!phoneParts.isEmpty())
            conditions.append(phoneOrWords(phoneParts));
        phoneParts.clear();
    };
    // By way of UTF-8, because half a surrogate pair would swallow the quotation mark after it.
    const QString text = QString::fromUtf8(foldedText(typed).toUtf8());
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (isPhonePart(word)) {
            phoneParts.append(word);
            continue;
        }
        endPhone();
        if (hasLetterOrDigit(word))
            conditions.append(beginningOf(word));
    }
    endPhone();
    conditions.removeAll(QString());
    return conditions.isEmpty() ? QString() : allOf(conditions);
}

} // namespace twinbook
