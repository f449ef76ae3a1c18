// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/objectreader.h"

#include "core/jsonvalue.h"
#include "net/fault.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString typeName(QJsonValue::Type type)
{
    switch (type) {
    case QJsonValue::Bool:
        return u"a truth value"_s;
    case QJsonValue::Double:
        return u"a number"_s;
    case QJsonValue::String:
        return u"a text"_s;
    case QJsonValue::Array:
        return u"a list"_s;
    case QJsonValue::Object:
        return u"an object"_s;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

std::optional<QDateTime> moment(const QString &text)
{
    QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid())
        return std::nullopt;
    // A text without a zone is UTC, as everything a service stores.
    if (parsed.timeSpec() == Qt::LocalTime)
        parsed.setTimeSpec(Qt::UTC);
    return parsed.toUTC();
}

} // namespace

ObjectReader::ObjectReader(const QJsonObject &object, QString &fault, const QString &place)
    : m_object(object)
    , m_fault(fault)
    , m_place(place)
{ }

void ObjectReader::read(QLatin1StringView name, std::optional<QString> &target)
{
    const QJsonValue value = take(name, QJsonValue::String);
    if (value.isString())
        target = value.toString();
}

void ObjectReader::read(QLatin1StringView name, std::optional<bool> &target)
{
    const QJsonValue value = take(name, QJsonValue::Bool);
    if (value.isBool())
        target = value.toBool();
}

void ObjectReader::read(QLatin1StringView name, std::optional<double> &target)
{
    const QJsonValue value = take(name, QJsonValue::Double);
    if (value.isDouble())
        target = value.toDouble();
}

void ObjectReader::read(QLatin1StringView name, std::optional<int> &target)
{
    const QJsonValue value = take(name, QJsonValue::Double);
    if (!value.isDouble())
        return;
    const double number = value.toDouble();
    constexpr double most = std::numeric_limits<int>::max();
    if (std::abs(number) > most || std::floor(number) < number)
        complain(name, u"is no whole number"_s);
    else
        target = static_cast<int>(number);
}

void ObjectReader::read(QLatin1StringView name, std::optional<QDateTime> &target)
{
    std::optional<QString> text;
    read(name, text);
    if (!text || text->isEmpty())
        return;
    target = moment(*text);
    if (!target)
        complain(name, u"is no moment"_s);
}

void ObjectReader::read(QLatin1StringView name, std::optional<QDate> &target)
{
    std::optional<QString> text;
    read(name, text);
    if (!text || text->isEmpty())
        return;
    const QDate day = QDate::fromString(text->left(10), Qt::ISODate);
    if (day.isValid())
        target = day;
    else
        complain(name, u"is no date"_s);
}

void ObjectReader::read(QLatin1StringView name, std::optional<QStringList> &target)
{
    const QJsonValue value = m_object.value(name);
    if (const auto lone = scalarText(value)) {
        target = QStringList {*lone};
        return;
    }
    std::optional<QJsonArray> elements;
    readArray(name, elements);
    if (!elements)
        return;
    target.emplace();
    for (qsizetype i = 0; i < elements->size(); ++i) {
        if (const auto text = scalarText(elements->at(i)))
            target->append(*text);
        else
            complain(name, u"holds something other than text"_s);
    }
}

void ObjectReader::read(QLatin1StringView name, std::optional<QList<QDateTime>> &target)
{
    std::optional<QStringList> texts;
    read(name, texts);
    if (!texts)
        return;
    target.emplace();
    for (const QString &text : std::as_const(*texts)) {
        if (const auto parsed = moment(text))
            target->append(*parsed);
        else
            complain(name, u"holds something other than moments"_s);
    }
}

void ObjectReader::read(QLatin1StringView name, std::optional<QJsonObject> &target)
{
    const QJsonValue value = take(name, QJsonValue::Object);
    if (value.isObject())
        target = value.toObject();
}

void ObjectReader::readLabel(QLatin1StringView name, std::optional<QString> &target)
{
    const QJsonValue value = m_object.value(name);
    if (value.isDouble())
        target = scalarText(value);
    else
        read(name, target);
}

void ObjectReader::readArray(QLatin1StringView name, std::optional<QJsonArray> &target)
{
    const QJsonValue value = take(name, QJsonValue::Array);
    if (value.isArray())
        target = value.toArray();
}

std::optional<QJsonObject> ObjectReader::elementAt(QLatin1StringView name,
                                                   const QJsonArray &elements, qsizetype index)
{
    const QJsonValue element = elements.at(index);
    if (element.isObject())
        return element.toObject();
    complain(name, u"holds "_s + typeName(element.type()) + u" instead of an object"_s);
    return std::nullopt;
}

QJsonValue ObjectReader::take(QLatin1StringView name, QJsonValue::Type type)
{
    const QJsonValue value = m_object.value(name);
    if (value.type() == type)
        return value;
    if (!value.isNull() && !value.isUndefined())
        complain(name, u"is "_s + typeName(value.type()) + u", not "_s + typeName(type));
    return {};
}

QString ObjectReader::placeOf(QLatin1StringView name) const
{
    return m_place.isEmpty() ? QString(name) : QString(m_place + u'.' + name);
}

QString ObjectReader::elementPlace(QLatin1StringView name, qsizetype index) const
{
    return placeOf(name) + u'[' + QString::number(index) + u']';
}

void ObjectReader::complain(QLatin1StringView name, const QString &what)
{
    if (m_fault.isEmpty())
        m_fault = QString(placeOf(name) + u' ' + what);
}

Error unreadableReply(const QString &service, const QString &fault)
{
    Fault unreadable;
    unreadable.stage = FaultStage::Shape;
    unreadable.technical = fault;
    return commonError(unreadable, service);
}

} // namespace twinbook
