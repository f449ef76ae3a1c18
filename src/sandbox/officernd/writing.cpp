// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/writing.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRules texts(const QStringList &names)
{
    FieldRules rules;
    for (const QString &name : names)
        rules.append({.name = name, .kind = Kind::Text, .null = Null::Allowed});
    return rules;
}

bool isEmptyValue(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

FieldRules withoutNull(FieldRules rules)
{
    for (FieldRule &rule : rules) {
        rule.null = Null::Refused;
        rule.members = withoutNull(rule.members);
    }
    return rules;
}

QJsonObject knownPart(const QJsonObject &body, const FieldRules &rules)
{
    QJsonObject known;
    for (const FieldRule &rule : rules) {
        const QJsonValue value = body.value(rule.name);
        if (value.isUndefined())
            continue;
        known.insert(rule.name,
                     rule.members.isEmpty() || !value.isObject()
                         ? value
                         : QJsonValue(knownPart(value.toObject(), rule.members)));
    }
    return known;
}

QJsonArray united(QJsonArray tags, const QJsonValue &more)
{
    const QJsonArray added = more.toArray();
    for (const QJsonValue &tag : added) {
        if (!tags.contains(tag))
            tags.append(tag);
    }
    return tags;
}

//! What is wrong with the value of a custom property, or nothing.
QString propertyProblem(const QJsonObject &definition, const QJsonValue &value)
{
    const QString type = definition.value(u"type"_s).toString().toLower();
    const QString path = u"properties."_s + definition.value(u"key"_s).toString();
    if (type == "number"_L1)
        return value.isDouble() ? QString() : path + u" must be a number"_s;
    if (type == "boolean"_L1)
        return value.isBool() ? QString() : path + u" must be a boolean value"_s;
    if (!value.isString())
        return path + u" must be a string"_s;
    if (type == "date"_L1 && storedMoment(value.toString()).isEmpty())
        return path + u" must be a valid ISO 8601 date string"_s;
    const QJsonArray options = definition.value(u"values"_s).toArray();
    if (type == "select"_L1 && !options.contains(value))
        return path + u" must be one of the following values: "_s
            + QVariant(options.toVariantList()).toStringList().join(u", "_s);
    return {};
}

} // namespace

FieldRule addressRule(const QString &name)
{
    return {.name = name,
            .kind = Kind::Object,
            .members = texts({u"country"_s, u"state"_s, u"city"_s, u"street"_s, u"zip"_s})};
}

FieldRules sharedObjectRules()
{
    FieldRules billing
        = texts({u"billingName"_s, u"vatNumber"_s, u"registrationNumber"_s, u"paymentMethod"_s});
    billing.append(addressRule(u"billingAddress"_s));
    return {
        addressRule(u"address"_s),
        {.name = u"billingDetails"_s, .kind = Kind::Object, .members = billing},
        {.name = u"portalPrivacy"_s,
         .kind = Kind::Object,
         .members = {{.name = u"isVisible"_s, .kind = Kind::Boolean},
                     {.name = u"showContactDetails"_s, .kind = Kind::Boolean},
                     {.name = u"showSocialProfiles"_s, .kind = Kind::Boolean}}},
        {.name = u"properties"_s, .kind = Kind::Object},
    };
}

tl::unexpected<ServiceFailure> refusedByRule(const State &state, const QString &message)
{
    return refused(state.holds(Quirk::BusinessRuleAnswers500) ? 500 : 400, message);
}

Served<QJsonObject> validated(const QJsonObject &body, const FieldRules &rules,
                              const QStringList &required, const State &state)
{
    const FieldRules effective
        = state.holds(Quirk::OfficeRnDNullClears) ? rules : withoutNull(rules);
    const QJsonObject good
        = state.holds(Quirk::UnknownFieldIsRefused) ? body : knownPart(body, effective);
    const QStringList problems = bodyViolations(good, effective, required);
    if (!problems.isEmpty())
        return refused(400, problems);
    return good;
}

