// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contactbody.h"

#include "core/phone.h"
#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/contactshape.h"
#include "sandbox/highlevel/customfieldvalues.h"

#include <QLocale>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRule dndRule(const QString &name, const QStringList &channels, const QStringList &states)
{
    const FieldRules members {
        {.name = u"status"_s, .options = states}, {.name = u"message"_s}, {.name = u"code"_s}};
    FieldRule rule {.name = name, .kind = Kind::Object};
    for (const QString &channel : channels)
        rule.members.append({.name = channel, .kind = Kind::Object, .members = members});
    return rule;
}

FieldRules updateRules()
{
    FieldRules rules;
    for (const QString &name :
         {u"firstName"_s, u"lastName"_s, u"name"_s, u"email"_s, u"phone"_s, u"address1"_s,
          u"city"_s, u"state"_s, u"website"_s, u"timezone"_s, u"dateOfBirth"_s})
        rules.append({.name = name, .null = Null::Allowed});
    rules.append({.name = u"postalCode"_s});
    rules.append({.name = u"country"_s});
    rules.append({.name = u"source"_s, .null = Null::Allowed});
    rules.append({.name = u"assignedTo"_s, .null = Null::Allowed});
    rules.append({.name = u"tags"_s, .kind = Kind::TextList});
    rules.append({.name = u"customFields"_s, .kind = Kind::ObjectList});
    rules.append({.name = u"dnd"_s, .kind = Kind::Boolean});
    rules.append(dndRule(u"dndSettings"_s,
                         {u"Call"_s, u"Email"_s, u"SMS"_s, u"WhatsApp"_s, u"GMB"_s, u"FB"_s},
                         {u"active"_s, u"inactive"_s, u"permanent"_s}));
    rules.append(dndRule(u"inboundDndSettings"_s, {u"all"_s}, {u"active"_s, u"inactive"_s}));
    return rules;
}

const FieldRules &rulesFor(ContactWrite kind, const QuirkSet &quirks)
{
    static const FieldRules update = updateRules();
    static const FieldRules updateWithCompany = [] {
        FieldRules rules = updateRules();
        rules.append({.name = u"companyName"_s, .null = Null::Allowed});
        return rules;
    }();
    static const FieldRules create = [] {
        FieldRules rules = updateRules();
        rules.append({.name = u"locationId"_s});
        rules.append({.name = u"companyName"_s, .null = Null::Allowed});
        rules.append({.name = u"gender"_s});
        return rules;
    }();
    static const FieldRules upsert = [] {
        FieldRules rules = create;
        rules.append({.name = u"createNewIfDuplicateAllowed"_s, .kind = Kind::Boolean});
        return rules;
    }();
    switch (kind) {
    case ContactWrite::Create:
    case ContactWrite::Page:
        return create;
    case ContactWrite::Update:
        return quirks.holds(Quirk::CompanyNameIsNotUpdatable) ? update : updateWithCompany;
    case ContactWrite::Upsert:
        return upsert;
    }
    return update;
}

//! Complaints about values of the right type. Blank values clear and are always fine.
QStringList valueViolations(const QJsonObject &body, const State &state)
{
    static const QRegularExpression address(u"^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"_s);
    QStringList found;
    const QString email = body.value(u"email"_s).toString().trimmed();
    if (!email.isEmpty() && !address.match(email).hasMatch())
        found.append(u"email must be an email"_s);
    const QString country = body.value(u"country"_s).toString();
    if (!country.isEmpty()
        && (country.size() != 2 || country != country.toUpper()
            || QLocale::codeToTerritory(country) == QLocale::AnyTerritory))
        found.append(u"country must be a valid ISO31661 Alpha2 code"_s);
    const QString birthday = body.value(u"dateOfBirth"_s).toString();
    if (!birthday.isEmpty() && !parsedBirthday(birthday))
        found.append(u"dateOfBirth must be a valid date"_s);
    const QString user = body.value(u"assignedTo"_s).toString();
    if (!user.isEmpty() && !state.users.contains(user))
        found.append(u"assignedTo must be a user of this location"_s);
    return found;
}

