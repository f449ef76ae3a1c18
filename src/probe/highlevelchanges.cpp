// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"
#include "probe/highlevelrequests.h"

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace highlevelprobe;

namespace {

//! The id of the probe's tag in the sub-account's list of tags.
QString probeTag(const ProbeReply &tags)
{
    const QJsonArray list = tags.list(u"tags"_s);
    for (const QJsonValue &each : list) {
        const QString name = each.toObject().value(u"name"_s).toString().trimmed();
        if (name.compare(u"twinbook probe"_s, Qt::CaseInsensitive) == 0)
            return each.toObject().value(u"id"_s).toString();
    }
    return {};
}

//! A tag outlives its contact in the list of tags and is taken out of it.
Step tagsBecomeLowerCase(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        const QStringList list {u"locations"_s, at.account, u"tags"_s};
        if (at.step() == 1)
            return getContact(id);
        if (at.step() == 2)
            return readRequest(list, {}, u"locations/tags.readonly"_s);
        const QString tag = probeTag(at.answers[2]);
        if (at.step() == 3 && !tag.isEmpty())
            return writeRequest(RawMethod::Delete, QStringList(list) << tag, {},
                                u"locations/tags.write"_s);
        const QJsonArray tags = contactIn(at.answers[1]).value(u"tags"_s).toArray();
        Verdict verdict = either(tags == QJsonArray {u"twinbook probe"_s},
                                 tags.first().toString().trimmed() == u"Twinbook Probe"_s);
        if (!at.last().isGood())
            verdict.reason += u"The tag \"twinbook probe\" may still be in the list of tags."_s;
        return verdict;
    };
    return onContact(scene, {{u"tags"_s, QJsonArray {u" Twinbook Probe "_s}}}, rest);
}

Step unknownPropertyIsRefused(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return putContact(id, {{u"twinbookProbe"_s, 1}, {u"city"_s, u"Hull"_s}});
        return either(at.last().status == 422 && at.last().complainsOf(u"twinbookProbe"_s),
                      at.last().status == 200);
    };
    return onContact(scene, {}, rest);
}

Step companyNameIsNotUpdatable(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return putContact(id, {{u"companyName"_s, u"Twinbook Probe"_s}});
        return either(at.last().status == 422,
                      contactIn(at.last()).value(u"companyName"_s) == u"Twinbook Probe"_s);
    };
    return onContact(scene, {}, rest);
}

Step phoneBecomesE164(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return getContact(id);
        const QString kept = contactIn(at.last()).value(u"phone"_s).toString();
        return either(kept == QString(phone(at)).remove(u' '), kept == phone(at));
    };
    return onContact(scene, {{u"phone"_s, phone(scene)}}, rest);
}

Step highLevelNullClears(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return putContact(id, {{u"city"_s, QJsonValue::Null}});
        if (at.step() == 2)
            return getContact(id);
        if (!at.last().isGood())
            return unknown(u"The contact could not be read."_s);
        const QString city = contactIn(at.last()).value(u"city"_s).toString();
        return either(at.answers[1].isGood() && city.isEmpty(), city == "Hull"_L1);
    };
    return onContact(scene, {{u"city"_s, u"Hull"_s}}, rest);
}

Step successFlagIsMisspelt(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return writeRequest(RawMethod::Delete, {u"contacts"_s, id}, {}, u"contacts.write"_s);
        return either(at.last().json.contains(u"succeded"_s),
                      at.last().json.contains(u"succeeded"_s));
    };
    return onContact(scene, {}, rest);
}

//! Under both names, so that a refused name is not taken for a refused field.
Step unknownCustomFieldIsDropped(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        const QString nobodys = u"TwinbookProbe0000000"_s;
        if (at.step() == 1)
            return putContact(id, fieldWrite(nobodys, u"field_value"_s, u"7"_s));
        if (at.step() == 2 && !at.last().isGood())
            return putContact(id, fieldWrite(nobodys, u"value"_s, u"7"_s));
        const int status = at.last().status;
        return either(status == 200, status == 400 || status == 422);
    };
    return onContact(scene, {}, rest);
}

