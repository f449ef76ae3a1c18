// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/memberships.h"

#include "sandbox/highlevel/bodycheck.h"
#include "sandbox/highlevel/paging.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Operations Memberships::operations()
{
    const QString writing = u"contacts.write"_s;
    const auto followers = [this](const Call &call) { return changeFollowers(call); };
    const auto leaveAll = [this](const Call &call) { return leaveAllCampaigns(call); };
    const auto in = [this](Kind kind) {
        return [this, kind](const Call &call) { return enrol(call, kind); };
    };
    const auto out = [this](Kind kind) {
        return [this, kind](const Call &call) { return withdraw(call, kind); };
    };
    const auto pick
        = [this](Kind kind) { return [this, kind](const Call &call) { return list(call, kind); }; };
    return {
        {"POST", u"/contacts/*/followers"_s, writing, followers},
        {"DELETE", u"/contacts/*/followers"_s, writing, followers},
        {"POST", u"/contacts/*/campaigns/*"_s, writing, in(Kind::Campaign)},
        {"DELETE", u"/contacts/*/campaigns/*"_s, writing, out(Kind::Campaign)},
        {"DELETE", u"/contacts/*/campaigns/removeAll"_s, writing, leaveAll},
        {.method = "DELETE",
         .path = u"/contacts/*/campaigns/remove-all"_s,
         .scope = writing,
         .act = leaveAll,
         .spoken = Operation::Spoken::Version3Only},
        {"POST", u"/contacts/*/workflow/*"_s, writing, in(Kind::Workflow)},
        {"DELETE", u"/contacts/*/workflow/*"_s, writing, out(Kind::Workflow)},
        {"GET", u"/workflows"_s, u"workflows.readonly"_s, pick(Kind::Workflow)},
        {"GET", u"/campaigns"_s, u"campaigns.readonly"_s, pick(Kind::Campaign)},
    };
}

Served<Outcome> Memberships::changeFollowers(const Call &call)
{
    static const FieldRules rules {{.name = u"followers"_s, .kind = FieldRule::Kind::TextList}};
    const auto body = call.body().and_then([this](const QJsonObject &sent) {
        return acceptedBody(sent, rules, {u"followers"_s}, m_state.quirks);
    });
    if (!body)
        return tl::unexpected(body.error());
    const bool adds = call.request().method == "POST";
    const QStringList users = body->value(u"followers"_s).toVariant().toStringList();
    for (const QString &user : users) {
        if (adds && !m_state.users.contains(user))
            return refused(422, QStringList {u"followers must be users of this location"_s});
    }
    const auto change = adds ? m_contacts.addFollowers(call.id(), users)
                             : m_contacts.removeFollowers(call.id(), users);
    return change.map([adds](const Contacts::ListChange &done) {
        return Outcome {adds ? 201 : 200,
                        {{u"followers"_s, QJsonArray::fromStringList(done.all)},
                         {adds ? u"followersAdded"_s : u"followersRemoved"_s,
                          QJsonArray::fromStringList(done.changed)}}};
    });
}

Served<QString> Memberships::participant(const Call &call, Kind kind) const
{
    const auto contact = m_contacts.get(call.id());
    if (!contact)
        return tl::unexpected(contact.error());
    if (!tableOf(kind).contains(call.id(1)))
        return unknownId(kind == Kind::Workflow ? u"Workflow"_s : u"Campaign"_s, call.id(1));
    return contact->value(u"id"_s).toString();
}

QStringList Memberships::enrolments(const QString &contactId, Kind kind,
                                    const QString &target) const
{
    const QString wanted = kind == Kind::Workflow ? u"workflow"_s : u"campaign"_s;
    QStringList ids;
    for (const QJsonObject &enrolment : recordsOf(m_state.enrolments, ownerKeyOf(contactId))) {
        if (enrolment.value(u"kind"_s) == wanted
            && (target.isEmpty() || enrolment.value(u"targetId"_s) == target))
            ids.append(enrolment.value(u"id"_s).toString());
    }
    return ids;
}

Served<Outcome> Memberships::enrol(const Call &call, Kind kind)
{
    FieldRules rules;
    if (kind == Kind::Workflow)
        rules.append({.name = u"eventStartTime"_s, .kind = FieldRule::Kind::Moment});
    const auto contact = participant(call, kind);
    if (!contact)
        return tl::unexpected(contact.error());
    const auto body = call.body().and_then(
        [&](const QJsonObject &sent) { return acceptedBody(sent, rules, {}, m_state.quirks); });
    if (!body)
        return tl::unexpected(body.error());
    if (enrolments(*contact, kind, call.id(1)).isEmpty()) {
        QJsonObject enrolment = *body;
        enrolment.insert(u"id"_s, m_state.ids.next());
        enrolment.insert(u"contactId"_s, *contact);
        enrolment.insert(u"kind"_s, kind == Kind::Workflow ? u"workflow"_s : u"campaign"_s);
        enrolment.insert(u"targetId"_s, call.id(1));
        m_state.enrolments.put(enrolment);
        if (kind == Kind::Campaign)
            tellCampaign(*contact, call.id(1), u"active"_s);
    }
    const bool made = kind == Kind::Campaign || m_state.quirks.holds(Quirk::WorkflowAnswers201);
    return Outcome {made ? 201 : 200, succeeded(call, m_state.quirks)};
}

Served<Outcome> Memberships::withdraw(const Call &call, Kind kind)
{
    return participant(call, kind).map([&](const QString &contact) {
        const QStringList ended = enrolments(contact, kind, call.id(1));
        for (const QString &id : ended)
            (void)m_state.enrolments.remove(id);
        if (kind == Kind::Campaign && !ended.isEmpty())
            tellCampaign(contact, call.id(1), u"removed"_s);
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<Outcome> Memberships::leaveAllCampaigns(const Call &call)
{
    return m_contacts.get(call.id()).map([&](const QJsonObject &contact) {
        const QString id = contact.value(u"id"_s).toString();
        for (const QString &enrolment : enrolments(id, Kind::Campaign, {}))
            (void)m_state.enrolments.remove(enrolment);
        return Outcome {200, succeeded(call, m_state.quirks)};
    });
}

Served<Outcome> Memberships::list(const Call &call, Kind kind) const
{
    if (const auto place = inLocation(m_state, call.query(u"locationId"_s)); !place)
        return tl::unexpected(place.error());
    const QString status = call.query(u"status"_s);
    QJsonArray shown;
    for (const QJsonObject &record : recordsOf(tableOf(kind))) {
        if (status.isEmpty() || record.value(u"status"_s) == status)
            shown.append(record);
    }
    return Outcome {200, {{kind == Kind::Workflow ? u"workflows"_s : u"campaigns"_s, shown}}};
}

void Memberships::tellCampaign(const QString &contactId, const QString &campaignId,
                               const QString &status) const
{
    m_state.tell(u"CampaignStatusUpdate"_s,
                 {{u"id"_s, campaignId},
                  {u"contactId"_s, contactId},
                  {u"status"_s, status},
                  {u"replied"_s, false},
                  {u"dateAdded"_s, isoStamp(m_state.stamps.now())}});
}

} // namespace twinbook::sandbox::highlevel
