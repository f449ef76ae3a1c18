// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratereading.h"

#include "net/standardlimits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

using std::chrono::milliseconds;

namespace {

//! The unit of the reset header is not documented: seconds to go, or a moment in seconds or in
//! milliseconds. The three cannot be mistaken for each other. Never later than a window from now.
std::optional<QDateTime> resetMoment(std::optional<qint64> reset, milliseconds length,
                                     const QDateTime &now)
{
    constexpr qint64 anyMomentInSeconds = 1'000'000'000;
    if (!reset)
        return std::nullopt;
    const QDateTime latest = now.addMSecs(length.count());
    if (*reset >= anyMomentInSeconds * 1000)
        return std::min(QDateTime::fromMSecsSinceEpoch(*reset, Qt::UTC), latest);
    if (*reset >= anyMomentInSeconds)
        return std::min(QDateTime::fromSecsSinceEpoch(*reset, Qt::UTC), latest);
    return std::min(now.addSecs(*reset), latest);
}

int toCount(qint64 number)
{
    return static_cast<int>(std::clamp<qint64>(number, 0, 100'000'000));
}

//! The three headers of OfficeRnD for one class and one span.
struct NamedHeaders
{
    std::optional<qint64> limit;
    std::optional<qint64> remaining;
    std::optional<qint64> reset;
};

NamedHeaders namedHeaders(const HttpHeaders &headers, RateClass rateClass, const QByteArray &span)
{
    const QByteArray suffix = (rateClass == RateClass::Read ? "read-"_ba : "write-"_ba) + span;
    return {headers.number("x-ratelimit-limit-" + suffix),
            headers.number("x-ratelimit-remaining-" + suffix),
            headers.number("x-ratelimit-reset-" + suffix)};
}

constexpr std::chrono::seconds aDay = std::chrono::hours(24);

//! The one of which the smallest part is left, among those of a day or of less.
enum class Span : quint8 { Window, Day };
std::optional<StandardLimit> tightest(const HttpHeaders &headers, Span span)
{
    std::optional<StandardLimit> found;
    const auto left = [](const StandardLimit &limit) {
        return static_cast<double>(limit.remaining) / limit.limit;
    };
    const QList<StandardLimit> limits = standardLimits(headers);
    for (const StandardLimit &limit : limits) {
        const Span its = limit.window >= aDay ? Span::Day : Span::Window;
        if (its == span && (!found || left(limit) < left(*found)))
            found = limit;
    }
    return found;
}

std::optional<QDateTime> resetMoment(const StandardLimit &limit, const QDateTime &now)
{
    if (!limit.reset)
        return std::nullopt;
    return now.addSecs(limit.reset->count());
}

} // namespace

std::optional<RateReading> rateReading(const HttpHeaders &headers, RateClass rateClass,
                                       const QDateTime &now)
{
    NamedHeaders found {headers.number("X-RateLimit-Max"_ba),
                        headers.number("X-RateLimit-Remaining"_ba), std::nullopt};
    milliseconds length = std::chrono::minutes(1);
    if (found.limit && found.remaining) {
        const qint64 told = headers.number("X-RateLimit-Interval-Milliseconds"_ba).value_or(10'000);
        length = milliseconds(std::clamp<qint64>(told, 1, 3'600'000));
    } else {
        found = namedHeaders(headers, rateClass, "minute"_ba);
    }
    if (!found.limit || !found.remaining || *found.limit == 0) {
        const auto limit = tightest(headers, Span::Window);
        if (!limit)
            return std::nullopt;
        return RateReading {.window = {limit->limit, limit->window},
                            .remaining = limit->remaining,
                            .resetAt = resetMoment(*limit, now)};
    }
    return RateReading {.window = {toCount(*found.limit), length},
                        .remaining = toCount(std::min(*found.remaining, *found.limit)),
                        .resetAt = resetMoment(found.reset, length, now)};
}

std::optional<DailyReading> dailyReading(const HttpHeaders &headers, RateClass rateClass,
                                         const QDateTime &now)
{
    NamedHeaders found {headers.number("X-RateLimit-Limit-Daily"_ba),
                        headers.number("X-RateLimit-Daily-Remaining"_ba), std::nullopt};
    if (!found.limit || !found.remaining)
        found = namedHeaders(headers, rateClass, "day"_ba);
    if (!found.limit || !found.remaining || *found.limit == 0) {
        const auto limit = tightest(headers, Span::Day);
        if (!limit)
            return std::nullopt;
        return DailyReading {.limit = limit->limit,
                             .remaining = limit->remaining,
                             .resetAt = resetMoment(*limit, now)};
    }
    return DailyReading {.limit = toCount(*found.limit),
                         .remaining = toCount(std::min(*found.remaining, *found.limit)),
                         .resetAt = resetMoment(found.reset, std::chrono::hours(24), now)};
}

} // namespace twinbook
