// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/members.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

const FieldRules &updateRules()
{
    static const FieldRules rules = [] {
        FieldRules list = sharedObjectRules();
        list.append({.name = u"name"_s});
        list.append({.name = u"email"_s, .null = Null::Allowed});
        list.append({.name = u"phone"_s, .null = Null::Allowed});
        list.append({.name = u"startDate"_s, .kind = Kind::Moment});
        list.append({.name = u"isBillingPerson"_s, .kind = Kind::Boolean});
        list.append({.name = u"isContactPerson"_s, .kind = Kind::Boolean});
        list.append({.name = u"tags"_s, .kind = Kind::TextList});
        FieldRules profiles;
        for (const QString &name : {u"linkedin"_s, u"twitter"_s, u"instagram"_s, u"facebook"_s})
            profiles.append({.name = name, .null = Null::Allowed});
        list.append({.name = u"socialProfiles"_s, .kind = Kind::Object, .members = profiles});
        return list;
    }();
    return rules;
}

const FieldRules &createRules()
{
    static const FieldRules rules = [] {
        FieldRules list = updateRules();
        list.append({.name = u"description"_s, .null = Null::Allowed});
        list.append({.name = u"location"_s});
        list.append({.name = u"company"_s, .null = Null::Allowed});
        return list;
    }();
    return rules;
}

ListRules listRules()
{
    return {
        .equality = {u"_id"_s, u"name"_s, u"email"_s, u"location"_s, u"company"_s, u"status"_s},
        .sets = {u"_id"_s, u"location"_s, u"company"_s, u"status"_s},
        .ranges = {u"createdAt"_s, u"modifiedAt"_s},
        .sortable
        = {u"name"_s, u"email"_s, u"location"_s, u"company"_s, u"status"_s, u"modifiedAt"_s},
        .properties = ListRules::CustomProperties::Filterable,
    };
}

tl::unexpected<ServiceFailure> missing(const QString &id)
{
    return refused(404, u"Item with Id (%1) was not found"_s.arg(id));
}

} // namespace

Members::Members(State &state)
    : m_state(state)
    , m_listing(state.members, listRules())
{ }

Served<QJsonObject> Members::get(const QString &id) const
{
    const QJsonObject *member = m_state.members.find(id);
    if (!member)
        return missing(id);
    return *member;
}

Served<QJsonObject> Members::create(const QJsonObject &body)
{
    const auto good = checked(body, createRules(), {u"name"_s, u"location"_s, u"startDate"_s});
    if (!good)
        return good;
    const QString now = m_state.stamps.next();
    QJsonObject member = merged({}, *good);
    member.insert(u"_id"_s, m_state.ids.next());
    // Neither membership nor opportunity: the platform calls such a person a contact (2.1).
    member.insert(u"status"_s, u"contact"_s);
    for (const QString &flag : {u"isBillingPerson"_s, u"isContactPerson"_s}) {
        if (!member.contains(flag))
            member.insert(flag, false);
    }
    if (!member.contains(u"tags"_s))
        member.insert(u"tags"_s, QJsonArray());
    member.insert(u"createdAt"_s, now);
    member.insert(u"modifiedAt"_s, now);
    m_state.members.put(member);
    return member;
}

Served<QJsonObject> Members::update(const QString &id, const QJsonObject &body)
{
    const auto before = get(id);
    if (!before)
        return before;
    const auto good = checked(body, updateRules(), {});
    if (!good)
        return good;
    return store(*before, merged(*before, *good));
}

Served<QJsonObject> Members::moveToCompany(const QString &id, const QJsonObject &body)
{
    const auto before = get(id);
    if (!before)
        return before;
    const auto good = checked(body, {{.name = u"company"_s, .null = Null::Allowed}}, {});
    if (!good)
        return good;
    return store(*before, merged(*before, *good));
}

Served<> Members::setStatus(const QString &id, const QJsonObject &body)
{
    const auto before = get(id);
    if (!before)
        return tl::unexpected(before.error());
    const QStringList problems = bodyViolations(
        body, {{.name = u"status"_s, .options = {u"former"_s, u"contact"_s, u"auto"_s}}},
        {u"status"_s});
    if (!problems.isEmpty())
        return refused(400, problems);
    QJsonObject after = *before;
    const QString status = body.value(u"status"_s).toString();
    // Nothing here has memberships, so the computed status is always the same.
    after.insert(u"status"_s, status == "auto"_L1 ? u"contact"_s : status);
    (void)store(*before, after);
    return {};
}

Served<> Members::setPortalAccess(const QString &id, const QJsonObject &body) const
{
    if (!m_state.members.contains(id))
        return missing(id);
    const QStringList problems
        = bodyViolations(body,
                         {{.name = u"isPortalAccessEnabled"_s, .kind = Kind::Boolean},
                          {.name = u"shouldSendInvitation"_s, .kind = Kind::Boolean}},
                         {u"isPortalAccessEnabled"_s});
    if (!problems.isEmpty())
        return refused(400, problems);
    return {};
}

Served<QJsonObject> Members::remove(const QString &id)
{
    const auto member = get(id);
    if (member)
        m_state.members.remove(id);
    return member;
}

Served<QJsonObject> Members::checked(const QJsonObject &body, const FieldRules &rules,
                                     const QStringList &required) const
{
    const QStringList problems = bodyViolations(body, rules, required);
    if (!problems.isEmpty())
        return refused(400, problems);
    if (const auto name = checkName(body); !name)
        return tl::unexpected(name.error());
    if (const auto site = checkReference(body, u"location"_s, m_state.locations, u"office"_s);
        !site)
        return tl::unexpected(site.error());
    if (const auto company = checkReference(body, u"company"_s, m_state.companies, u"team"_s);
        !company)
        return tl::unexpected(company.error());
    auto good = checkedProperties(body, m_state);
    if (good && good->contains(u"startDate"_s))
        good->insert(u"startDate"_s, storedMoment(good->value(u"startDate"_s).toString()));
    return good;
}

QJsonObject Members::store(const QJsonObject &before, QJsonObject after)
{
    if (after == before)
        return before;
    after.insert(u"modifiedAt"_s, m_state.stamps.next());
    m_state.members.put(after);
    return after;
}

} // namespace twinbook::sandbox::officernd
