// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contacts.h"

#include "sandbox/highlevel/contactshape.h"
#include "sandbox/highlevel/events.h"
#include "sandbox/highlevel/operation.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

QStringList textsOf(const QJsonObject &contact, const QString &member)
{
    return contact.value(member).toVariant().toStringList();
}

Contacts::ListChange added(const QStringList &before, const QStringList &more)
{
    Contacts::ListChange change {before, {}};
    for (const QString &text : more) {
        if (!change.all.contains(text)) {
            change.all.append(text);
            change.changed.append(text);
        }
    }
    return change;
}

Contacts::ListChange removed(const QStringList &before, const QStringList &fewer)
{
    Contacts::ListChange change {before, {}};
    for (const QString &text : fewer) {
        if (change.all.removeAll(text) > 0)
            change.changed.append(text);
    }
    return change;
}

} // namespace

Served<QJsonObject> Contacts::get(const QString &id) const
{
    const QJsonObject *contact = m_state.contacts.find(m_state.mergedInto.value(id, id));
    if (!contact)
        return unknownId(u"Contact"_s, id);
    return *contact;
}

Served<QJsonObject> Contacts::create(const QJsonObject &body)
{
    const auto good = acceptedContactBody(body, ContactWrite::Create, m_state);
    if (!good)
        return good;
    const QJsonObject blank {{u"locationId"_s, m_state.locationId},
                             {u"type"_s, u"lead"_s},
                             {u"dnd"_s, false},
                             {u"tags"_s, QJsonArray()},
                             {u"customFields"_s, QJsonArray()},
                             {u"additionalEmails"_s, QJsonArray()}};
    QJsonObject contact = written(blank, *good, m_state);
    if (const auto unique = checkUnique(contact); !unique)
        return tl::unexpected(unique.error());
    contact.insert(u"id"_s, m_state.ids.next());
    return store({}, contact);
}

Served<QJsonObject> Contacts::update(const QString &id, const QJsonObject &body, ContactWrite kind)
{
    const auto before = get(id);
    if (!before)
        return before;
    const auto good = acceptedContactBody(body, kind, m_state);
    if (!good)
        return good;
    const QJsonObject after = written(*before, *good, m_state);
    // Only what changes is checked: accounts hold duplicates from before the rule.
    QJsonObject changed {{u"id"_s, before->value(u"id"_s)}};
    for (const QString &name : {u"email"_s, u"phone"_s}) {
        if (after.value(name) != before->value(name))
            changed.insert(name, after.value(name));
    }
    if (const auto unique = checkUnique(changed); !unique)
        return tl::unexpected(unique.error());
    return store(*before, after);
}

Served<> Contacts::remove(const QString &id)
{
    const auto contact = get(id);
    if (!contact)
        return tl::unexpected(contact.error());
    (void)m_state.removeContact(contact->value(u"id"_s).toString());
    m_state.tell(u"ContactDelete"_s, contactEvent(*contact));
    return {};
}

Served<Contacts::Upserted> Contacts::upsert(const QJsonObject &body)
{
    const auto good = acceptedContactBody(body, ContactWrite::Upsert, m_state);
    if (!good)
        return tl::unexpected(good.error());
    QJsonObject fields = *good;
    const bool wantsNew = fields.take(u"createNewIfDuplicateAllowed"_s).toBool()
        && !m_state.quirks.holds(Quirk::DuplicateIsRefused);
    const QJsonObject sent = written({}, fields, m_state);
    const QJsonObject existing = wantsNew
        ? QJsonObject()
        : duplicateOf(sent.value(u"email"_s).toString(), sent.value(u"phone"_s).toString());
    if (existing.isEmpty()) {
        const auto created = create(fields);
        if (!created)
            return tl::unexpected(created.error());
        return Upserted {*created, Upserted::How::Created};
    }
    QJsonObject after = written(existing, fields, m_state);
    for (const QString &name : {u"email"_s, u"phone"_s}) {
        const QJsonObject probe {{u"id"_s, existing.value(u"id"_s)}, {name, after.value(name)}};
        const auto unique = checkUnique(probe);
        if (!unique && !m_state.quirks.holds(Quirk::UpsertDropsIdentifier))
            return tl::unexpected(unique.error());
        if (!unique)
            after.insert(name, existing.value(name));
        if (after.value(name).isUndefined() || after.value(name).isNull())
            after.remove(name);
    }
    return Upserted {store(existing, withDerivedMembers(after)), Upserted::How::Updated};
}

QJsonObject Contacts::duplicateOf(const QString &email, const QString &number) const
{
    QStringList found;
    if (!email.trimmed().isEmpty())
        found = m_state.contacts.idsWithKey(emailKeyOf(email));
    if (found.isEmpty() && !number.isEmpty())
        found = m_state.contacts.idsWithKey(phoneKeyOf(number));
    return found.isEmpty() ? QJsonObject() : *m_state.contacts.find(found.constFirst());
}

