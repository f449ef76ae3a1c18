// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/conversion.h"

#include "core/country.h"
#include "core/normalize.h"
#include "core/phone.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! More digits than that a double does not keep apart.
constexpr qsizetype mostDigits = 15;

//! toText(), but a large number is spelled out: "1000000" and not "1e+06".
QString plainText(const FieldValue &value)
{
    if (value.type() == FieldValue::Type::Number && std::abs(value.number()) < 1e15)
        return QString::number(value.number(), 'f', QLocale::FloatingPointShortest);
    return value.toText();
}

//! Whether nothing would be left to see: empty, or only white space and zero-width characters.
bool saysNothing(const FieldValue &value)
{
    if (value.isEmpty())
        return true;
    if (const QString *text = value.textIfAny()) {
        const char16_t first = text->at(0).unicode();
        const bool isPrintable = first > u' ' && first < 0x7F;
        return !isPrintable && simplifiedText(*text).isEmpty();
    }
    if (value.type() != FieldValue::Type::List)
        return false;
    const QStringList elements = value.list();
    return std::all_of(elements.cbegin(), elements.cend(),
                       [](const QString &element) { return simplifiedText(element).isEmpty(); });
}

QDate dateIn(const QString &text)
{
    const QString simplified = simplifiedText(text);
    // Only spellings that cannot be mistaken: 3/4/2026 is read differently in Sofia and Boston.
    // A time behind the date is dropped (highlevel.md 2.1 has both forms); other text is not.
    if (simplified.size() == 10 || QDateTime::fromString(simplified, Qt::ISODate).isValid()) {
        if (const QDate date = QDate::fromString(simplified.left(10), Qt::ISODate); date.isValid())
            return date;
    }
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

//! Only spellings that cannot be mistaken: "1,500" is one and a half in Sofia, and an account
//! number of twenty digits is no amount.
FieldValue asNumber(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text)
        return value;
    const QString text = simplifiedText(value.text());
    if (std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }) > mostDigits)
        return value;
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::RejectGroupSeparator);
    bool readable = false;
    const double number = plain.toDouble(text, &readable);
    return readable && std::isfinite(number) ? FieldValue(number) : value;
}

FieldValue asYesNo(const FieldValue &value)
{
    if (value.type() != FieldValue::Type::Text && value.type() != FieldValue::Type::Number)
        return value;
    const QString text = caselessText(plainText(value));
    if (text == "yes"_L1 || text == "true"_L1 || text == "y"_L1 || text == "1"_L1)
        return FieldValue(true);
    if (text == "no"_L1 || text == "false"_L1 || text == "n"_L1 || text == "0"_L1)
        return FieldValue(false);
    return value;
}

FieldValue asList(const FieldValue &value)
{
    if (value.type() == FieldValue::Type::List)
        return value;
    QStringList elements;
    const QStringList parts = plainText(value).split(u',');
    for (const QString &part : parts) {
        if (const QString element = simplifiedText(part); !element.isEmpty())
            elements.append(element);
    }
    return FieldValue(elements);
}

//! The side whose labels are the canonical ones of a value list: the one that is written to, so
//! that several labels may stand for one where values flow only one way.
Side labelSide(const FieldMapping &row)
{
    return row.direction == Direction::ToRight ? Side::Right : Side::Left;
}

//! The label on the other side that stands for a label of side `from`, or the label itself.
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
        return FieldValue(plainText(value));
    case FieldValue::Type::List:
        return asList(value);
    case FieldValue::Type::Number:
        return asNumber(FieldValue(plainText(value)));
    case FieldValue::Type::Boolean:
        return asYesNo(FieldValue(plainText(value)));
    case FieldValue::Type::Date:
        return asDate(FieldValue(plainText(value)));
    }
    Q_UNREACHABLE();
}

} // namespace

FieldValue canonicalValue(const FieldMapping &row, Side side, const FieldValue &value)
{
    if (saysNothing(value))
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
        return side == labelSide(row)
            ? value
            : FieldValue(counterpart(row.valuePairs, side, plainText(value)));
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
        const QString e164 = phoneE164(plainText(canonical), country);
        return e164.isEmpty() ? canonical : FieldValue(e164);
    }
    if (row.conversion == Conversion::ValueList && side != labelSide(row)) {
        const QString label = counterpart(row.valuePairs, opposite(side), plainText(canonical));
        return coerced(FieldValue(label), type);
    }
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
        return phoneKey(plainText(a), country) == phoneKey(plainText(b), country);
    case Conversion::Tags:
        return tagSetKey(asList(a).list()) == tagSetKey(asList(b).list());
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
        return caselessText(plainText(a)) == caselessText(plainText(b));
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
