// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"
#include "probe/highlevelrequests.h"

using namespace Qt::StringLiterals;

namespace twinbook {

using namespace highlevelprobe;

namespace {

Step duplicateIsRefused(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return createContact(at, {{u"email"_s, address(at)}});
        const ProbeReply &second = at.last();
        return either(second.status == 400
                          && second.object(u"meta"_s).value(u"contactId"_s).toString() == id,
                      second.isGood());
    };
    return onContact(scene, {{u"email"_s, address(scene)}}, rest);
}

//! One contact has the e-mail, another the phone, and the upsert names both.
Step upsertDropsIdentifier(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return createContact(at, {{u"phone"_s, phone(at)}});
        const QString other = contactId(at.answers[1]);
        if (other.isEmpty())
            return unknown(u"The contact for the experiment could not be made."_s);
        if (at.step() == 2)
            return writeRequest(
                RawMethod::Post, {u"contacts"_s, u"upsert"_s},
                {{u"locationId"_s, at.account}, {u"email"_s, address(at)}, {u"phone"_s, phone(at)}},
                u"contacts.write"_s);
        if (at.step() == 3)
            return getContact(id);
        if (at.step() == 4)
            return getContact(other);
        const QJsonObject first = contactIn(at.answers[3]);
        const QJsonObject second = contactIn(at.answers[4]);
        if (first.isEmpty() || second.isEmpty())
            return unknown(u"The contacts could not be read."_s);
        const auto has = [](const QJsonObject &contact, const QString &member) {
            return !contact.value(member).toString().isEmpty();
        };
        const bool apart = has(first, u"email"_s) && !has(first, u"phone"_s)
            && has(second, u"phone"_s) && !has(second, u"email"_s);
        const bool shared = (has(first, u"phone"_s) && has(second, u"phone"_s))
            || (has(first, u"email"_s) && has(second, u"email"_s));
        if (shared)
            return unknown(u"The account lets two contacts have the same identifier."_s);
        const ProbeReply &upsert = at.answers[2];
        return either(upsert.isGood() && apart,
                      (upsert.isGood() && !apart) || upsert.status == 400);
    };
    return onContact(scene, {{u"email"_s, address(scene)}}, rest);
}

//! Finding the contact at once proves nothing: the search may have been quick this time.
Step searchIndexLags(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &) -> Step {
        if (at.step() == 1) {
            const QJsonObject filter {
                {u"field"_s, u"email"_s}, {u"operator"_s, u"eq"_s}, {u"value"_s, address(at)}};
            return searchContacts(at, {{u"pageLimit"_s, 5}, {u"filters"_s, QJsonArray {filter}}});
        }
        const QJsonValue total = at.last().json.value(u"total"_s);
        if (at.last().isGood() && total == 0)
            return Verdict {QuirkState::Confirmed};
        return unknown(u"The search was up to date this time."_s);
    };
    return onContact(scene, {{u"email"_s, address(scene)}}, rest);
}

// Custom fields of the account, of which the contact for the experiment gets values.

Step customFieldShapesDiffer(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return listCustomFields(at);
        const QStringList fields = textFields(at.answers[1]);
        if (fields.isEmpty())
            return unknown(u"The account has no custom field for text."_s);
        const QString &field = fields.constFirst();
        if (at.step() == 2)
            return putContact(id, fieldWrite(field, u"field_value"_s, u"7"_s));
        if (at.step() == 3)
            return getContact(id);
        if (!at.last().isGood())
            return unknown(u"The contact could not be read."_s);
        const bool isKept = fieldValue(contactIn(at.last()), field) == u"7"_s;
        return either(at.answers[2].isGood() && isKept, at.answers[2].status == 422 && !isKept);
    };
    return onContact(scene, {}, rest);
}

Step customFieldsMerge(const ProbeScene &scene)
{
    const auto rest = [](const ProbeScene &at, const QString &id) -> Step {
        if (at.step() == 1)
            return listCustomFields(at);
        const QStringList fields = textFields(at.answers[1]);
        if (fields.size() < 2)
            return unknown(u"The account has fewer than two custom fields for text."_s);
        // Under both names, so that the answer does not depend on which of them is the right one.
        const auto write = [&fields](qsizetype which, const QString &member) {
            return fieldWrite(fields.at(which), member, u"7"_s);
        };
        switch (at.step()) {
        case 2:
            return putContact(id, write(0, u"field_value"_s));
        case 3:
            return at.last().isGood() ? putContact(id, write(1, u"field_value"_s))
                                      : putContact(id, write(0, u"value"_s));
        case 4:
            return at.answers[2].isGood() ? getContact(id) : putContact(id, write(1, u"value"_s));
        case 5:
            if (!at.answers[2].isGood())
                return getContact(id);
            break;
        default:
            break;
        }
        const QJsonObject contact = contactIn(at.last());
        const bool hasFirst = fieldValue(contact, fields.at(0)) == u"7"_s;
        const bool hasSecond = fieldValue(contact, fields.at(1)) == u"7"_s;
        return either(hasFirst && hasSecond, !hasFirst && hasSecond);
    };
    return onContact(scene, {}, rest);
}

Step businessReplyIsMisspelt(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return writeRequest(RawMethod::Post, {u"businesses"_s, QString()},
                            {{u"name"_s, QString(u"Twinbook Probe "_s + scene.mark)},
                             {u"locationId"_s, scene.account}},
                            u"businesses.write"_s);
    return either(scene.last().json.contains(u"buiseness"_s),
                  scene.last().json.contains(u"business"_s));
}

} // namespace

std::vector<Experiment> highLevelSteps()
{
    constexpr auto writes = RawEffect::Writes;
    return {
        {Quirk::DuplicateIsRefused, writes, duplicateIsRefused},
        {Quirk::UpsertDropsIdentifier, writes, upsertDropsIdentifier},
        {Quirk::SearchIndexLags, writes, searchIndexLags},
        {Quirk::CustomFieldShapesDiffer, writes, customFieldShapesDiffer},
        {Quirk::CustomFieldsMerge, writes, customFieldsMerge},
        {Quirk::BusinessReplyIsMisspelt, writes, businessReplyIsMisspelt},
    };
}

} // namespace twinbook
