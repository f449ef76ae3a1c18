// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/loggedrequest.h"

#include "core/error.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::LoggedRequest)
};

ErrorKind kindNamed(const QString &name)
{
    for (int kind = 0; kind < static_cast<int>(ErrorKind::Bug); ++kind) {
        if (name == errorKindName(static_cast<ErrorKind>(kind)))
            return static_cast<ErrorKind>(kind);
    }
    return ErrorKind::Bug;
}

QString failureWords(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
        return Tr::tr("No connection");
    case ErrorKind::Timeout:
        return Tr::tr("No answer in time");
    case ErrorKind::Unauthorized:
        return Tr::tr("Sign-in not accepted");
    case ErrorKind::Forbidden:
        return Tr::tr("Not allowed");
    case ErrorKind::NotFound:
        return Tr::tr("Not there");
    case ErrorKind::Conflict:
        return Tr::tr("There already");
    case ErrorKind::RateLimited:
        return Tr::tr("Asked to wait");
    case ErrorKind::Rejected:
        return Tr::tr("Refused");
    case ErrorKind::BadReply:
        return Tr::tr("Answer not readable");
    case ErrorKind::ServerFault:
        return Tr::tr("Service failed");
    case ErrorKind::Cancelled:
        return Tr::tr("Stopped");
    case ErrorKind::Storage:
    case ErrorKind::KeyringAbsent:
    case ErrorKind::KeyringLocked:
    case ErrorKind::InvalidInput:
    case ErrorKind::Bug:
        return Tr::tr("Failed");
    }
    Q_UNREACHABLE();
}

QString attemptLine(const RequestRecord &record)
{
    const QLocale locale;
    const QString status
        = record.status == 0 ? Tr::tr("no status") : Tr::tr("status %1").arg(record.status);
    const QString how
        = record.error.isEmpty() ? status : QString(status + u" (%1)"_s.arg(record.error));
    QString line
        = Tr::tr("Try %1: %2, %3, %4 ms, %5 bytes sent, %6 bytes received")
              .arg(QString::number(record.attempt),
                   record.sentAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), how,
                   locale.toString(static_cast<qint64>(record.duration.count())),
                   locale.toString(record.bytesSent), locale.toString(record.bytesReceived));
    if (!record.trace.isEmpty())
        line += Tr::tr(", number for support %1").arg(record.trace);
    return line;
}

} // namespace

bool LoggedRequest::isFailed() const
{
    return !last().error.isEmpty() && last().error != errorKindName(ErrorKind::Cancelled);
}

std::optional<Side> LoggedRequest::service() const
{
    for (const Side side : bothSides) {
        if (last().service == serviceName(side))
            return side;
    }
    return {};
}

std::chrono::milliseconds LoggedRequest::duration() const
{
    const std::chrono::milliseconds before(attempts.constFirst().sentAt.msecsTo(last().sentAt));
    return std::max(before, 0ms) + last().duration;
}

QString LoggedRequest::what() const
{
    if (operation)
        return operation->name.mid(serviceKey(operation->service).size() + 1);
    return last().method + u' ' + last().path.section(u'?', 0, 0);
}

QString LoggedRequest::outcome() const
{
    return last().error.isEmpty() ? Tr::tr("Done") : failureWords(kindNamed(last().error));
}

QString LoggedRequest::durationText() const
{
    const std::chrono::milliseconds all = duration();
    if (all < 1s)
        return Tr::tr("%1 ms").arg(all.count());
    return Tr::tr("%1 s").arg(QLocale().toString(static_cast<double>(all.count()) / 1000, 'f', 1));
}

QString LoggedRequest::allowanceText() const
{
    const QLocale locale;
    QStringList parts;
    if (last().burstLeft)
        parts.append(Tr::tr("%1 now", "requests left").arg(locale.toString(*last().burstLeft)));
    if (last().dayLeft)
        parts.append(Tr::tr("%1 today", "requests left").arg(locale.toString(*last().dayLeft)));
    return parts.join(u", "_s);
}

QString LoggedRequest::timeText() const
{
    return QLocale().toString(attempts.constFirst().sentAt.toLocalTime(),
                              Tr::tr("d MMM HH:mm:ss", "format of a moment: 23 Nov 20:06:59"));
}

QString LoggedRequest::details() const
{
    QStringList lines {last().service + u": "_s + last().method + u" /"_s + last().path};
    lines.append(last().lane == Lane::Person ? Tr::tr("Somebody was waiting for it.")
                                             : Tr::tr("Sent in the background."));
    for (const RequestRecord &record : attempts)
        lines.append(attemptLine(record));
    if (const QString left = allowanceText(); !left.isEmpty())
        lines.append(Tr::tr("Requests left afterwards: %1").arg(left));
    return lines.join(u'\n');
}

bool matches(const LoggedRequest &request, const LoggedRequestFilter &filter)
{
    if (filter.service && filter.service != request.service())
        return false;
    if (filter.outcome == LoggedRequestFilter::Outcome::Failures && !request.isFailed())
        return false;
    if (filter.since.isValid() && request.last().sentAt < filter.since)
        return false;
    const QStringList words = filter.text.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    const RequestRecord &last = request.last();
    const QString text = QStringList {last.service,
                                      request.what(),
                                      last.method,
                                      last.path,
                                      last.trace,
                                      request.outcome(),
                                      request.operation ? request.operation->what : QString()}
                             .join(u'\n');
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace twinbook
