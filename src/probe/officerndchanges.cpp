// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! For refusals: this nobody knows.
constexpr auto unknownField = "twinbookProbe"_L1;

RawRequest createMember(const ProbeScene &scene, const QString &location, QJsonObject fields)
{
    fields.insert(u"name"_s, QString(u"Twinbook Probe "_s + scene.mark));
    fields.insert(u"location"_s, location);
    fields.insert(u"startDate"_s,
                  QString(scene.now.date().toString(Qt::ISODate) + u"T00:00:00.000Z"_s));
    // A domain that receives nothing (RFC 2606).
    fields.insert(u"email"_s, QString(u"twinbook.probe."_s + scene.mark + u"@example.com"_s));
    return writeRequest(RawMethod::Post, {u"members"_s}, fields,
                        u"flex.community.members.create"_s);
}

RawRequest getMember(const QString &id)
{
    return readRequest({u"members"_s, id}, {}, u"flex.community.members.read"_s);
}

RawRequest putMember(const QString &id, const QJsonObject &fields)
{
    return writeRequest(RawMethod::Put, {u"members"_s, id}, fields,
                        u"flex.community.members.update"_s);
}

QString firstLocation(const ProbeScene &scene)
{
    return scene.answers.front().list(u"results"_s).first().toObject().value(u"_id"_s).toString();
}

constexpr std::size_t afterCreation = 2;

//! An experiment on a member of its own. The first two answers in the scene are the locations and
//! the creation.
Step onMember(const ProbeScene &scene, const QJsonObject &fields,
              Step (*rest)(const ProbeScene &scene, const QString &id))
{
    if (scene.step() == 0)
        return readRequest({u"locations"_s}, {{u"$limit"_s, u"50"_s}},
                           u"flex.space.locations.read"_s);
    const QString location = firstLocation(scene);
    if (location.isEmpty())
        return unknown(u"No location was found to make a member at."_s);
    if (scene.step() == 1)
        return createMember(scene, location, fields);
    const ProbeReply &creation = scene.answers[1];
    const QString id = creation.json.value(u"_id"_s).toString();
    if (!creation.isGood() || id.isEmpty())
        return unknown(u"The member for the experiment could not be made."_s);
    return rest(scene, id);
}

//! Lacks what a member needs, so that it is refused in any case and nothing is made.
Step unknownFieldIsRefused(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return writeRequest(RawMethod::Post, {u"members"_s}, {{unknownField, 1}},
                            u"flex.community.members.create"_s);
    const ProbeReply &answer = scene.last();
    const bool isNamed = answer.complainsOf(unknownField);
    return either(answer.status == 400 && isNamed, answer.status == 400 && !isNamed);
}

//! Lacks a name, so that it is refused in any case and nothing is made. Tags count as refused only
//! if another unknown field is.
Step companyTagsAreReadOnly(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return writeRequest(RawMethod::Post, {u"companies"_s},
                            {{unknownField, 1}, {u"tags"_s, QJsonArray {u"twinbook probe"_s}}},
                            u"flex.community.companies.create"_s);
    const ProbeReply &answer = scene.last();
    if (answer.status != 400 || !answer.complainsOf(unknownField))
        return unknown(u"The reply does not say which fields cannot be written."_s);
    const bool isNamed = answer.complainsOf(u"tags"_s);
    return either(isNamed, !isNamed);
}

//! Lacks a subject, so that it is refused in any case and nothing is made. The date counts as
//! refused only if another unknown field is.
Step ticketsHaveNoDueDate(const ProbeScene &scene)
{
    const QString dueDate = u"dueDate"_s;
    if (scene.step() == 0)
        return writeRequest(RawMethod::Post, {u"tickets"_s},
                            {{unknownField, 1}, {dueDate, u"2030-01-02T10:00:00.000Z"_s}},
                            u"flex.collaboration.tickets.create"_s);
    const ProbeReply &answer = scene.last();
    if (answer.status != 400 || !answer.complainsOf(unknownField))
        return unknown(u"The reply does not say which fields cannot be written."_s);
    const bool isNamed = answer.complainsOf(dueDate);
    return either(isNamed, !isNamed);
}

//! An opportunity of the member's makes it a lead (officernd.md 2.1); nothing is invoiced.
Step statusIsComputed(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == afterCreation)
            return writeRequest(RawMethod::Post, {u"opportunities"_s},
                                {{u"name"_s, u"Twinbook Probe"_s}, {u"member"_s, id}},
                                u"flex.community.opportunities.create"_s);
        if (!at.answers[afterCreation].isGood())
            return unknown(u"The opportunity for the experiment could not be made."_s);
        if (at.step() == afterCreation + 1)
            return getMember(id);
        const QString before = at.answers[1].json.value(u"status"_s).toString();
        const QString after = at.last().json.value(u"status"_s).toString();
        return either(after == "lead"_L1, !before.isEmpty() && after == before);
    };
    return onMember(scene, {}, rest);
}