Served<> Contacts::merge(const QString &keptId, const QString &goneId)
{
    const auto kept = get(keptId);
    const auto gone = get(goneId);
    if (!kept || !gone || kept->value(u"id"_s) == gone->value(u"id"_s))
        return kept && gone ? refused(400, u"A contact cannot be merged with itself"_s)
                            : unknownId(u"Contact"_s, kept ? goneId : keptId);
    const QString keptNow = kept->value(u"id"_s).toString();
    const QString goneNow = gone->value(u"id"_s).toString();
    QJsonObject contact = *kept;
    for (auto member = gone->begin(); member != gone->end(); ++member) {
        if (!contact.contains(member.key()))
            contact.insert(member.key(), member.value());
    }
    const QStringList tags = added(textsOf(*kept, u"tags"_s), textsOf(*gone, u"tags"_s)).all;
    contact.insert(u"tags"_s, QJsonArray::fromStringList(tags));
    if (contact.value(u"email"_s) != gone->value(u"email"_s)) {
        QJsonArray others = contact.value(u"additionalEmails"_s).toArray();
        others.append(QJsonObject {{u"email"_s, gone->value(u"email"_s)}});
        contact.insert(u"additionalEmails"_s, others);
    }
    for (RecordTable *table : m_state.belongings()) {
        const QStringList owned = table->idsWithKey(ownerKeyOf(goneNow));
        for (const QString &id : owned) {
            QJsonObject record = *table->find(id);
            record.insert(u"contactId"_s, keptNow);
            table->put(record);
        }
    }
    (void)m_state.removeContact(goneNow);
    if (!m_state.quirks.holds(Quirk::MergedContactVanishes))
        m_state.mergedInto.insert(goneNow, keptNow);
    (void)store(*kept, withDerivedMembers(contact));
    return {};
}

Served<Contacts::ListChange> Contacts::addTags(const QString &id, const QStringList &tags)
{
    return changeList(id, u"tags"_s, m_state.learnedTags(tags), added);
}

Served<Contacts::ListChange> Contacts::removeTags(const QString &id, const QStringList &tags)
{
    return changeList(id, u"tags"_s, m_state.storedTags(tags), removed);
}

Served<Contacts::ListChange> Contacts::addFollowers(const QString &id, const QStringList &users)
{
    return changeList(id, u"followers"_s, users, added);
}

Served<Contacts::ListChange> Contacts::removeFollowers(const QString &id, const QStringList &users)
{
    return changeList(id, u"followers"_s, users, removed);
}

Served<Contacts::ListChange> Contacts::changeList(const QString &id, const QString &member,
                                                  const QStringList &texts, Change change)
{
    const auto before = get(id);
    if (!before)
        return tl::unexpected(before.error());
    const ListChange result = change(textsOf(*before, member), texts);
    QJsonObject after = *before;
    after.insert(member, QJsonArray::fromStringList(result.all));
    (void)store(*before, after);
    return result;
}

Served<> Contacts::linkBusiness(const QString &id, const QString &businessId)
{
    const auto before = get(id);
    if (!before)
        return tl::unexpected(before.error());
    QJsonObject after = *before;
    if (businessId.isEmpty())
        after.remove(u"businessId"_s);
    else
        after.insert(u"businessId"_s, businessId);
    (void)store(*before, after);
    return {};
}

Served<> Contacts::checkUnique(const QJsonObject &contact) const
{
    if (!m_state.quirks.holds(Quirk::DuplicateIsRefused))
        return {};
    const auto refuse = [](const QString &id, const QString &field) {
        return tl::unexpected<ServiceFailure>(
            {.status = 400,
             .message = u"This location does not allow duplicated contacts."_s,
             .meta = {{u"contactId"_s, id}, {u"matchingField"_s, field}}});
    };
    const QString self = contact.value(u"id"_s).toString();
    const QString email = contact.value(u"email"_s).toString();
    const QString phone = contact.value(u"phone"_s).toString();
    const std::pair<QString, QString> keys[] {
        {u"email"_s, email.isEmpty() ? QString() : emailKeyOf(email)},
        {u"phone"_s, phone.isEmpty() ? QString() : phoneKeyOf(phone)}};
    for (const auto &[field, key] : keys) {
        if (key.isEmpty())
            continue;
        QStringList owners = m_state.contacts.idsWithKey(key);
        owners.removeAll(self);
        if (!owners.isEmpty())
            return refuse(owners.constFirst(), field);
    }
    return {};
}

//! dateUpdated moves with every write, also one that changes nothing: whether it does is not known
//! (highlevel.md 8 item 12), and a client that copes with this copes with less.
QJsonObject Contacts::store(const QJsonObject &before, QJsonObject contact)
{
    const QString now = m_state.stamps.next();
    if (!contact.contains(u"dateAdded"_s))
        contact.insert(u"dateAdded"_s, now);
    contact.insert(u"dateUpdated"_s, now);
    m_state.storeContact(contact);
    tellChanges(before, contact);
    return contact;
}

void Contacts::tellChanges(const QJsonObject &before, const QJsonObject &after) const
{
    if (before.isEmpty()) {
        m_state.tell(u"ContactCreate"_s, contactEvent(after));
        return;
    }
    const auto differ
        = [&](const QString &member) { return before.value(member) != after.value(member); };
    if (differ(u"tags"_s))
        m_state.tell(u"ContactTagUpdate"_s, contactEvent(after));
    if (differ(u"dnd"_s) || differ(u"dndSettings"_s))
        m_state.tell(u"ContactDndUpdate"_s, contactDndEvent(after));
    if (contactEventWithoutTags(before) != contactEventWithoutTags(after))
        m_state.tell(u"ContactUpdate"_s, contactEvent(after));
}

} // namespace twinbook::sandbox::highlevel
