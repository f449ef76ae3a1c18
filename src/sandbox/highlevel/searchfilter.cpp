// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/searchfilter.h"

#include "sandbox/highlevel/searchindex.h"
#include "sandbox/stampsource.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

//! Whether the plain or the negated operator was asked for.
enum class Wanted : quint8 { Hit, Miss };

using Predicate = std::function<bool(const QJsonObject &)>;

constexpr int deepestGroup = 8;
constexpr qsizetype longestValue = 75;

//! Stands for fields that exist in the real index and are never set here: appointments,
//! opportunities, workflows...
const QString &neverSet()
{
    static const QString member = u"-"_s;
    return member;
}

//! Where a filterable field lies in a stored contact; empty for fields that cannot be filtered.
QString memberFor(const QString &field)
{
    static const QHash<QString, QString> members {
        {u"id"_s, u"id"_s},
        {u"email"_s, u"emailLowerCase"_s},
        {u"phone"_s, u"phone"_s},
        {u"firstNameLowerCase"_s, u"firstNameLowerCase"_s},
        {u"lastNameLowerCase"_s, u"lastNameLowerCase"_s},
        {u"contactName"_s, u"fullNameLowerCase"_s},
        {u"type"_s, u"type"_s},
        {u"address"_s, u"address1"_s},
        {u"city"_s, u"city"_s},
        {u"state"_s, u"state"_s},
        {u"country"_s, u"country"_s},
        {u"postalCode"_s, u"postalCode"_s},
        {u"timezone"_s, u"timezone"_s},
        {u"website"_s, u"website"_s},
        {u"companyName"_s, u"companyName"_s},
        {u"businessName"_s, u"companyName"_s},
        {u"assignedTo"_s, u"assignedTo"_s},
        {u"followers"_s, u"followers"_s},
        {u"source"_s, u"source"_s},
        {u"tags"_s, u"tags"_s},
        {u"dateAdded"_s, u"dateAdded"_s},
        {u"dateUpdated"_s, u"dateUpdated"_s},
        {u"dateOfBirth"_s, u"dateOfBirth"_s},
        {u"dnd"_s, u"dnd"_s},
        {u"lastAppointment"_s, neverSet()},
        {u"lastEmailClickedDate"_s, neverSet()},
        {u"lastEmailOpenedDate"_s, neverSet()},
        {u"validEmail"_s, neverSet()},
        {u"isValidWhatsapp"_s, neverSet()},
        {u"activeWorkflows"_s, neverSet()},
        {u"finishedWorkflows"_s, neverSet()},
        {u"opportunities"_s, neverSet()},
    };
    return members.value(field);
}

//! Text of a value for comparing.
QString comparable(const QJsonValue &value)
{
    return value.toVariant().toString();
}

//! The values of a field in one contact: none if it is not set, several for lists.
QStringList valuesOf(const QJsonObject &contact, const QString &member)
{
    QJsonValue value;
    if (member.startsWith("customFields."_L1)) {
        const QString id = member.section(u'.', 1, 1);
        const QJsonArray fields = contact.value(u"customFields"_s).toArray();
        for (const QJsonValue &field : fields) {
            if (field.toObject().value(u"id"_s) == id)
                value = field.toObject().value(u"value"_s);
        }
    } else {
        value = contact.value(member);
    }
    QStringList values;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            values.append(comparable(element));
    } else if (!value.isNull() && !value.isUndefined()) {
        values.append(comparable(value));
    }
    return values;
}

QStringList wantedValues(const QJsonValue &value)
{
    QStringList wanted;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            wanted.append(comparable(element));
    } else {
        wanted.append(comparable(value));
    }
    return wanted;
}

tl::unexpected<ServiceFailure> bad(const QString &message)
{
    return refused(400, message);
}

Served<Predicate> rangePredicate(const QString &field, const QString &member,
                                 const QJsonObject &range)
{
    struct Bound
    {
        QString name;
        QString value;
    };
    std::vector<Bound> bounds;
    for (auto bound = range.begin(); bound != range.end(); ++bound) {
        static const QStringList names {u"gt"_s, u"gte"_s, u"lt"_s, u"lte"_s};
        const QDateTime moment = QDateTime::fromString(bound.value().toString(), Qt::ISODateWithMs);
        if (!names.contains(bound.key()) || !moment.isValid())
            return bad(u"Invalid range for field "_s + field);
        bounds.push_back({bound.key(), isoStamp(moment)});
    }
    if (bounds.empty())
        return bad(u"Invalid range for field "_s + field);
    return Predicate([member, bounds](const QJsonObject &contact) {
        const QString value = contact.value(member).toString();
        return !value.isEmpty()
            && std::all_of(bounds.begin(), bounds.end(), [&](const Bound &bound) {
                   const int order = value.compare(bound.value);
                   if (bound.name == "gt"_L1)
                       return order > 0;
                   if (bound.name == "gte"_L1)
                       return order >= 0;
                   return bound.name == "lt"_L1 ? order < 0 : order <= 0;
               });
    });
}

