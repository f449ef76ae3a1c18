// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/companies.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRules writeRules()
{
    FieldRules list = sharedObjectRules();
    list.append({.name = u"name"_s});
    list.append({.name = u"location"_s});
    list.append({.name = u"startDate"_s, .kind = Kind::Moment});
    for (const QString &name : {u"email"_s, u"description"_s, u"image"_s, u"url"_s})
        list.append({.name = name, .null = Null::Allowed});
    list.append({.name = u"hasActiveMembersAllowance"_s, .kind = Kind::Boolean});
    list.append({.name = u"activeMembersAllowanceLimit"_s, .kind = Kind::Number});
    return list;
}

CollectionRules companyRules()
{
    return {
        .list = {
            .equality = {u"_id"_s, u"name"_s, u"location"_s, u"status"_s},
            .sets = {u"_id"_s, u"location"_s, u"status"_s},
            .ranges = {u"createdAt"_s, u"modifiedAt"_s},
            .sortable = {u"name"_s, u"email"_s, u"startDate"_s},
            .indexed = {u"name"_s},
            .properties = ListRules::CustomProperties::Filterable,
        },
        .create = writeRules(),
        .update = writeRules(),
        .required = {u"name"_s},
        .references = {{u"location"_s, &State::locations, u"office"_s}},
        .propertyTarget = u"team"_s,
        .eventName = u"company"_s,
    };
}

} // namespace

Companies::Companies(State &state)
    : Collection(state, state.companies, companyRules())
{ }

void Companies::addTo(Routes &routes)
{
    const QString read = u"community.companies.read"_s;
    routes.addList(u"companies"_s, read, listing());
    routes.addGet(u"companies"_s, read, *this);
    routes.addObject("POST", u"companies"_s, u"community.companies.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"companies/*"_s, u"community.companies.update"_s, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("DELETE", u"companies/*"_s, u"community.companies.delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
}

Served<QJsonObject> Companies::create(const QJsonObject &body)
{
    return checked(body, writable(), rules().required).map([this](const QJsonObject &good) {
        QJsonObject company = merged({}, good, state());
        company.insert(u"status"_s, u"inactive"_s);
        if (!company.contains(u"location"_s))
            company.insert(u"location"_s, state().firstLocation());
        return add(company);
    });
}

Served<QJsonObject> Companies::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    return checked(body, writable(), {}).map([&](const QJsonObject &good) {
        return store(*before, merged(*before, good, state()));
    });
}

Served<QJsonObject> Companies::remove(const QString &id)
{
    if (!state().members.idsWithKey(u"company:"_s + id).isEmpty())
        return refusedByRule(state(), u"Cannot delete a company that has members"_s);
    return Collection::remove(id);
}

FieldRules Companies::writable() const
{
    FieldRules fields = rules().update;
    if (!state().holds(Quirk::CompanyTagsAreReadOnly))
        fields.append({.name = u"tags"_s, .kind = Kind::TextList});
    return fields;
}

} // namespace twinbook::sandbox::officernd
