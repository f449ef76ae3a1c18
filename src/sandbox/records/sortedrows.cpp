// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/records/sortedrows.h"

#include <algorithm>

namespace twinbook::sandbox {

namespace {

//! Enough for a full walk, a delta walk and some twin searches at the same time.
constexpr size_t rememberedLists = 8;

} // namespace

SortedRows::SortedRows(const RecordTable &table, const QStringList *candidates,
                       const Matches &matches, Order order)
    : m_order(std::move(order))
{
    const auto take = [&](const QString &id, const QJsonObject &document) {
        if (matches(document))
            m_rows.push_back({m_order.keysOf ? m_order.keysOf(document) : QStringList(), id});
    };
    if (candidates) {
        for (const QString &id : *candidates) {
            if (const QJsonObject *document = table.find(id))
                take(id, *document);
        }
    } else {
        for (const auto &[id, document] : table.all())
            take(id, document);
    }
    std::sort(m_rows.begin(), m_rows.end(),
              [this](const RowPosition &a, const RowPosition &b) { return isBefore(a, b); });
}

qsizetype SortedRows::firstAfter(const RowPosition &position) const
{
    const auto found
        = std::upper_bound(m_rows.begin(), m_rows.end(), position,
                           [this](const auto &a, const auto &b) { return isBefore(a, b); });
    return found - m_rows.begin();
}

qsizetype SortedRows::firstNotBefore(const RowPosition &position) const
{
    const auto found
        = std::lower_bound(m_rows.begin(), m_rows.end(), position,
                           [this](const auto &a, const auto &b) { return isBefore(a, b); });
    return found - m_rows.begin();
}

bool SortedRows::isBefore(const RowPosition &a, const RowPosition &b) const
{
    // A cursor from outside may carry fewer keys than the list has.
    const qsizetype terms = std::min({m_order.directions.size(), a.keys.size(), b.keys.size()});
    for (qsizetype i = 0; i < terms; ++i) {
        const int order = a.keys.at(i).compare(b.keys.at(i));
        if (order != 0)
            return (m_order.directions.at(i) == Qt::AscendingOrder) == (order < 0);
    }
    return a.id < b.id;
}

const SortedRows &SortedRowsCache::rows(const QString &signature, quint64 revision,
                                        const std::function<SortedRows()> &make)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.signature == signature && entry.revision == revision;
    });
    if (found != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, found);
        return m_entries.front().rows;
    }
    m_entries.remove_if([&](const Entry &entry) { return entry.signature == signature; });
    m_entries.push_front({signature, revision, make()});
    if (m_entries.size() > rememberedLists)
        m_entries.pop_back();
    return m_entries.front().rows;
}

} // namespace twinbook::sandbox
