// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/serviceinmemory.h"

#include "core/normalize.h"
#include "core/phone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

ServiceInMemory::ServiceInMemory(Side side, QString country)
    : m_side(side)
    , m_country(std::move(country))
{ }

RemoteId ServiceInMemory::put(const FieldMap &fields)
{
    const RemoteId id(u"%1%2"_s.arg(m_side == Side::Left ? u"l"_s : u"r"_s)
                          .arg(++m_lastId, 6, 10, QLatin1Char('0')));
    m_people[id] = fields;
    return id;
}

std::optional<RemoteId> ServiceInMemory::create(const FieldWrites &writes)
{
    if (isTaken({}, writes, {}))
        return std::nullopt;
    const RemoteId id = put({});
    return update(id, writes) ? std::optional(id) : std::nullopt;
}

bool ServiceInMemory::update(const RemoteId &id, const FieldWrites &writes)
{
    const auto person = m_people.find(id);
    if (person == m_people.end() || isTaken(person->second, writes, id))
        return false;
    for (const FieldWrite &write : writes) {
        const FieldValue value = stored(write.key, write.value);
        if (value.isEmpty())
            person->second.remove(write.key);
        else
            person->second.insert(write.key, value);
    }
    return true;
}

FieldMap ServiceInMemory::fields(const RemoteId &id) const
{
    const auto person = m_people.find(id);
    return person == m_people.end() ? FieldMap() : person->second;
}

SideState ServiceInMemory::observe(const Projection &projection) const
{
    SideState state;
    state.extent = PeopleSnapshot::Extent::Whole;
    for (const auto &[id, fields] : m_people) {
        Observation seen;
        seen.id = id;
        seen.values = projection.project(m_side, fields);
        state.people.push_back(std::move(seen));
    }
    return state;
}

FieldValue ServiceInMemory::stored(const FieldKey &key, const FieldValue &value) const
{
    if (m_side == Side::Left)
        return value;
    if (key == "phone"_L1) {
        const QString number = phoneE164(value.text(), m_country);
        return number.isEmpty() ? FieldValue() : FieldValue(number);
    }
    if (key == "tags"_L1)
        return FieldValue(tagSetKey(value.list()));
    if (key == "city"_L1)
        return FieldValue(value.text().left(longestCity));
    return value;
}

bool ServiceInMemory::isTaken(const FieldMap &fields, const FieldWrites &writes,
                              const RemoteId &self) const
{
    if (m_side == Side::Left)
        return false;
    return std::any_of(writes.cbegin(), writes.cend(), [&](const FieldWrite &write) {
        const bool isEmail = write.key == "email"_L1;
        if (!isEmail && write.key != "phone"_L1)
            return false;
        const auto keyOf = [&](const FieldValue &value) {
            return isEmail ? emailKey(value.text()) : phoneE164(value.text(), m_country);
        };
        const QString wanted = keyOf(write.value);
        if (wanted.isEmpty() || wanted == keyOf(fields.value(write.key)))
            return false;
        return std::any_of(m_people.cbegin(), m_people.cend(), [&](const auto &person) {
            return person.first != self && keyOf(person.second.value(write.key)) == wanted;
        });
    });
}

} // namespace twinbook::testing