Served<> checkName(const QJsonObject &body, const State &state)
{
    const QJsonValue name = body.value(u"name"_s);
    if (name.isString() && name.toString().trimmed().isEmpty())
        return refusedByRule(state, u"Path 'name' is required."_s);
    return {};
}

Served<> checkReference(const QJsonObject &body, const QString &field, const RecordTable &target,
                        const QString &targetName, const State &state)
{
    static const QRegularExpression objectId(u"^[0-9a-fA-F]{24}$"_s);
    if (!body.contains(field) || isEmptyValue(body.value(field)))
        return {};
    const QString id = body.value(field).toString();
    if (!objectId.match(id).hasMatch())
        return refusedByRule(
            state,
            u"Cast to ObjectId failed for value \"%1\" (type string) at path \"%2\""_s.arg(id,
                                                                                           field));
    if (!target.contains(id))
        return refusedByRule(state, u"Specified %1 was not found"_s.arg(targetName));
    return {};
}

QJsonObject merged(const QJsonObject &document, const QJsonObject &body, const State &state)
{
    QJsonObject result = document;
    for (auto member = body.begin(); member != body.end(); ++member) {
        const QJsonValue value = member.value();
        if (isEmptyValue(value)) {
            result.remove(member.key());
        } else if (value.isObject()) {
            const bool replaced
                = member.key() == "properties"_L1 && state.holds(Quirk::PropertiesAreReplaced);
            const QJsonObject inner
                = merged(replaced ? QJsonObject() : result.value(member.key()).toObject(),
                         value.toObject(), state);
            if (inner.isEmpty())
                result.remove(member.key());
            else
                result.insert(member.key(), inner);
        } else if (member.key() == "tags"_L1 && !state.holds(Quirk::TagsAreReplaced)) {
            result.insert(member.key(), united(result.value(member.key()).toArray(), value));
        } else {
            result.insert(member.key(), value);
        }
    }
    return result;
}

Served<QJsonObject> checkedProperties(const QJsonObject &body, const QString &target,
                                      const State &state)
{
    if (!body.contains(u"properties"_s) || target.isEmpty())
        return body;
    QJsonObject properties;
    QStringList problems;
    const QJsonObject given = body.value(u"properties"_s).toObject();
    for (auto member = given.begin(); member != given.end(); ++member) {
        const QJsonObject *definition = state.property(target, member.key());
        const QString path = u"properties."_s + member.key();
        if (!definition) {
            if (state.holds(Quirk::UnknownFieldIsRefused))
                problems.append(u"property "_s + path + u" should not exist"_s);
            continue;
        }
        properties.insert(member.key(), member.value());
        if (member.value().isNull() && !state.holds(Quirk::OfficeRnDNullClears))
            problems.append(path + u" must be a string"_s);
        if (isEmptyValue(member.value()))
            continue;
        if (const QString problem = propertyProblem(*definition, member.value());
            !problem.isEmpty())
            problems.append(problem);
        else if (definition->value(u"type"_s).toString().toLower() == "date"_L1)
            properties.insert(member.key(), storedMoment(member.value().toString()));
    }
    if (!problems.isEmpty())
        return refused(400, problems);
    QJsonObject result = body;
    result.insert(u"properties"_s, properties);
    return result;
}

QJsonObject withStoredMoments(QJsonObject body, const FieldRules &rules)
{
    for (const FieldRule &rule : rules) {
        const QJsonValue value = body.value(rule.name);
        if (rule.kind == Kind::Moment && value.isString() && !value.toString().isEmpty())
            body.insert(rule.name, storedMoment(value.toString()));
    }
    return body;
}

QString storedMoment(const QString &text)
{
    if (text.size() == 10) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? text + u"T00:00:00.000Z"_s : QString();
    }
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    return moment.isValid() ? isoStamp(moment) : QString();
}

} // namespace twinbook::sandbox::officernd
