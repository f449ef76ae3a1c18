// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/records/recordtable.h"

#include <utility>

namespace twinbook::sandbox {

RecordTable::RecordTable(QString idMember, KeysOf keysOf)
    : m_idMember(std::move(idMember))
    , m_keysOf(std::move(keysOf))
{ }

void RecordTable::put(const QJsonObject &document)
{
    const QString id = document.value(m_idMember).toString();
    Q_ASSERT(!id.isEmpty());
    const QStringList keys = m_keysOf ? m_keysOf(document) : QStringList();
    const auto [position, isNew] = m_documents.try_emplace(id, document);
    const QJsonObject before = isNew ? QJsonObject() : std::exchange(position->second, document);
    // Many documents may share a key, and taking one out of them is slow: only if it must be.
    const bool isIndexed = !isNew && m_keysOf && m_keysOf(before) == keys;
    if (!isNew && !isIndexed)
        dropKeys(id, before);
    if (!isIndexed) {
        for (const QString &key : keys)
            m_idsByKey.insert(key, id);
    }
    ++m_revision;
}

bool RecordTable::remove(const QString &id)
{
    const auto position = m_documents.find(id);
    if (position == m_documents.end())
        return false;
    dropKeys(id, position->second);
    m_documents.erase(position);
    ++m_revision;
    return true;
}

void RecordTable::clear()
{
    m_documents.clear();
    m_idsByKey.clear();
    ++m_revision;
}

const QJsonObject *RecordTable::find(const QString &id) const
{
    const auto position = m_documents.find(id);
    return position == m_documents.end() ? nullptr : &position->second;
}

QStringList RecordTable::idsWithKey(const QString &key) const
{
    QStringList ids = m_idsByKey.values(key);
    ids.sort();
    return ids;
}

QJsonArray RecordTable::toJson() const
{
    QJsonArray array;
    for (const auto &[id, document] : m_documents)
        array.append(document);
    return array;
}

bool RecordTable::load(const QJsonValue &json)
{
    clear();
    if (!json.isArray())
        return false;
    const QJsonArray array = json.toArray();
    for (const QJsonValue &element : array) {
        const QString id = element.toObject().value(m_idMember).toString();
        if (id.isEmpty() || contains(id)) {
            clear();
            return false;
        }
        put(element.toObject());
    }
    return true;
}

void RecordTable::dropKeys(const QString &id, const QJsonObject &document)
{
    if (!m_keysOf)
        return;
    const QStringList keys = m_keysOf(document);
    for (const QString &key : keys)
        m_idsByKey.remove(key, id);
}

} // namespace twinbook::sandbox
