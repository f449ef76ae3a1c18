// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/statusboard.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

//! What one member or company has.
struct StatusBoard::Owned
{
    bool active = false; //!< a membership that runs
    bool pending = false; //!< one that begins later
    bool unapproved = false;
    bool oneOff = false; //!< bought once, as day passes are
    bool ended = false;
    bool opportunity = false; //!< an open one
    void add(const Owned &more)
    {
        active |= more.active;
        pending |= more.pending;
        unapproved |= more.unapproved;
        oneOff |= more.oneOff;
        ended |= more.ended;
        opportunity |= more.opportunity;
    }
};

namespace {

//! Won and lost: nothing is expected of these any more.
bool isClosed(const State &state, const QJsonObject &opportunity)
{
    const QJsonObject *stage
        = state.opportunityStatuses.find(opportunity.value(u"status"_s).toString());
    if (!stage)
        return false;
    const double probability = stage->value(u"probability"_s).toDouble();
    return probability <= 0 || probability >= 100;
}

} // namespace

QString calculatedStatus(const QJsonObject &membership, const QString &now)
{
    if (membership.value(u"status"_s) == u"not_approved"_s)
        return u"not_approved"_s;
    if (membership.value(u"startDate"_s).toString() > now)
        return u"not_started"_s;
    const QString end = membership.value(u"endDate"_s).toString();
    return end.isEmpty() || end > now ? u"active"_s : u"expired"_s;
}

StatusBoard::Owned StatusBoard::ownedBy(const QString &key) const
{
    Owned owned;
    const QString now = isoStamp(m_state.stamps.now());
    const QStringList memberships = m_state.memberships.idsWithKey(key);
    for (const QString &id : memberships) {
        const QJsonObject &membership = *m_state.memberships.find(id);
        const QString status = calculatedStatus(membership, now);
        const bool once = membership.value(u"intervalLength"_s) == u"once"_s;
        owned.oneOff |= once && status != "not_approved"_L1;
        owned.active |= !once && status == "active"_L1;
        owned.pending |= !once && status == "not_started"_L1;
        owned.ended |= !once && status == "expired"_L1;
        owned.unapproved |= status == "not_approved"_L1;
    }
    const QStringList opportunities = m_state.opportunities.idsWithKey(key);
    for (const QString &id : opportunities)
        owned.opportunity |= !isClosed(m_state, *m_state.opportunities.find(id));
    return owned;
}

QString StatusBoard::verdict(const Owned &owned, const QString &nothing) const
{
    if (owned.active)
        return u"active"_s;
    if (owned.pending)
        return u"pending"_s;
    if (owned.unapproved)
        return u"not_approved"_s;
    if (owned.opportunity)
        return u"lead"_s;
    if (owned.oneOff)
        return u"drop-in"_s;
    return owned.ended ? u"former"_s : nothing;
}

QString StatusBoard::memberStatus(const QJsonObject &member) const
{
    const QString id = member.value(u"_id"_s).toString();
    const QString manual = m_state.manualStatus.value(id);
    if (!manual.isEmpty())
        return manual;
    Owned owned = ownedBy(u"member:"_s + id);
    const QString company = member.value(u"company"_s).toString();
    if (!company.isEmpty())
        owned.add(ownedBy(u"company:"_s + company));
    return verdict(owned, u"contact"_s);
}

QString StatusBoard::companyStatus(const QString &companyId) const
{
    return verdict(ownedBy(u"company:"_s + companyId), u"inactive"_s);
}

void StatusBoard::touched(const QString &memberId, const QString &companyId)
{
    if (!m_state.holds(Quirk::StatusIsComputed))
        return;
    if (!memberId.isEmpty())
        showMember(memberId);
    if (companyId.isEmpty())
        return;
    showCompany(companyId);
    const QStringList colleagues = m_state.members.idsWithKey(u"company:"_s + companyId);
    for (const QString &id : colleagues)
        showMember(id);
}

void StatusBoard::computeAll()
{
    if (!m_state.holds(Quirk::StatusIsComputed))
        return;
    QStringList members;
    for (const auto &[id, member] : m_state.members.all())
        members.append(id);
    for (const QString &id : std::as_const(members))
        showMember(id);
    QStringList companies;
    for (const auto &[id, company] : m_state.companies.all())
        companies.append(id);
    for (const QString &id : std::as_const(companies))
        showCompany(id);
}

void StatusBoard::passTime()
{
    const QString now = isoStamp(m_state.stamps.now());
    const bool turned = !m_nextTurn.isEmpty() && m_nextTurn <= now;
    if (turned)
        computeAll();
    if (!turned && m_revision == m_state.memberships.revision())
        return;
    m_revision = m_state.memberships.revision();
    m_nextTurn.clear();
    for (const auto &[id, membership] : m_state.memberships.all()) {
        for (const QString &edge : {u"startDate"_s, u"endDate"_s}) {
            const QString moment = membership.value(edge).toString();
            if (moment > now && (m_nextTurn.isEmpty() || moment < m_nextTurn))
                m_nextTurn = moment;
        }
    }
}

void StatusBoard::showMember(const QString &id)
{
    const QJsonObject *member = m_state.members.find(id);
    if (!member)
        return;
    const QString status = memberStatus(*member);
    if (member->value(u"status"_s) == status)
        return;
    QJsonObject changed = *member;
    changed.insert(u"status"_s, status);
    m_state.members.put(changed);
}

void StatusBoard::showCompany(const QString &id)
{
    const QJsonObject *company = m_state.companies.find(id);
    if (!company)
        return;
    const QString status = companyStatus(id);
    if (company->value(u"status"_s) == status)
        return;
    QJsonObject changed = *company;
    changed.insert(u"status"_s, status);
    m_state.companies.put(changed);
}

} // namespace twinbook::sandbox::officernd
