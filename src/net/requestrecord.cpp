// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/requestrecord.h"

#include "core/redact.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

const QString &hidden()
{
    static const QString text = u"(hidden)"_s;
    return text;
}

bool fits(const QRegularExpression &shape, const QString &text)
{
    return shape.match(text).hasMatch() && redacted(text) == text;
}

//! Words such as "customFields" and "custom-properties", and ids: 24 hex digits, 20 letters and
//! digits, UUIDs. Digits alone could be a phone number, capitals alone a name.
QString loggableSegment(const QString &segment)
{
    static const QRegularExpression word(uR"(\A[a-z]+(?:[A-Z][a-z]*){0,3}(?:-[a-z]+)?\z)"_s);
    static const QRegularExpression id(
        uR"(\A(?=[\w-]*[a-zA-Z])(?:(?=[\w-]*\d)[A-Za-z0-9_-]{8,36}|[A-Za-z]{20,24})\z)"_s);
    const bool kept
        = segment.isEmpty() || (segment.size() <= 32 && fits(word, segment)) || fits(id, segment);
    return kept ? segment : hidden();
}

QString loggablePair(const std::pair<QString, QString> &pair)
{
    static const QRegularExpression name(uR"(\A[A-Za-z$_][A-Za-z0-9$_.\[\]-]{0,39}\z)"_s);
    static const QRegularExpression smallNumber(uR"(\A\d{1,4}\z)"_s);
    return (fits(name, pair.first) ? pair.first : hidden()) + u'='
        + (fits(smallNumber, pair.second) ? pair.second : hidden());
}

QString loggableTrace(const QString &trace)
{
    static const QRegularExpression shape(uR"(\A[A-Za-z0-9][A-Za-z0-9._:-]{3,79}\z)"_s);
    return fits(shape, trace) ? trace : QString();
}

QString timeText(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString laneText(Lane lane)
{
    return lane == Lane::Person ? u"person"_s : u"background"_s;
}

//! Quoted where needed; a leading sign that spreadsheets take for a formula is disarmed.
QByteArray csvCell(const QString &text)
{
    static const QRegularExpression special(uR"([",\r\n])"_s);
    QString cell = text;
    if (!cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.at(0)))
        cell.prepend(u'\'');
    if (cell.contains(special))
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    return cell.toUtf8();
}

QString countText(std::optional<int> count)
{
    return count ? QString::number(*count) : QString();
}

} // namespace

QString loggablePath(const HttpRequest &request)
{
    QStringList segments;
    for (const QString &segment : request.path)
        segments.append(loggableSegment(segment));
    QStringList pairs;
    for (const auto &pair : request.query)
        pairs.append(loggablePair(pair));
    QString path = segments.join(u'/');
    if (!pairs.isEmpty())
        path += u'?' + pairs.join(u'&');
    return path;
}

QString traceOf(const QJsonObject &body, const HttpHeaders &headers)
{
    const QString told = loggableTrace(body.value("traceId"_L1).toString());
    if (!told.isEmpty())
        return told;
    for (const auto &name : {"x-trace-id"_ba, "x-request-id"_ba, "traceparent"_ba}) {
        const QString header = loggableTrace(QString::fromLatin1(headers.value(name)));
        if (!header.isEmpty())
            return header;
    }
    return {};
}

QByteArray toJsonLine(const RequestRecord &record)
{
    QJsonObject line {{u"time"_s, timeText(record.sentAt)},
                      {u"number"_s, static_cast<qint64>(record.number)},
                      {u"attempt"_s, record.attempt},
                      {u"service"_s, record.service},
                      {u"lane"_s, laneText(record.lane)},
                      {u"method"_s, record.method},
                      {u"path"_s, record.path},
                      {u"status"_s, record.status},
                      {u"error"_s, record.error},
                      {u"trace"_s, record.trace},
                      {u"milliseconds"_s, static_cast<qint64>(record.duration.count())},
                      {u"bytesSent"_s, record.bytesSent},
                      {u"bytesReceived"_s, record.bytesReceived}};
    if (record.burstLeft)
        line.insert(u"burstLeft"_s, *record.burstLeft);
    if (record.dayLeft)
        line.insert(u"dayLeft"_s, *record.dayLeft);
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray csvHeading()
{
    return "time,number,attempt,service,lane,method,path,status,error,trace,milliseconds,"
           "bytesSent,bytesReceived,burstLeft,dayLeft\r\n"_ba;
}

QByteArray toCsvLine(const RequestRecord &record)
{
    const std::array cells {timeText(record.sentAt),
                            QString::number(record.number),
                            QString::number(record.attempt),
                            record.service,
                            laneText(record.lane),
                            record.method,
                            record.path,
                            QString::number(record.status),
                            record.error,
                            record.trace,
                            QString::number(record.duration.count()),
                            QString::number(record.bytesSent),
                            QString::number(record.bytesReceived),
                            countText(record.burstLeft),
                            countText(record.dayLeft)};
    QByteArrayList line;
    for (const QString &cell : cells)
        line.append(csvCell(cell));
    return line.join(',') + "\r\n";
}

} // namespace twinbook
