// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redact.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

Rule rule(const QString &pattern, const QString &replacement)
{
    const QRegularExpression expression(pattern,
                                        QRegularExpression::CaseInsensitiveOption
                                            | QRegularExpression::UseUnicodePropertiesOption);
    Q_ASSERT_X(expression.isValid(), "redacted", qPrintable(expression.errorString()));
    return {expression, replacement};
}

//! Where a word may begin: also after a percent-encoded character and an escaped line break.
const QString &wordStart()
{
    static const QString start = uR"((?:(?<![a-z0-9])|(?<=%[0-9a-f]{2})|(?<=\\[nrt])))"_s;
    return start;
}

// A name of a secret, then what may stand between it and its value in a form, a query, JSON, JSON
// inside a string or a header, then the value, which may be cut off. A short number after "code"
// is a status and stays.
Rule namedSecrets()
{
    const QString separator = uR"((?:\\?["'])?\s*(?:=|:|%3D|%3A)\s*)"_s;
    const QString names
        = uR"((?:client_?(?:secret|id)|(?:access|refresh|id)_?token(?:_?id)?|token)"
          uR"(|code_?verifier|authorization_?code|password|passwd|secret|api_?key|assertion)"
          uR"(|(?:proxy-)?authorization|code(?!)"_s
        + separator + uR"x(\d{1,5}(?=[\s,;&}\])"]|\.\s|\.?\z))))x"_s;
    const QString value = uR"("(?:[^"\\]++|\\.)*+(?:"|\z)|\\"(?:[^"\\]++|\\[^"])*+(?:\\"|\z))"
                          uR"(|'[^']*+(?:'|\z)|(?:(?:bearer|basic)\s+)?[^&\s",;}\]]+)"_s;
    return rule(u"("_s + wordStart() + names + separator + u")(?:"_s + value + u")"_s,
                u"\\1(hidden)"_s);
}

// Without a name only the shape tells: schemes, prefixes, JSON web tokens, and long runs of
// letters and digits. Ids are shorter (24 hex digits, 20 letters), and trace ids are UUIDs.
Rule barePrefixedSecrets()
{
    return rule(wordStart() + uR"((Bearer|Basic)\s+[a-z0-9._~+/=-]+)"_s, u"\\1 (hidden)"_s);
}

Rule privateTokens()
{
    return rule(wordStart() + uR"(pit-[a-z0-9-]+)"_s, u"(hidden)"_s);
}

Rule webTokens()
{
    return rule(wordStart() + uR"((?-i:eyJ)(?:[\w-]+(?:\.[\w-]*)+|[\w-]{18,}))"_s, u"(hidden)"_s);
}

Rule longTokens()
{
    return rule(wordStart() + uR"((?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{40,})"_s, u"(hidden)"_s);
}

// "@" as itself, full-width, percent-encoded any number of times, or escaped in JSON.
Rule emails()
{
    return rule(
        uR"((?:"[^"\n]{1,64}"|[\p{L}\p{M}\p{N}.!#$'*+^_`{|}~%-]+)(?:@|\x{FF20}|%(?:25)*40|\\u0040))"
        uR"(\[?[\p{L}\p{M}\p{N}.-]+)"_s,
        u"(e-mail)"_s);
}

// Seven to seventeen digits with at most three separators between two of them; seven digits that
// just follow each other are a count. Left alone: UUIDs, dates and times, moments in milliseconds,
// the loopback address, and digits inside a longer word (ids).
Rule phones()
{
    const QString kept = uR"((?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                         uR"(|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?)"
                         uR"(|1[4-9]\d{11}|127(?:\.\d{1,3}){3})(?![a-z0-9]))"_s;
    const QString keep = u"(?<![a-z0-9])"_s + kept + u"(*SKIP)(*F)"_s;
    const QString gap = uR"((?:[\s().\-/+\x{2010}-\x{2015}\x{B7}]|%2[089BDEF]){0,3})"_s;
    const QString start = uR"((?:(?<![\p{L}\d])|(?<=\\[nrt])|(?<=%[0-9a-f][a-f]))(?:\+|%2B)?\(?)"_s;
    const QString count = uR"((?<![+B])\d{7}(?!)"_s + gap + uR"(\d))"_s;
    const QString digits = uR"(\d(?:)"_s + gap + uR"((?!(?<!\d))"_s + kept + uR"()\d){6,16})"_s;
    const QString extension = uR"((?:\s*(?:x|ext\.?)\s*\d{1,6})?(?![\p{L}\d]))"_s;
    return rule(keep + u"|"_s + start + u"(?!"_s + count + u")"_s + digits + extension,
                u"(phone)"_s);
}

// The rules look ahead from each letter, so their time grows with the square of a word's length.
// The cut may fall into an address or a number, whose beginning no rule would know: the last word
// goes.
QString beginning(const QString &text)
{
    constexpr qsizetype longestWord = 512;
    qsizetype end = longestRedacted;
    while (end > longestRedacted - longestWord && !text.at(end - 1).isSpace())
        --end;
    return text.first(end);
}

} // namespace

QString redacted(const QString &text)
{
    if (text.size() > longestRedacted) {
        const QString kept = beginning(text);
        return redacted(kept) + u"... (%1 more characters)"_s.arg(text.size() - kept.size());
    }
    // E-mail addresses before bare tokens, because a part of one may look like a token.
    static const std::array rules {namedSecrets(),  emails(),    barePrefixedSecrets(),
                                   privateTokens(), webTokens(), longTokens(),
                                   phones()};
    QString safe = text;
    for (const Rule &rule : rules)
        safe.replace(rule.pattern, rule.replacement);
    return safe;
}

} // namespace twinbook
