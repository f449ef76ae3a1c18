// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fieldvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

bool isBlank(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
}

QString numberText(double number)
{
    return QLocale::c().toString(number, 'g', QLocale::FloatingPointShortest);
}

//! Names and notes are hostile text: a line break would fake a row, an escape sequence would talk
//! to the terminal.
QString oneLine(QString text)
{
    const auto breaksLine = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph;
    };
    std::replace_if(text.begin(), text.end(), breaksLine, QChar(u' '));
    return text;
}

} // namespace

bool FieldValue::isEmpty() const
{
    switch (type()) {
    case Type::Absent:
        return true;
    case Type::Text:
        return isBlank(std::get<QString>(m_value));
    case Type::List:
        return std::get<QStringList>(m_value).isEmpty();
    case Type::Date:
        return !std::get<QDate>(m_value).isValid();
    case Type::Number:
    case Type::Boolean:
        return false;
    }
    Q_UNREACHABLE();
}

QString FieldValue::text() const
{
    const auto *text = std::get_if<QString>(&m_value);
    return text ? *text : QString();
}

QStringList FieldValue::list() const
{
    const auto *list = std::get_if<QStringList>(&m_value);
    return list ? *list : QStringList();
}

double FieldValue::number() const
{
    const auto *number = std::get_if<double>(&m_value);
    return number ? *number : 0.0;
}

bool FieldValue::boolean() const
{
    const auto *yes = std::get_if<bool>(&m_value);
    return yes != nullptr && *yes;
}

QDate FieldValue::date() const
{
    const auto *date = std::get_if<QDate>(&m_value);
    return date ? *date : QDate();
}

QString FieldValue::toText() const
{
    switch (type()) {
    case Type::Absent:
        return {};
    case Type::Text:
        return text();
    case Type::List:
        return list().join(u", "_s);
    case Type::Number:
        return numberText(number());
    case Type::Boolean:
        return boolean() ? u"yes"_s : u"no"_s;
    case Type::Date:
        return date().toString(Qt::ISODate);
    }
    Q_UNREACHABLE();
}

QString FieldValue::toDisplay() const
{
    if (type() == Type::Boolean)
        return boolean() ? QCoreApplication::translate("FieldValue", "yes")
                         : QCoreApplication::translate("FieldValue", "no");
    return oneLine(toText());
}

QJsonValue FieldValue::toJson() const
{
    switch (type()) {
    case Type::Absent:
        return QJsonValue(QJsonValue::Null);
    case Type::Text:
        return text();
    case Type::List:
        return QJsonArray::fromStringList(list());
    case Type::Number:
        return number();
    case Type::Boolean:
        return boolean();
    case Type::Date:
        return QJsonObject {{u"date"_s, date().toString(Qt::ISODate)}};
    }
    Q_UNREACHABLE();
}

FieldValue FieldValue::fromJson(const QJsonValue &json)
{
    switch (json.type()) {
    case QJsonValue::String:
        return FieldValue(json.toString());
    case QJsonValue::Double:
        return FieldValue(json.toDouble());
    case QJsonValue::Bool:
        return FieldValue(json.toBool());
    case QJsonValue::Array: {
        QStringList list;
        const QJsonArray array = json.toArray();
        for (const auto &element : array) {
            if (!element.isString())
                return {};
            list.append(element.toString());
        }
        return FieldValue(std::move(list));
    }
    case QJsonValue::Object: {
        const QDate date
            = QDate::fromString(json.toObject().value("date"_L1).toString(), Qt::ISODate);
        return date.isValid() ? FieldValue(date) : FieldValue();
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    }
    return {};
}

} // namespace twinbook
