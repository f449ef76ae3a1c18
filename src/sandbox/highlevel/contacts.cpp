// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contacts.h"

#include "sandbox/highlevel/contactshape.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Served<QJsonObject> Contacts::get(const QString &id) const
{
    const QJsonObject *contact = m_state.contacts.find(id);
    if (!contact)
        return refused(400, u"Contact with id %1 not found"_s.arg(id));
    return *contact;
}

Served<QJsonObject> Contacts::create(const QJsonObject &body)
{
    if (const auto good = checkContactBody(body, ContactWrite::Create, m_state); !good)
        return tl::unexpected(good.error());
    const QJsonObject blank {{u"locationId"_s, m_state.locationId},
                             {u"type"_s, u"lead"_s},
                             {u"dnd"_s, false},
                             {u"tags"_s, QJsonArray()},
                             {u"customFields"_s, QJsonArray()},
                             {u"additionalEmails"_s, QJsonArray()}};
    QJsonObject contact = written(blank, body, m_state);
    if (const auto unique = checkUnique(contact); !unique)
        return tl::unexpected(unique.error());
    contact.insert(u"id"_s, m_state.ids.next());
    return store(contact);
}

Served<QJsonObject> Contacts::update(const QString &id, const QJsonObject &body, ContactWrite kind)
{
    const auto before = get(id);
    if (!before)
        return before;
    if (const auto good = checkContactBody(body, kind, m_state); !good)
        return tl::unexpected(good.error());
    const QJsonObject after = written(*before, body, m_state);
    // Only what changes is checked: accounts hold duplicates from before the rule.
    QJsonObject changed {{u"id"_s, id}};
    for (const QString &name : {u"email"_s, u"phone"_s}) {
        if (after.value(name) != before->value(name))
            changed.insert(name, after.value(name));
    }
    if (const auto unique = checkUnique(changed); !unique)
        return tl::unexpected(unique.error());
    return store(after);
}

Served<> Contacts::remove(const QString &id)
{
    if (const auto contact = get(id); !contact)
        return tl::unexpected(contact.error());
    (void)m_state.removeContact(id);
    return {};
}

Served<Contacts::Upserted> Contacts::upsert(const QJsonObject &body)
{
    if (const auto good = checkContactBody(body, ContactWrite::Upsert, m_state); !good)
        return tl::unexpected(good.error());
    QJsonObject fields = body;
    fields.remove(u"createNewIfDuplicateAllowed"_s);
    const QJsonObject sent = written({}, fields, m_state);
    const QJsonObject existing
        = duplicateOf(sent.value(u"email"_s).toString(), sent.value(u"phone"_s).toString());
    if (existing.isEmpty()) {
        const auto created = create(fields);
        if (!created)
            return tl::unexpected(created.error());
        return Upserted {*created, Upserted::How::Created};
    }
    QJsonObject after = written(existing, fields, m_state);
    for (const QString &name : {u"email"_s, u"phone"_s}) {
        const QJsonObject probe {{u"id"_s, existing.value(u"id"_s)}, {name, after.value(name)}};
        if (!checkUnique(probe))
            after.insert(name, existing.value(name));
        if (after.value(name).isUndefined() || after.value(name).isNull())
            after.remove(name);
    }
    return Upserted {store(withDerivedMembers(after)), Upserted::How::Updated};
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

Served<Contacts::TagChange> Contacts::addTags(const QString &id, const QJsonObject &body)
{
    return changeTags(id, body, [](TagChange &change, const QString &tag) {
        if (change.all.contains(tag))
            return;
        change.all.append(tag);
        change.changed.append(tag);
    });
}

Served<Contacts::TagChange> Contacts::removeTags(const QString &id, const QJsonObject &body)
{
    return changeTags(id, body, [](TagChange &change, const QString &tag) {
        if (change.all.removeAll(tag) > 0)
            change.changed.append(tag);
    });
}

Served<Contacts::TagChange> Contacts::changeTags(const QString &id, const QJsonObject &body,
                                                 void (*change)(TagChange &, const QString &))
{
    const auto before = get(id);
    if (!before)
        return tl::unexpected(before.error());
    const QStringList problems = bodyViolations(
        body, {{.name = u"tags"_s, .kind = FieldRule::Kind::TextList}}, {u"tags"_s});
    if (!problems.isEmpty())
        return refused(422, problems);
    TagChange result;
    result.all = before->value(u"tags"_s).toVariant().toStringList();
    const QStringList tags = storedTags(body.value(u"tags"_s).toVariant().toStringList());
    for (const QString &tag : tags)
        change(result, tag);
    QJsonObject after = *before;
    after.insert(u"tags"_s, QJsonArray::fromStringList(m_state.learnedTags(result.all)));
    (void)store(after);
    return result;
}

Served<> Contacts::checkUnique(const QJsonObject &contact) const
{
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
QJsonObject Contacts::store(QJsonObject contact)
{
    const QString now = m_state.stamps.next();
    if (!contact.contains(u"dateAdded"_s))
        contact.insert(u"dateAdded"_s, now);
    contact.insert(u"dateUpdated"_s, now);
    m_state.storeContact(contact);
    return contact;
}

} // namespace twinbook::sandbox::highlevel
