// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/loggable.h"

#include "core/redact.h"

#include <QJsonObject>
#include <QRegularExpression>

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

//! With a letter and a digit: a lone word could be a name, a lone number a phone number.
QString loggableTrace(const QString &trace)
{
    static const QRegularExpression shape(
        uR"(\A(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._:-]{3,79}\z)"_s);
    return fits(shape, trace) ? trace : QString();
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

} // namespace twinbook
