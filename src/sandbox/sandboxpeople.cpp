// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandboxprivate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// What a person does in the services' own pages.
namespace twinbook::sandbox {

namespace {

Error refusal(const ServiceFailure &failure)
{
    return {
        .kind = failure.meta.isEmpty() ? ErrorKind::Rejected : ErrorKind::Conflict,
        .message = QCoreApplication::translate(
            "Sandbox", "The practice service did not accept this change. Check the values."),
        .detail = failure.message.isArray()
            ? failure.message.toVariant().toStringList().join(u"; "_s)
            : failure.message.toString(),
        .httpStatus = failure.status,
        .existing = RemoteId(failure.meta.value(u"contactId"_s).toString()),
    };
}

} // namespace

QList<QJsonObject> Sandbox::people(Side side) const
{
    QList<QJsonObject> list;
    for (const auto &[id, document] : m_d->peopleOf(side).all())
        list.append(document);
    return list;
}

QJsonObject Sandbox::person(Side side, const RemoteId &id) const
{
    const QJsonObject *found = m_d->peopleOf(side).find(id.text());
    return found ? *found : QJsonObject();
}

QList<RemoteId> Sandbox::findPeople(Side side, const QString &text) const
{
    QList<RemoteId> found;
    for (const auto &[id, document] : m_d->peopleOf(side).all()) {
        if (document.value(u"name"_s).toString().contains(text, Qt::CaseInsensitive)
            || document.value(u"email"_s).toString().contains(text, Qt::CaseInsensitive))
            found.append(RemoteId(id));
    }
    return found;
}

Result<> Sandbox::editPerson(Side side, const RemoteId &id, const QJsonObject &changes)
{
    m_d->frontOf(side).veil().beforeChange();
    if (side == Side::Right) {
        const auto updated = m_d->rightService.contacts().update(id.text(), changes,
                                                                 highlevel::ContactWrite::Page);
        return updated ? Result<>() : Failure(refusal(updated.error()));
    }
    QJsonObject body = changes;
    const QJsonValue company = body.take(u"company"_s);
    officernd::Members &members = m_d->leftService.members();
    if (const auto updated = members.update(id.text(), body); !updated)
        return Failure(refusal(updated.error()));
    if (company.isUndefined())
        return {};
    const auto moved = members.moveToCompany(id.text(), {{u"company"_s, company}});
    return moved ? Result<>() : Failure(refusal(moved.error()));
}

Result<RemoteId> Sandbox::addPerson(Side side, const QJsonObject &fields)
{
    m_d->frontOf(side).veil().beforeChange();
    QJsonObject body = fields;
    const auto fill = [&body](const QString &name, const QString &value) {
        if (!body.contains(name))
            body.insert(name, value);
    };
    if (side == Side::Left) {
        fill(u"location"_s, m_d->left.firstLocation());
        fill(u"startDate"_s, isoStamp(m_d->left.stamps.now()));
        const auto created = m_d->leftService.members().create(body);
        if (!created)
            return Failure(refusal(created.error()));
        return RemoteId(created->value(u"_id"_s).toString());
    }
    fill(u"locationId"_s, m_d->right.locationId);
    const auto created = m_d->rightService.contacts().create(body);
    if (!created)
        return Failure(refusal(created.error()));
    return RemoteId(created->value(u"id"_s).toString());
}

Result<> Sandbox::removePerson(Side side, const RemoteId &id)
{
    m_d->frontOf(side).veil().beforeChange();
    if (side == Side::Left) {
        if (const auto removed = m_d->leftService.members().remove(id.text()); !removed)
            return Failure(refusal(removed.error()));
    } else if (const auto removed = m_d->rightService.contacts().remove(id.text()); !removed) {
        return Failure(refusal(removed.error()));
    }
    return {};
}

Result<> Sandbox::mergePeople(Side side, const RemoteId &kept, const RemoteId &gone)
{
    m_d->frontOf(side).veil().beforeChange();
    const auto merged = m_d->merge(side, kept.text(), gone.text());
    return merged ? Result<>() : Failure(refusal(merged.error()));
}

RemoteId Sandbox::companyAtOfficernd(const QString &name)
{
    return RemoteId(m_d->left.companyNamed(name, m_d->left.stamps.next()));
}

} // namespace twinbook::sandbox
