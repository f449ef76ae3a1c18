// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/records/bodyrules.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

bool isTextList(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const QJsonArray array = value.toArray();
    return std::all_of(array.begin(), array.end(),
                       [](const QJsonValue &element) { return element.isString(); });
}

bool isObjectList(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const QJsonArray array = value.toArray();
    return std::all_of(array.begin(), array.end(),
                       [](const QJsonValue &element) { return element.isObject(); });
}

bool isMoment(const QJsonValue &value)
{
    return value.isString() && QDateTime::fromString(value.toString(), Qt::ISODateWithMs).isValid();
}

//! What is wrong with a value that is not null, without the name of the field; or nothing.
QString violation(const QJsonValue &value, const FieldRule &rule)
{
    using Kind = FieldRule::Kind;
    switch (rule.kind) {
    case Kind::Text:
        if (!value.isString())
            return u" must be a string"_s;
        if (!rule.options.isEmpty() && !rule.options.contains(value.toString()))
            return u" must be one of the following values: "_s + rule.options.join(u", "_s);
        return {};
    case Kind::Boolean:
        return value.isBool() ? QString() : u" must be a boolean value"_s;
    case Kind::Number:
        return value.isDouble() ? QString()
                                : u" must be a number conforming to the specified constraints"_s;
    case Kind::Moment:
        return isMoment(value) ? QString() : u" must be a valid ISO 8601 date string"_s;
    case Kind::TextList:
        return isTextList(value) ? QString() : u" must be an array of strings"_s;
    case Kind::Object:
        return value.isObject() ? QString() : u" must be an object"_s;
    case Kind::ObjectList:
        return isObjectList(value) ? QString() : u" must be an array of objects"_s;
    case Kind::Any:
        return {};
    }
    return {};
}

void collect(const QJsonObject &body, const FieldRules &rules, const QString &prefix,
             QStringList &found)
{
    for (auto member = body.begin(); member != body.end(); ++member) {
        const auto rule = std::find_if(rules.begin(), rules.end(), [&](const FieldRule &candidate) {
            return candidate.name == member.key();
        });
        const QString path = prefix + member.key();
        if (rule == rules.end()) {
            found.append(u"property "_s + path + u" should not exist"_s);
            continue;
        }
        if (member.value().isNull() && rule->null == FieldRule::Null::Allowed)
            continue;
        if (const QString problem = violation(member.value(), *rule); !problem.isEmpty())
            found.append(path + problem);
        else if (!rule->members.isEmpty())
            collect(member.value().toObject(), rule->members, path + u'.', found);
    }
}

} // namespace

QStringList bodyViolations(const QJsonObject &body, const FieldRules &rules,
                           const QStringList &required)
{
    QStringList found;
    collect(body, rules, QString(), found);
    for (const QString &name : required) {
        if (!body.contains(name) || body.value(name).isNull())
            found.append(name + u" should not be null or undefined"_s);
    }
    return found;
}

} // namespace twinbook::sandbox
