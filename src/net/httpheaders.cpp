// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/httpheaders.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

QByteArray HttpHeaders::value(const QByteArray &name) const
{
    const auto found = std::find_if(m_headers.cbegin(), m_headers.cend(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_headers.cend() ? QByteArray() : found->second.trimmed();
}

std::optional<qint64> HttpHeaders::number(const QByteArray &name) const
{
    bool valid = false;
    const qint64 number = value(name).toLongLong(&valid);
    if (!valid || number < 0)
        return std::nullopt;
    return number;
}

std::optional<std::chrono::milliseconds> HttpHeaders::retryAfter(const QDateTime &now) const
{
    constexpr qint64 aDay = 24LL * 60 * 60;
    if (const std::optional<qint64> seconds = number("Retry-After"_ba))
        return std::chrono::seconds(std::min(*seconds, aDay));

    // RFC 9110: "Wed, 21 Oct 2026 07:28:00 GMT".
    const QString text = QString::fromLatin1(value("Retry-After"_ba));
    QDateTime date = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    date.setTimeSpec(Qt::UTC);
    return std::chrono::milliseconds(std::clamp<qint64>(now.msecsTo(date), 0, aDay * 1000));
}

} // namespace twinbook
