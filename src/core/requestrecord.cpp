// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/requestrecord.h"

#include "core/error.h"
#include "core/redact.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

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

//! Numbers in a file are hostile too.
template<class Number>
std::optional<Number> numberIn(const QJsonObject &line, const QString &name)
{
    const QJsonValue value = line.value(name);
    const qint64 number = value.toInteger(-1);
    if (number < 0 || !std::in_range<Number>(number))
        return {};
    return static_cast<Number>(number);
}

bool fits(const QRegularExpression &shape, const QString &text)
{
    return shape.match(text).hasMatch();
}

bool isErrorName(const QString &text)
{
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Bug); ++kind) {
        if (text == errorKindName(static_cast<ErrorKind>(kind)))
            return true;
    }
    return text.isEmpty();
}

//! Whether all texts are such as loggablePath(), traceOf() and HttpClient make.
bool isOurs(const RequestRecord &record)
{
    static const QRegularExpression service(uR"(\A[A-Za-z0-9.-]{1,253}\z)"_s);
    static const QRegularExpression method(uR"(\A[A-Z]{3,7}\z)"_s);
    static const QRegularExpression path(uR"(\A[\w$.()/?&=\[\]-]{0,4000}\z)"_s);
    static const QRegularExpression trace(uR"(\A(?:[A-Za-z0-9][A-Za-z0-9._:-]{3,79})?\z)"_s);
    // "client_secret=(hidden)" is how it should be.
    const QString shown = QString(record.path).remove(u"(hidden)"_s);
    return record.sentAt.isValid() && fits(service, record.service) && fits(method, record.method)
        && fits(path, record.path) && fits(trace, record.trace) && isErrorName(record.error)
        && redacted(record.service) == record.service && redacted(shown) == shown
        && redacted(record.trace) == record.trace;
}

} // namespace

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

std::optional<RequestRecord> requestRecordFrom(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const auto number = numberIn<qint64>(json, u"number"_s);
    const auto attempt = numberIn<int>(json, u"attempt"_s);
    const auto status = numberIn<int>(json, u"status"_s);
    const auto took = numberIn<qint64>(json, u"milliseconds"_s);
    const auto sent = numberIn<qint64>(json, u"bytesSent"_s);
    const auto received = numberIn<qint64>(json, u"bytesReceived"_s);
    const QString lane = json.value("lane"_L1).toString();
    const bool isPerson = lane == laneText(Lane::Person);
    if (!number || !attempt || *attempt < 1 || !status || !took || !sent || !received
        || (!isPerson && lane != laneText(Lane::Background)))
        return {};
    RequestRecord record {
        .sentAt = QDateTime::fromString(json.value("time"_L1).toString(), Qt::ISODateWithMs),
        .number = static_cast<quint64>(*number),
        .attempt = *attempt,
        .service = json.value("service"_L1).toString(),
        .lane = isPerson ? Lane::Person : Lane::Background,
        .method = json.value("method"_L1).toString(),
        .path = json.value("path"_L1).toString(),
        .status = *status,
        .error = json.value("error"_L1).toString(),
        .trace = json.value("trace"_L1).toString(),
        .duration = std::chrono::milliseconds(*took),
        .bytesSent = *sent,
        .bytesReceived = *received,
        .burstLeft = numberIn<int>(json, u"burstLeft"_s),
        .dayLeft = numberIn<int>(json, u"dayLeft"_s)};
    return isOurs(record) ? std::optional(std::move(record)) : std::nullopt;
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