//! Makes a drop-down with two options, reads it and takes it away again.
Step dropDownOptionsAreDropped(const ProbeScene &scene)
{
    const QStringList fields {u"locations"_s, scene.account, u"customFields"_s};
    const auto option = [](const QString &label) {
        return QJsonObject {{u"label"_s, label}, {u"prefillValue"_s, QString()}};
    };
    if (scene.step() == 0)
        return writeRequest(
            RawMethod::Post, fields,
            {{u"name"_s, QString(u"Twinbook Probe "_s + scene.mark)},
             {u"dataType"_s, u"SINGLE_OPTIONS"_s},
             {u"model"_s, u"contact"_s},
             {u"textBoxListOptions"_s, QJsonArray {option(u"One"_s), option(u"Two"_s)}}},
            u"locations/customFields.write"_s);
    const QString id = scene.answers.front().object(u"customField"_s).value(u"id"_s).toString();
    if (id.isEmpty())
        return unknown(u"The field for the experiment could not be made."_s);
    if (scene.step() == 1)
        return readRequest(QStringList(fields) << id, {}, u"locations/customFields.readonly"_s);
    const QJsonObject field = scene.last().object(u"customField"_s);
    const qsizetype kept = field.value(u"picklistOptions"_s).toArray().size();
    return either(!field.isEmpty() && kept == 0, kept == 2);
}

RawRequest tasksOf(RawMethod method, const QStringList &path, const QJsonObject &body)
{
    return writeRequest(method, QStringList {u"contacts"_s} + path, body, u"contacts.write"_s);
}

QJsonObject task(const QString &due)
{
    return {{u"title"_s, u"Twinbook Probe"_s}, {u"dueDate"_s, due}, {u"completed"_s, false}};
}

Step taskUpdateNeedsTitleAndDue(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return tasksOf(RawMethod::Post, {id, u"tasks"_s}, task(u"2030-01-02T10:00:00Z"_s));
        const QString made = at.answers[1].object(u"task"_s).value(u"id"_s).toString();
        if (made.isEmpty())
            return unknown(u"The task for the experiment could not be made."_s);
        if (at.step() == 2)
            return tasksOf(RawMethod::Put, {id, u"tasks"_s, made}, {{u"body"_s, u"x"_s}});
        const int status = at.last().status;
        return either(status == 422 || status == 400, status == 200);
    };
    return onContact(scene, {}, rest);
}

Step taskDueRefusesMilliseconds(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return tasksOf(RawMethod::Post, {id, u"tasks"_s}, task(u"2030-01-02T10:00:00.000Z"_s));
        const int status = at.last().status;
        return either(status == 422 || status == 400, at.last().isGood());
    };
    return onContact(scene, {}, rest);
}

//! Of two reads with one write between them, the second tells whether the write was counted too.
Step burstAllowanceIsShared(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 2)
            return putContact(id, {{u"city"_s, u"Hull"_s}});
        if (at.step() < 4)
            return getContact(id);
        const QString left = u"X-RateLimit-Remaining"_s;
        bool isTold = false;
        const int before = at.answers[1].header(left).toInt(&isTold);
        const int used = isTold ? before - at.answers[3].header(left).toInt() : 0;
        return either(used == 2, used == 1);
    };
    return onContact(scene, {}, rest);
}

} // namespace

std::vector<Experiment> highLevelChanges()
{
    constexpr auto writes = RawEffect::Writes;
    return {
        {Quirk::TagsBecomeLowerCase, writes, tagsBecomeLowerCase},
        {Quirk::UnknownPropertyIsRefused, writes, unknownPropertyIsRefused},
        {Quirk::CompanyNameIsNotUpdatable, writes, companyNameIsNotUpdatable},
        {Quirk::PhoneBecomesE164, writes, phoneBecomesE164},
        {Quirk::HighLevelNullClears, writes, highLevelNullClears},
        {Quirk::SuccessFlagIsMisspelt, writes, successFlagIsMisspelt},
        {Quirk::UnknownCustomFieldIsDropped, writes, unknownCustomFieldIsDropped},
        {Quirk::DropDownOptionsAreDropped, writes, dropDownOptionsAreDropped},
        {Quirk::TaskUpdateNeedsTitleAndDue, writes, taskUpdateNeedsTitleAndDue},
        {Quirk::TaskDueRefusesMilliseconds, writes, taskDueRefusesMilliseconds},
        {Quirk::BurstAllowanceIsShared, writes, burstAllowanceIsShared},
    };
}

} // namespace twinbook
