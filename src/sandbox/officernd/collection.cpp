// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/collection.h"

#include "sandbox/officernd/writing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

//! The members of `before` that `after` has otherwise or not at all.
QJsonObject changedMembers(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject changed;
    for (auto member = before.begin(); member != before.end(); ++member) {
        if (after.value(member.key()) != member.value())
            changed.insert(member.key(), member.value());
    }
    return changed;
}

} // namespace

Collection::Collection(State &state, RecordTable &records, CollectionRules rules,
                       Listing::Shape shape)
    : m_state(state)
    , m_records(records)
    , m_rules(std::move(rules))
    , m_shape(std::move(shape))
    , m_listing(state, records, m_rules.list,
                [this](const QJsonObject &record) { return shown(record); })
{ }

Served<QJsonObject> Collection::get(const QString &id) const
{
    return stored(id).map([this](const QJsonObject &record) { return shown(record); });
}

Served<QJsonObject> Collection::create(const QJsonObject &body)
{
    return checked(body, m_rules.create, m_rules.required).map([this](const QJsonObject &good) {
        return add(merged({}, good, m_state));
    });
}

Served<QJsonObject> Collection::update(const QString &id, const QJsonObject &body)
{
    const auto before = stored(id);
    if (!before)
        return before;
    return checked(body, m_rules.update, {}).map([&](const QJsonObject &good) {
        return store(*before, merged(*before, good, m_state));
    });
}

Served<QJsonObject> Collection::remove(const QString &id)
{
    const auto record = stored(id);
    if (!record)
        return record;
    m_records.remove(id);
    announce(u"removed"_s, *record);
    return shown(*record);
}

Served<QJsonObject> Collection::stored(const QString &id) const
{
    const QJsonObject *record = m_records.find(id);
    if (!record)
        return refused(404, u"Item with Id (%1) was not found"_s.arg(id));
    return *record;
}

Served<QJsonObject> Collection::checked(const QJsonObject &body, const FieldRules &fields,
                                        const QStringList &required) const
{
    const auto good = validated(body, fields, required, m_state);
    if (!good)
        return good;
    if (const auto name = checkName(*good, m_state); !name)
        return tl::unexpected(name.error());
    for (const CollectionRules::Reference &reference : m_rules.references) {
        const auto found = checkReference(*good, reference.field, m_state.*reference.target,
                                          reference.noun, m_state);
        if (!found)
            return tl::unexpected(found.error());
    }
    return checkedProperties(withStoredMoments(*good, fields), m_rules.propertyTarget, m_state);
}

QJsonObject Collection::add(QJsonObject record)
{
    record.insert(u"_id"_s, m_state.ids.next());
    if (m_rules.stamps != CollectionRules::Stamps::None) {
        const QString now = m_state.stamps.next();
        record.insert(u"createdAt"_s, now);
        if (m_rules.stamps == CollectionRules::Stamps::CreatedAndModified)
            record.insert(u"modifiedAt"_s, now);
    }
    m_records.put(record);
    announce(u"created"_s, record);
    return shown(record);
}

QJsonObject Collection::store(const QJsonObject &before, QJsonObject after)
{
    const QJsonObject previous = changedMembers(before, after);
    const bool changes = after != before;
    if (!changes && m_state.holds(Quirk::SameValueKeepsModifiedAt))
        return shown(before);
    if (m_rules.stamps == CollectionRules::Stamps::CreatedAndModified)
        after.insert(u"modifiedAt"_s, m_state.stamps.next());
    m_records.put(after);
    announce(u"updated"_s, after, previous);
    return shown(after);
}

QJsonObject Collection::shown(const QJsonObject &record) const
{
    QJsonObject result = m_shape ? m_shape(record) : record;
    // An empty bag is absent (officernd.md 7 item 24); it is never stored.
    if (!m_rules.propertyTarget.isEmpty() && !result.contains(u"properties"_s)
        && !m_state.holds(Quirk::EmptyPropertiesAreAbsent))
        result.insert(u"properties"_s, QJsonObject());
    return result;
}

void Collection::announce(const QString &what, const QJsonObject &record,
                          const QJsonObject &previous) const
{
    if (!m_rules.eventName.isEmpty() && m_state.onEvent)
        m_state.onEvent({.type = QString(m_rules.eventName + u'.' + what),
                         .object = shown(record),
                         .previous = previous});
}

} // namespace twinbook::sandbox::officernd
