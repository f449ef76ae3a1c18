// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultcontent.h"

#include "sandbox/stampsource.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

using Kind = Fault::Kind;

constexpr qint64 skewSeconds = 3 * 3600;

//! The member that holds the elements of a list: the first array of objects.
QString listMember(const QJsonObject &reply)
{
    for (auto member = reply.begin(); member != reply.end(); ++member) {
        const QJsonArray array = member.value().toArray();
        if (member.value().isArray() && (array.isEmpty() || array.first().isObject()))
            return member.key();
    }
    return {};
}

HttpReply withObject(HttpReply reply, const QJsonObject &object)
{
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

QJsonObject objectIn(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

QString stampOf(const QJsonObject &record)
{
    const QString left = record.value(u"modifiedAt"_s).toString();
    return left.isEmpty() ? record.value(u"dateUpdated"_s).toString() : left;
}

QJsonObject withoutDetails(QJsonObject record)
{
    for (const QString &name :
         {u"email"_s, u"phone"_s, u"address"_s, u"address1"_s, u"properties"_s, u"customFields"_s})
        record.remove(name);
    return record;
}

//! Somebody who never was in the practice address books.
QJsonObject asStranger(QJsonObject record)
{
    static const QList<std::pair<QString, QString>> stranger {
        {u"name"_s, u"Zelda Otherwise"_s},
        {u"contactName"_s, u"Zelda Otherwise"_s},
        {u"firstName"_s, u"Zelda"_s},
        {u"lastName"_s, u"Otherwise"_s},
        {u"email"_s, u"zelda@otherwise.example"_s},
        {u"phone"_s, u"+442079460999"_s},
    };
    for (const auto &[name, value] : stranger) {
        if (record.contains(name))
            record.insert(name, value);
    }
    return record;
}

//! The same done to every element of the list, or to the one record of the reply.
template<class Change>
QJsonObject changedRecords(QJsonObject reply, const Change &change)
{
    const QString list = listMember(reply);
    if (list.isEmpty()) {
        const QString wrapped = reply.value(u"contact"_s).isObject() ? u"contact"_s : QString();
        if (wrapped.isEmpty())
            return change(reply);
        reply.insert(wrapped, change(reply.value(wrapped).toObject()));
        return reply;
    }
    QJsonArray changed;
    const QJsonArray rows = reply.value(list).toArray();
    for (const QJsonValue &row : rows)
        changed.append(row.isObject() ? QJsonValue(change(row.toObject())) : row);
    reply.insert(list, changed);
    return reply;
}

QJsonObject withTotalZero(QJsonObject reply)
{
    for (const QString &name : {u"total"_s, u"count"_s, u"rangeStart"_s, u"rangeEnd"_s}) {
        if (reply.contains(name))
            reply.insert(name, 0);
    }
    if (QJsonObject meta = reply.value(u"meta"_s).toObject(); meta.contains(u"total"_s)) {
        meta.insert(u"total"_s, 0);
        reply.insert(u"meta"_s, meta);
    }
    return reply;
}

QByteArray withoutZones(const QByteArray &body)
{
    static const QRegularExpression moment(
        u"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*)Z"_s);
    return QString::fromUtf8(body).replace(moment, u"\\1"_s).toUtf8();
}

HttpReply skewed(HttpReply reply)
{
    static const QRegularExpression stamp(
        u"\"(modifiedAt|createdAt|dateUpdated|dateAdded|timestamp)\":\"([^\"]+)\""_s);
    const QString body = QString::fromUtf8(reply.body);
    QString changed;
    qsizetype end = 0;
    for (auto found = stamp.globalMatch(body); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QDateTime moment = QDateTime::fromString(match.captured(2), Qt::ISODateWithMs);
        changed += QStringView(body).mid(end, match.capturedStart(2) - end);
        changed += moment.isValid() ? isoStamp(moment.addSecs(skewSeconds)) : match.captured(2);
        end = match.capturedEnd(2);
    }
    changed += QStringView(body).mid(end);
    reply.body = changed.toUtf8();
    const QDateTime ahead = QDateTime::currentDateTimeUtc().addSecs(skewSeconds);
    reply.headers.append(
        {"Date", QLocale::c().toString(ahead, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()});
    return reply;
}

QJsonValue trimmed(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            member.value() = trimmed(member.value());
        return object;
    }
    if (!value.isArray())
        return value;
    QJsonArray array;
    const QJsonArray before = value.toArray();
    for (const QJsonValue &element : before)
        array.append(trimmed(element));
    return array;
}

QJsonObject storedOtherwise(Kind kind, QJsonObject body)
{
    const QJsonValue tags = body.value(u"tags"_s);
    const QJsonValue phone = body.value(u"phone"_s);
    const QJsonValue email = body.value(u"email"_s);
    if (kind == Kind::TagCaseChanged && tags.isArray()) {
        QJsonArray upper;
        const QJsonArray before = tags.toArray();
        for (const QJsonValue &tag : before)
            upper.append(tag.toString().toUpper());
        body.insert(u"tags"_s, upper);
    } else if (kind == Kind::PhoneRewritten && phone.isString()) {
        QString digits = phone.toString();
        digits.replace(u'+', u"00"_s);
        body.insert(u"phone"_s, digits.remove(QRegularExpression(u"\\D"_s)));
    } else if (kind == Kind::EmailLowered && email.isString()) {
        body.insert(u"email"_s, email.toString().toLower());
    } else if (kind == Kind::TextTrimmed) {
        body = trimmed(body).toObject();
    }
    return body;
}

} // namespace

HttpRequest rewritten(Kind kind, HttpRequest request)
{
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (!body.isObject())
        return request;
    const QJsonObject changed = storedOtherwise(kind, body.object());
    if (changed != body.object())
        request.body = QJsonDocument(changed).toJson(QJsonDocument::Compact);
    return request;
}

HttpReply rewritten(Kind kind, HttpReply reply)
{
    if (kind == Kind::ClockSkew)
        return skewed(std::move(reply));
    if (kind == Kind::DateWithoutZone) {
        reply.body = withoutZones(reply.body);
        return reply;
    }
    QJsonObject object = objectIn(reply);
    if (kind == Kind::TotalIsZero)
        return withObject(std::move(reply), withTotalZero(object));
    if (kind == Kind::FieldsMissing)
        return withObject(std::move(reply), changedRecords(object, withoutDetails));
    if (kind == Kind::IdReused)
        return withObject(std::move(reply), changedRecords(object, asStranger));
    const QString list = listMember(object);
    QJsonArray rows = object.value(list).toArray();
    if ((kind != Kind::NeverSeen && kind != Kind::EmptyPage) || rows.isEmpty())
        return reply;
    if (kind == Kind::EmptyPage)
        rows = {};
    else
        rows.removeFirst();
    object.insert(list, rows);
    return withObject(std::move(reply), object);
}

QJsonValue lastRow(const HttpReply &reply)
{
    const QJsonObject object = objectIn(reply);
    const QJsonArray rows = object.value(listMember(object)).toArray();
    return rows.isEmpty() ? QJsonValue(QJsonValue::Undefined) : rows.last();
}

HttpReply withRowBefore(HttpReply reply, const QJsonValue &row)
{
    QJsonObject object = objectIn(reply);
    const QString list = listMember(object);
    if (list.isEmpty() || !row.isObject())
        return reply;
    QJsonArray rows = object.value(list).toArray();
    rows.prepend(row);
    object.insert(list, rows);
    return withObject(std::move(reply), object);
}

HttpReply withoutNewest(HttpReply reply)
{
    QJsonObject object = objectIn(reply);
    const QString list = listMember(object);
    QJsonArray rows = object.value(list).toArray();
    if (rows.isEmpty())
        return reply;
    qsizetype newest = 0;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        if (stampOf(rows.at(i).toObject()) > stampOf(rows.at(newest).toObject()))
            newest = i;
    }
    rows.removeAt(newest);
    object.insert(list, rows);
    return withObject(std::move(reply), object);
}

} // namespace twinbook::sandbox
