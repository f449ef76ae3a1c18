// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/conversion.h"

#include "core/normalize.h"
#include "core/phone.h"
#include "mapping/country.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QDate dateIn(const QString &text)
{
    const QString simplified = simplifiedText(text);
    // Only spellings that cannot be mistaken: 3/4/2026 is read differently in Sofia and Boston.
    if (const QDate date = QDate::fromString(simplified.left(10), Qt::ISODate); date.isValid())
        return date;
    if (const QDate date = QDate::fromString(simplified, u"yyyyMMdd"_s); date.isValid())
        return date;
    return QLocale::c().toDate(simplified, u"d MMM yyyy"_s);
}

FieldValue asDate(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text)
        return value;
    const QDate date = dateIn(value.text());
    return date.isValid() ? FieldValue(date) : value;
}

FieldValue asNumber(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text)
        return value;
    bool readable = false;
    const double number = QLocale::c().toDouble(simplifiedText(value.text()), &readable);
    return readable ? FieldValue(number) : value;
}

FieldValue asYesNo(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text)
        return value;
    const QString text = caselessText(value.text());
    if (text == "yes"_L1 || text == "true"_L1 || text == "y"_L1 || text == "1"_L1)
        return FieldValue(true);
    if (text == "no"_L1 || text == "false"_L1 || text == "n"_L1 || text == "0"_L1)
        return FieldValue(false);
    return value;
}

FieldValue asList(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text)
        return value;
    QStringList elements;
    const QStringList parts = value.text().split(u',');
    for (const QString &part : parts) {
        if (const QString element = simplifiedText(part); !element.isEmpty())
            elements.append(element);
    }
    return FieldValue(elements);
}

//! The label on one side that stands for a label on the other, or the label itself.
QString counterpart(const QList<ValuePair> &pairs, Side from, const QString &label)
{
    const QString key = caselessText(label);
    for (const ValuePair &pair : pairs) {
        if (caselessText(from == Side::Left ? pair.left : pair.right) == key)
            return from == Side::Left ? pair.right : pair.left;
    }
    return label;
}

FieldValue coerced(const FieldValue &value, FieldValue::Type type)
{
    if (value.isEmpty() || value.type() == type)
        return value;
    switch (type) {
    case FieldValue::Type::Absent:
        return value;
    case FieldValue::Type::Text:
        return FieldValue(value.toDisplay());
    case FieldValue::Type::List:
        return asList(FieldValue(value.toDisplay()));
    case FieldValue::Type::Number:
        return asNumber(FieldValue(value.toDisplay()));
    case FieldValue::Type::Boolean:
        return asYesNo(FieldValue(value.toDisplay()));
    case FieldValue::Type::Date:
        return asDate(FieldValue(value.toDisplay()));
    }
    Q_UNREACHABLE();
}

} // namespace

FieldValue canonicalValue(const FieldMapping &row, Side side, const FieldValue &value)
{
    if (value.isEmpty())
        return {};
    switch (row.conversion) {
    case Conversion::AsIs:
    case Conversion::Name:
    case Conversion::Email:
    case Conversion::Phone:
        return value;
    case Conversion::Tags:
        return asList(value);
    case Conversion::Country: {
        const QString code = countryCode(value.text());
        return code.isEmpty() ? value : FieldValue(code);
    }
    case Conversion::Date:
        return asDate(value);
    case Conversion::Number:
        return asNumber(value);
    case Conversion::YesNo:
        return asYesNo(value);
    case Conversion::ValueList:
        return side == Side::Left
            ? value
            : FieldValue(counterpart(row.valuePairs, Side::Right, value.toDisplay()));
    }
    Q_UNREACHABLE();
}

FieldValue spelledValue(const FieldMapping &row, Side side, const FieldValue &canonical,
                        FieldValue::Type type, const QString &country)
{
    if (canonical.isEmpty())
        return {};
    if (row.conversion == Conversion::Country && side == Side::Left)
        return FieldValue(countryName(canonical.text()));
    if (row.conversion == Conversion::Phone && side == Side::Right) {
        const QString e164 = phoneE164(canonical.text(), country);
        return e164.isEmpty() ? canonical : FieldValue(e164);
    }
    if (row.conversion == Conversion::ValueList && side == Side::Right)
        return coerced(FieldValue(counterpart(row.valuePairs, Side::Left, canonical.toDisplay())),
                       type);
    return coerced(canonical, type);
}

bool meansTheSame(const FieldMapping &row, const FieldValue &a, const FieldValue &b,
                  const QString &country)
{
    if (a == b)
        return true;
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() && b.isEmpty();
    switch (row.conversion) {
    case Conversion::Phone:
        return phoneKey(a.text(), country) == phoneKey(b.text(), country);
    case Conversion::Tags:
        return tagSetKey(a.list()) == tagSetKey(b.list());
    case Conversion::AsIs:
        if (a.type() == FieldValue::Type::List && b.type() == FieldValue::Type::List)
            return tagSetKey(a.list()) == tagSetKey(b.list());
        [[fallthrough]];
    case Conversion::Name:
    case Conversion::Email:
    case Conversion::ValueList:
    case Conversion::Country:
    case Conversion::Date:
    case Conversion::Number:
    case Conversion::YesNo:
        // Nobody wants to be asked whether "LEEDS " is "Leeds" (experience.md C12).
        return caselessText(a.toDisplay()) == caselessText(b.toDisplay());
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
