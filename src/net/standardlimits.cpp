// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/standardlimits.h"

#include <QMap>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

using std::chrono::seconds;

namespace {

//! Nobody grants more, and a hostile header must not make us parse for long.
constexpr qint64 mostRequests = 100'000'000;
constexpr qsizetype longestHeader = 2000;
constexpr std::array usualWindows {seconds(60), seconds(3600), seconds(86'400)};

//! `"burst";q=100;w=60`: a member of a list in the notation of RFC 8941, as far as it is needed.
struct Member
{
    QByteArray name; //!< without quotation marks; the number of `100;w=60`; "limit=100" as it is
    QMap<QByteArray, QByteArray> parameters;

    [[nodiscard]] std::optional<qint64> number(const QByteArray &parameter) const;
};

std::optional<qint64> wholeNumber(const QByteArray &text)
{
    const bool digits = !text.isEmpty()
        && std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits)
        return std::nullopt;
    // Digits that do not fit are a number all the same, and a large one.
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return fits ? std::min(number, mostRequests) : mostRequests;
}

std::optional<qint64> Member::number(const QByteArray &parameter) const
{
    return wholeNumber(parameters.value(parameter));
}

//! Splits where a separator stands outside of quotation marks.
QList<QByteArray> parts(const QByteArray &text, char separator)
{
    QList<QByteArray> parts {{}};
    bool quoted = false;
    for (const char c : text) {
        quoted = quoted != (c == '"');
        if (c == separator && !quoted)
            parts.append(QByteArray());
        else
            parts.last().append(c);
    }
    for (QByteArray &part : parts)
        part = part.trimmed();
    return parts;
}

QByteArray unquoted(const QByteArray &text)
{
    const bool quoted = text.size() >= 2 && text.startsWith('"') && text.endsWith('"');
    return quoted ? text.mid(1, text.size() - 2) : text;
}

QList<Member> members(const QByteArray &header)
{
    QList<Member> members;
    const QList<QByteArray> texts = parts(header.left(longestHeader), ',');
    for (const QByteArray &text : texts) {
        QList<QByteArray> pieces = parts(text, ';');
        Member member {unquoted(pieces.takeFirst()), {}};
        for (const QByteArray &piece : std::as_const(pieces)) {
            const qsizetype equals = piece.indexOf('=');
            if (equals > 0)
                member.parameters.insert(piece.left(equals), piece.mid(equals + 1));
        }
        members.append(member);
    }
    return members;
}

seconds windowAround(seconds reset)
{
    const auto found = std::find_if(usualWindows.begin(), usualWindows.end(),
                                    [reset](seconds usual) { return reset <= usual; });
    return found == usualWindows.end() ? usualWindows.back() : *found;
}

//! The numbers of one allowance, as far as they were told.
struct Told
{
    std::optional<qint64> limit;
    std::optional<qint64> remaining;
    std::optional<qint64> reset;
    std::optional<qint64> window;
};

std::optional<StandardLimit> standardLimit(const Told &told)
{
    if (!told.limit || !told.remaining || *told.limit == 0)
        return std::nullopt;
    StandardLimit limit;
    limit.limit = static_cast<int>(*told.limit);
    limit.remaining = static_cast<int>(std::min(*told.remaining, *told.limit));
    limit.window = told.window.value_or(0) > 0
        ? std::min(seconds(*told.window), usualWindows.back())
        : windowAround(seconds(told.reset.value_or(0)));
    if (told.reset)
        limit.reset = std::min(seconds(*told.reset), limit.window);
    return limit;
}

//! The window of `100;w=60` among the policies.
std::optional<qint64> windowOf(const QList<Member> &policies, std::optional<qint64> limit)
{
    for (const Member &policy : policies) {
        const std::optional<qint64> window = policy.number("w"_ba);
        if (window && limit && wholeNumber(policy.name) == limit)
            return window;
    }
    return std::nullopt;
}

//! `limit=100, remaining=50, reset=5`; nothing told if the header has another form.
Told dictionary(const QList<Member> &members)
{
    Told told;
    for (const Member &member : members) {
        const qsizetype equals = member.name.indexOf('=');
        const QByteArray key = member.name.left(std::max<qsizetype>(0, equals));
        const auto number = wholeNumber(member.name.mid(equals + 1));
        if (key == "limit")
            told.limit = number;
        else if (key == "remaining")
            told.remaining = number;
        else if (key == "reset")
            told.reset = number;
    }
    return told;
}

} // namespace

QList<StandardLimit> standardLimits(const HttpHeaders &headers)
{
    const QList<Member> state = members(headers.value("RateLimit"_ba));
    QList<Member> policies = members(headers.value("RateLimit-Policy"_ba));
    QList<Told> all;
    for (const Member &member : state) {
        const auto policy
            = std::find_if(policies.cbegin(), policies.cend(),
                           [&](const Member &candidate) { return candidate.name == member.name; });
        if (policy != policies.cend())
            all.append({policy->number("q"_ba), member.number("r"_ba), member.number("t"_ba),
                        policy->number("w"_ba)});
    }
    Told one = dictionary(state);
    if (!one.limit) {
        const QList<Member> limits = members(headers.value("RateLimit-Limit"_ba));
        one = {wholeNumber(limits.constFirst().name),
               wholeNumber(headers.value("RateLimit-Remaining"_ba)),
               wholeNumber(headers.value("RateLimit-Reset"_ba)),
               {}};
        policies += limits;
    }
    one.window = windowOf(policies, one.limit);
    all.append(one);

    QList<StandardLimit> found;
    for (const Told &told : std::as_const(all)) {
        if (const auto limit = standardLimit(told))
            found.append(*limit);
    }
    return found;
}

} // namespace twinbook
