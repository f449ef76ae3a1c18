// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/companies.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

const FieldRules &writeRules()
{
    static const FieldRules rules = [] {
        FieldRules list = sharedObjectRules();
        list.append({.name = u"name"_s});
        list.append({.name = u"location"_s});
        list.append({.name = u"startDate"_s, .kind = Kind::Moment});
        for (const QString &name : {u"email"_s, u"description"_s, u"image"_s, u"url"_s})
            list.append({.name = name, .null = Null::Allowed});
        list.append({.name = u"hasActiveMembersAllowance"_s, .kind = Kind::Boolean});
        list.append({.name = u"activeMembersAllowanceLimit"_s, .kind = Kind::Number});
        return list;
    }();
    return rules;
}

ListRules listRules()
{
    return {
        .equality = {u"_id"_s, u"name"_s, u"location"_s, u"status"_s},
        .sets = {u"_id"_s, u"location"_s, u"status"_s},
        .ranges = {u"createdAt"_s, u"modifiedAt"_s},
        .sortable = {u"name"_s, u"email"_s, u"startDate"_s},
        .properties = ListRules::CustomProperties::Filterable,
    };
}

} // namespace

Companies::Companies(State &state)
    : m_state(state)
    , m_listing(state.companies, listRules())
{ }

Served<QJsonObject> Companies::get(const QString &id) const
{
    const QJsonObject *company = m_state.companies.find(id);
    if (!company)
        return refused(404, u"Item with Id (%1) was not found"_s.arg(id));
    return *company;
}

Served<QJsonObject> Companies::create(const QJsonObject &body)
{
    const auto good = checked(body, {u"name"_s});
    if (!good)
        return good;
    const QString now = m_state.stamps.next();
    QJsonObject company = merged({}, *good);
    company.insert(u"_id"_s, m_state.ids.next());
    company.insert(u"status"_s, u"inactive"_s);
    if (!company.contains(u"location"_s))
        company.insert(u"location"_s, m_state.firstLocation());
    company.insert(u"createdAt"_s, now);
    company.insert(u"modifiedAt"_s, now);
    m_state.companies.put(company);
    return company;
}

Served<QJsonObject> Companies::update(const QString &id, const QJsonObject &body)
{
    const auto before = get(id);
    if (!before)
        return before;
    const auto good = checked(body, {});
    if (!good)
        return good;
    QJsonObject after = merged(*before, *good);
    if (after == *before)
        return before;
    after.insert(u"modifiedAt"_s, m_state.stamps.next());
    m_state.companies.put(after);
    return after;
}

Served<QJsonObject> Companies::remove(const QString &id)
{
    const auto company = get(id);
    if (!company)
        return company;
    for (const auto &[memberId, member] : m_state.members.all()) {
        if (member.value(u"company"_s).toString() == id)
            return refused(500, u"Cannot delete a company that has members"_s);
    }
    m_state.companies.remove(id);
    return company;
}

Served<QJsonObject> Companies::checked(const QJsonObject &body, const QStringList &required) const
{
    const QStringList problems = bodyViolations(body, writeRules(), required);
    if (!problems.isEmpty())
        return refused(400, problems);
    if (const auto name = checkName(body); !name)
        return tl::unexpected(name.error());
    if (const auto site = checkReference(body, u"location"_s, m_state.locations, u"office"_s);
        !site)
        return tl::unexpected(site.error());
    QJsonObject good = body;
    if (good.contains(u"startDate"_s))
        good.insert(u"startDate"_s, storedMoment(good.value(u"startDate"_s).toString()));
    return good;
}

} // namespace twinbook::sandbox::officernd