void setPhone(QJsonObject &contact, const QString &phone, const State &state)
{
    if (phone.trimmed().isEmpty()) {
        contact.remove(u"phone"_s);
        return;
    }
    if (!state.quirks.holds(Quirk::PhoneBecomesE164)) {
        contact.insert(u"phone"_s, phone.trimmed());
        return;
    }
    // The rule for numbers without "+" is not known (highlevel.md 8 item 11); they were seen to
    // vanish, and a client that relies on more would lose numbers.
    const QString number
        = phone.trimmed().startsWith(u'+') ? phoneE164(phone.trimmed(), state.country) : QString();
    if (!number.isEmpty())
        contact.insert(u"phone"_s, number);
}

//! `name` is the full name; the parts win where both are given.
void setNames(QJsonObject &contact, const QJsonObject &body, const QuirkSet &quirks)
{
    const QString full = body.value(u"name"_s).toString().simplified();
    if (body.contains(u"name"_s)) {
        const qsizetype space = full.indexOf(u' ');
        setOrClear(contact, u"firstName"_s, space < 0 ? full : full.first(space), quirks);
        setOrClear(contact, u"lastName"_s, space < 0 ? QString() : full.sliced(space + 1), quirks);
    }
    for (const QString &part : {u"firstName"_s, u"lastName"_s}) {
        if (body.contains(part))
            setOrClear(contact, part, body.value(part).toString().trimmed(), quirks);
    }
}

} // namespace

Served<QJsonObject> acceptedContactBody(const QJsonObject &body, ContactWrite kind,
                                        const State &state)
{
    const QStringList required = kind == ContactWrite::Create || kind == ContactWrite::Upsert
        ? QStringList {u"locationId"_s}
        : QStringList();
    const auto accepted = acceptedBody(body, rulesFor(kind, state.quirks), required, state.quirks);
    QStringList problems;
    if (!accepted)
        problems = accepted.error().message.toVariant().toStringList();
    problems += valueViolations(body, state);
    problems += customFieldViolations(body.value(u"customFields"_s).toArray(), state);
    if (!problems.isEmpty())
        return refused(422, problems);
    if (accepted->contains(u"locationId"_s) && accepted->value(u"locationId"_s) != state.locationId)
        return refused(403, u"The token does not have access to this location."_s);
    return accepted;
}

QJsonObject written(const QJsonObject &contact, const QJsonObject &body, State &state)
{
    static const QSet<QString> names {u"name"_s, u"firstName"_s, u"lastName"_s};
    const QuirkSet &quirks = state.quirks;
    QJsonObject changes = body;
    if (!quirks.holds(Quirk::HighLevelNullClears)) {
        for (const QString &member : body.keys()) {
            if (body.value(member).isNull())
                changes.remove(member);
        }
    }
    QJsonObject result = contact;
    for (auto member = changes.constBegin(); member != changes.constEnd(); ++member) {
        const QString name = member.key();
        const QJsonValue value = member.value();
        if (name == "phone"_L1) {
            setPhone(result, value.toString(), state);
        } else if (name == "tags"_L1) {
            const QStringList tags = state.learnedTags(value.toVariant().toStringList());
            result.insert(name, QJsonArray::fromStringList(tags));
        } else if (name == "customFields"_L1) {
            const FieldMerge merge
                = quirks.holds(Quirk::CustomFieldsMerge) ? FieldMerge::ById : FieldMerge::Replace;
            result.insert(
                name,
                mergedCustomFields(result.value(name).toArray(), value.toArray(), merge, state));
        } else if (name == "dateOfBirth"_L1) {
            const auto birthday = parsedBirthday(value.toString());
            setOrClear(result, name, birthday ? birthday->toString(Qt::ISODate) : QString(),
                       quirks);
        } else if (name == "email"_L1) {
            setOrClear(result, name, value.toString().trimmed(), quirks);
        } else if (!names.contains(name) && name != "createNewIfDuplicateAllowed"_L1) {
            setOrClear(result, name, value, quirks);
        }
    }
    setNames(result, changes, quirks);
    return withDerivedMembers(result);
}

} // namespace twinbook::sandbox::highlevel
