// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/members.h"

#include "sandbox/officernd/writing.h"

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Kind = FieldRule::Kind;
using Null = FieldRule::Null;

FieldRules updateRules()
{
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
}

FieldRules createRules()
{
    FieldRules list = updateRules();
    list.append({.name = u"description"_s, .null = Null::Allowed});
    list.append({.name = u"location"_s});
    list.append({.name = u"company"_s, .null = Null::Allowed});
    return list;
}

CollectionRules memberRules()
{
    return {
        .list = {
            .equality
            = {u"_id"_s, u"name"_s, u"email"_s, u"location"_s, u"company"_s, u"status"_s},
            .sets = {u"_id"_s, u"location"_s, u"company"_s, u"status"_s},
            .ranges = {u"createdAt"_s, u"modifiedAt"_s},
            .sortable
            = {u"name"_s, u"email"_s, u"location"_s, u"company"_s, u"status"_s, u"modifiedAt"_s},
            .indexed = {u"email"_s, u"company"_s},
            .properties = ListRules::CustomProperties::Filterable,
        },
        .create = createRules(),
        .update = updateRules(),
        .required = {u"name"_s, u"location"_s, u"startDate"_s},
        .references = {{u"location"_s, &State::locations, u"office"_s},
                       {u"company"_s, &State::companies, u"team"_s}},
        .propertyTarget = u"member"_s,
        .eventName = u"member"_s,
    };
}

//! What names a member and moves along when two are merged.
constexpr std::array hangingOnMembers {
    &State::opportunities, &State::tickets,        &State::memberships, &State::bookings,
    &State::checkins,      &State::ticketComments, &State::visits,      &State::visitors,
};

} // namespace

Members::Members(State &state, StatusBoard &board)
    : Collection(state, state.members, memberRules())
    , m_board(board)
{ }

void Members::addTo(Routes &routes)
{
    const QString read = u"community.members.read"_s;
    const QString change = u"community.members.update"_s;
    routes.addList(u"members"_s, read, listing());
    routes.addCount(u"members"_s, read, listing(), {u"status"_s, u"company"_s, u"location"_s});
    routes.addObject("GET", u"members/*"_s, read, 200,
                     [this](const Call &call) { return get(call.id); });
    routes.addObject("POST", u"members"_s, u"community.members.create"_s, 201,
                     [this](const Call &call) { return create(call.body); });
    routes.addObject("PUT", u"members/*"_s, change, 200,
                     [this](const Call &call) { return update(call.id, call.body); });
    routes.addObject("PUT", u"members/*/company"_s, change, 200,
                     [this](const Call &call) { return moveToCompany(call.id, call.body); });
    routes.add("PUT", u"members/*/status"_s, change, [this](const Call &call) {
        return setStatus(call.id, call.body).map([] { return HttpReply::empty(204); });
    });
    routes.add(
        "PUT", u"members/*/portal-access"_s, u"community.members.portalAccess.update"_s,
        [this](const Call &call) {
            return setPortalAccess(call.id, call.body).map([] { return HttpReply::empty(204); });
        });
    routes.addObject("DELETE", u"members/*"_s, u"community.members.delete"_s, 200,
                     [this](const Call &call) { return remove(call.id); });
}

Served<QJsonObject> Members::get(const QString &id) const
{
    const QString kept = state().mergedInto.value(id);
    return Collection::get(kept.isEmpty() || state().holds(Quirk::MergedMemberVanishes) ? id
                                                                                        : kept);
}

Served<QJsonObject> Members::create(const QJsonObject &body)
{
    const auto good = checked(body, rules().create, rules().required);
    if (!good)
        return good;
    if (const auto email = checkEmail(*good, QString()); !email)
        return tl::unexpected(email.error());
    QJsonObject member = merged({}, *good, state());
    // Without membership or opportunity, unless the company has one.
    member.insert(u"status"_s, u"contact"_s);
    if (state().holds(Quirk::StatusIsComputed))
        member.insert(u"status"_s, m_board.memberStatus(member));
    for (const QString &flag : {u"isBillingPerson"_s, u"isContactPerson"_s}) {
        if (!member.contains(flag))
            member.insert(flag, false);
    }
    if (!member.contains(u"tags"_s))
        member.insert(u"tags"_s, QJsonArray());
    return add(member);
}

Served<QJsonObject> Members::update(const QString &id, const QJsonObject &body)
{
    if (const auto email = checkEmail(body, id); !email)
        return tl::unexpected(email.error());
    return Collection::update(id, body);
}

Served<QJsonObject> Members::moveToCompany(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    const auto good = checked(body, {{.name = u"company"_s, .null = Null::Allowed}}, {});
    if (!good)
        return good;
    QJsonObject after = merged(*before, *good, state());
    if (state().holds(Quirk::StatusIsComputed))
        after.insert(u"status"_s, m_board.memberStatus(after));
    return store(*before, after);
}

Served<> Members::setStatus(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return tl::unexpected(before.error());
    const auto good = validated(
        body, {{.name = u"status"_s, .options = {u"former"_s, u"contact"_s, u"auto"_s}}},
        {u"status"_s}, state());
    if (!good)
        return tl::unexpected(good.error());
    const QString status = good->value(u"status"_s).toString();
    QJsonObject after = *before;
    if (status == "auto"_L1) {
        state().manualStatus.remove(id);
        after.insert(u"status"_s, m_board.memberStatus(after));
    } else {
        state().manualStatus.insert(id, status);
        after.insert(u"status"_s, status);
    }
    (void)store(*before, after);
    return {};
}

Served<> Members::setPortalAccess(const QString &id, const QJsonObject &body) const
{
    if (const auto member = stored(id); !member)
        return tl::unexpected(member.error());
    const auto good = validated(body,
                                {{.name = u"isPortalAccessEnabled"_s, .kind = Kind::Boolean},
                                 {.name = u"shouldSendInvitation"_s, .kind = Kind::Boolean}},
                                {u"isPortalAccessEnabled"_s}, state());
    if (!good)
        return tl::unexpected(good.error());
    return {};
}

Served<> Members::merge(const QString &kept, const QString &gone)
{
    if (kept == gone)
        return refused(400, u"A member cannot be merged with itself"_s);
    for (const QString &id : {kept, gone}) {
        if (const auto member = stored(id); !member)
            return tl::unexpected(member.error());
    }
    for (RecordTable State::*table : hangingOnMembers) {
        QList<QJsonObject> moved;
        for (const auto &[id, record] : (state().*table).all()) {
            if (record.value(u"member"_s).toString() == gone)
                moved.append(record);
        }
        for (QJsonObject &record : moved) {
            record.insert(u"member"_s, kept);
            (state().*table).put(record);
        }
    }
    (void)remove(gone);
    state().manualStatus.remove(gone);
    state().mergedInto.insert(gone, kept);
    m_board.touched(kept, QString());
    return {};
}

Served<> Members::checkEmail(const QJsonObject &body, const QString &own) const
{
    const QString email = body.value(u"email"_s).toString();
    if (email.isEmpty() || state().holds(Quirk::MemberEmailIsNotUnique))
        return {};
    QStringList others = state().members.idsWithKey(u"email:"_s + email);
    others.removeAll(own);
    if (others.isEmpty())
        return {};
    return refusedByRule(state(), u"Member with the same email already exists"_s);
}

} // namespace twinbook::sandbox::officernd