bool allowsOperator(const QString &field, const QString &op)
{
    if (field == "dateAdded"_L1)
        return op == "range"_L1;
    if (field == "dateUpdated"_L1)
        return op == "range"_L1 || op == "exists"_L1;
    if (field == "email"_L1)
        return op == "eq"_L1 || op == "not_eq"_L1 || op == "exists"_L1 || op == "not_exists"_L1;
    return true;
}

SearchFilter equality(const QString &field, const QString &member, const QStringList &wanted,
                      Wanted outcome)
{
    SearchFilter result {[member, wanted, outcome](const QJsonObject &contact) {
        const QStringList values = valuesOf(contact, member);
        const bool found = std::any_of(values.begin(), values.end(),
                                       [&](const QString &text) { return wanted.contains(text); });
        return found == (outcome == Wanted::Hit);
    }};
    if (outcome == Wanted::Miss || wanted.size() != 1)
        return result;
    if (field == "id"_L1)
        result.key = u"id:"_s + wanted.constFirst();
    else if (field == "email"_L1)
        result.key = emailKeyOf(wanted.constFirst());
    else if (field == "phone"_L1)
        result.key = phoneKeyOf(wanted.constFirst());
    return result;
}

SearchFilter containment(const QString &member, const QString &part, Wanted outcome)
{
    return {[member, part, outcome](const QJsonObject &contact) {
        const QStringList values = valuesOf(contact, member);
        const bool found = std::any_of(values.begin(), values.end(), [&](const QString &text) {
            return text.contains(part, Qt::CaseInsensitive);
        });
        return found == (outcome == Wanted::Hit);
    }};
}

SearchFilter existence(const QString &member, Wanted outcome)
{
    return {[member, outcome](const QJsonObject &contact) {
        return valuesOf(contact, member).isEmpty() == (outcome == Wanted::Miss);
    }};
}

//! The values to compare with, or why they cannot be.
Served<QStringList> comparisonValues(const QString &field, const QJsonValue &value)
{
    QStringList wanted = wantedValues(value);
    if (wanted.isEmpty() || value.isUndefined() || value.isNull() || value.isObject())
        return bad(u"Invalid value for field "_s + field);
    for (QString &text : wanted) {
        if (text.size() > longestValue)
            return bad(u"Value of field %1 is too long"_s.arg(field));
        // These are compared without regard to case by the lower-case twins.
        if (field == "email"_L1 || field == "contactName"_L1)
            text = text.toLower();
    }
    return wanted;
}

Served<SearchFilter> parseComparison(const QJsonObject &filter)
{
    const QString field = filter.value(u"field"_s).toString();
    const QString op = filter.value(u"operator"_s).toString();
    const QString member = field.startsWith("customFields."_L1) ? field : memberFor(field);
    if (member.isEmpty())
        return bad(u"Invalid field "_s + field);
    if (!allowsOperator(field, op))
        return bad(u"Invalid operator %1 for field %2"_s.arg(op, field));
    if (op == "exists"_L1)
        return existence(member, Wanted::Hit);
    if (op == "not_exists"_L1)
        return existence(member, Wanted::Miss);
    const QJsonValue value = filter.value(u"value"_s);
    if (op == "range"_L1)
        return rangePredicate(field, member, value.toObject()).map([](const Predicate &range) {
            return SearchFilter {range};
        });
    const auto wanted = comparisonValues(field, value);
    if (!wanted)
        return tl::unexpected(wanted.error());
    if (op == "eq"_L1)
        return equality(field, member, *wanted, Wanted::Hit);
    if (op == "not_eq"_L1)
        return equality(field, member, *wanted, Wanted::Miss);
    if (op == "contains"_L1)
        return containment(member, wanted->constFirst(), Wanted::Hit);
    if (op == "not_contains"_L1)
        return containment(member, wanted->constFirst(), Wanted::Miss);
    return bad(u"Invalid operator %1"_s.arg(op));
}

Served<SearchFilter> parseGroup(const QString &group, const QJsonArray &filters, int depth)
{
    if (depth > deepestGroup || (group != "AND"_L1 && group != "OR"_L1))
        return bad(u"Invalid group %1"_s.arg(group));
    std::vector<SearchFilter> parts;
    for (const QJsonValue &element : filters) {
        const QJsonObject filter = element.toObject();
        const auto part = filter.contains(u"group"_s)
            ? parseGroup(filter.value(u"group"_s).toString(), filter.value(u"filters"_s).toArray(),
                         depth + 1)
            : parseComparison(filter);
        if (!part)
            return part;
        parts.push_back(*part);
    }
    SearchFilter result;
    if (group == "AND"_L1) {
        for (const SearchFilter &part : parts) {
            if (part.key)
                result.key = part.key;
        }
        result.matches = [parts](const QJsonObject &contact) {
            return std::all_of(parts.begin(), parts.end(),
                               [&](const SearchFilter &part) { return part.matches(contact); });
        };
    } else {
        result.matches = [parts](const QJsonObject &contact) {
            return std::any_of(parts.begin(), parts.end(),
                               [&](const SearchFilter &part) { return part.matches(contact); });
        };
    }
    return result;
}

} // namespace

Served<SearchFilter> parseSearchFilters(const QJsonArray &filters)
{
    return parseGroup(u"AND"_s, filters, 0);
}

} // namespace twinbook::sandbox::highlevel