QStringList textProperties(const ProbeReply &answer)
{
    QStringList keys;
    const QJsonArray found = answer.list(u"results"_s);
    for (const QJsonValue &each : found) {
        const QJsonObject property = each.toObject();
        const QString type = property.value(u"type"_s).toString().toLower();
        const bool isText = type == "string"_L1 || type == "text"_L1;
        if (isText && property.value(u"targets"_s).toArray().contains(u"member"_s))
            keys.append(property.value(u"key"_s).toString());
    }
    return keys;
}

Step propertiesAreReplaced(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == afterCreation)
            return readRequest({u"custom-properties"_s}, {{u"$limit"_s, u"50"_s}},
                               u"flex.settings.customProperties.read"_s);
        const QStringList keys = textProperties(at.answers[afterCreation]);
        if (keys.size() < 2)
            return unknown(u"There are fewer than two custom properties for text."_s);
        const auto properties = [&keys](qsizetype which) {
            return QJsonObject {{u"properties"_s, QJsonObject {{keys.at(which), u"7"_s}}}};
        };
        if (at.step() == afterCreation + 1)
            return putMember(id, properties(0));
        if (at.step() == afterCreation + 2)
            return putMember(id, properties(1));
        if (at.step() == afterCreation + 3)
            return getMember(id);
        const QJsonObject kept = at.last().object(u"properties"_s);
        const bool hasFirst = kept.value(keys.at(0)) == u"7"_s;
        const bool hasSecond = kept.value(keys.at(1)) == u"7"_s;
        return either(!hasFirst && hasSecond, hasFirst && hasSecond);
    };
    return onMember(scene, {}, rest);
}

Step tagsAreReplaced(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == afterCreation)
            return putMember(id, {{u"tags"_s, QJsonArray {u"twinbook one"_s}}});
        if (at.step() == afterCreation + 1)
            return putMember(id, {{u"tags"_s, QJsonArray {u"twinbook two"_s}}});
        if (at.step() == afterCreation + 2)
            return getMember(id);
        const QJsonArray tags = at.last().list(u"tags"_s);
        const bool hasSecond = tags.contains(u"twinbook two"_s);
        return either(hasSecond && tags.size() == 1, hasSecond && tags.contains(u"twinbook one"_s));
    };
    return onMember(scene, {}, rest);
}

Step sameValueKeepsModifiedAt(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        const QString name = at.answers[1].json.value(u"name"_s).toString();
        if (at.step() == afterCreation + 1)
            return putMember(id, {{u"name"_s, name}});
        if (at.step() <= afterCreation + 2)
            return getMember(id);
        const QJsonValue before = at.answers[afterCreation].json.value(u"modifiedAt"_s);
        const QJsonValue after = at.last().json.value(u"modifiedAt"_s);
        if (!before.isString() || !after.isString() || !at.answers[afterCreation + 1].isGood())
            return unknown(u"The member could not be written and read."_s);
        return either(before == after, before != after);
    };
    return onMember(scene, {}, rest);
}

Step memberEmailIsNotUnique(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &) -> Step {
        if (at.step() == afterCreation)
            return createMember(at, firstLocation(at), {});
        const int status = at.last().status;
        return either(at.last().isGood(), status == 400 || status == 409 || status == 500);
    };
    return onMember(scene, {}, rest);
}

Step officeRnDNullClears(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == afterCreation)
            return putMember(id, {{u"phone"_s, QJsonValue::Null}});
        if (at.step() == afterCreation + 1)
            return getMember(id);
        if (!at.last().isGood())
            return unknown(u"The member could not be read."_s);
        const bool isEmpty = at.last().json.value(u"phone"_s).toString().isEmpty();
        return either(isEmpty, !isEmpty);
    };
    // A number that belongs to nobody (Ofcom's numbers for drama).
    return onMember(scene, {{u"phone"_s, u"+442079460956"_s}}, rest);
}

Step businessRuleAnswers500(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == afterCreation)
            return putMember(id, {{u"name"_s, u" "_s}});
        return either(at.last().status == 500, at.last().status == 400);
    };
    return onMember(scene, {}, rest);
}

} // namespace

std::vector<Experiment> officeRnDChanges()
{
    constexpr auto writes = RawEffect::Writes;
    return {
        {Quirk::UnknownFieldIsRefused, writes, unknownFieldIsRefused},
        {Quirk::CompanyTagsAreReadOnly, writes, companyTagsAreReadOnly},
        {Quirk::TicketsHaveNoDueDate, writes, ticketsHaveNoDueDate},
        {Quirk::StatusIsComputed, writes, statusIsComputed},
        {Quirk::PropertiesAreReplaced, writes, propertiesAreReplaced},
        {Quirk::TagsAreReplaced, writes, tagsAreReplaced},
        {Quirk::SameValueKeepsModifiedAt, writes, sameValueKeepsModifiedAt},
        {Quirk::MemberEmailIsNotUnique, writes, memberEmailIsNotUnique},
        {Quirk::OfficeRnDNullClears, writes, officeRnDNullClears},
        {Quirk::BusinessRuleAnswers500, writes, businessRuleAnswers500},
    };
}

} // namespace twinbook
