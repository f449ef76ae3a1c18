// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/records/recordtable.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <list>
#include <vector>

namespace twinbook::sandbox {

//! Where a record stands in a sorted list: its sort keys and, for ties, its id. Cursors carry
//! the same, so that a list that changed between two pages still continues at the right place.
struct RowPosition
{
    QStringList keys;
    QString id;
};

//! The records of a table that match, in order. Made once per query and table revision; pages are
//! slices of it.
class SortedRows
{
public:
    struct Order
    {
        //! Comparable text of a document, one per sort term.
        std::function<QStringList(const QJsonObject &)> keysOf {};
        //! One per sort term.
        QList<Qt::SortOrder> directions {};
    };
    using Matches = std::function<bool(const QJsonObject &)>;

    //! `candidates` limits the rows to those ids; nullptr means the whole table.
    SortedRows(const RecordTable &table, const QStringList *candidates, const Matches &matches,
               Order order);

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] const RowPosition &at(qsizetype index) const
    {
        return m_rows[static_cast<size_t>(index)];
    }
    //! Index of the first row behind / at or behind that position.
    [[nodiscard]] qsizetype firstAfter(const RowPosition &position) const;
    [[nodiscard]] qsizetype firstNotBefore(const RowPosition &position) const;

private:
    [[nodiscard]] bool isBefore(const RowPosition &a, const RowPosition &b) const;

    Order m_order;
    std::vector<RowPosition> m_rows;
};

//! Remembers the last few sorted lists of one table, so that paging through n records costs one
//! sort and not one per page.
class SortedRowsCache
{
public:
    //! The rows for `signature` (all that tells one query from another). `make` is called if they
    //! are unknown or of another revision. The reference lives until the next call.
    [[nodiscard]] const SortedRows &rows(const QString &signature, quint64 revision,
                                         const std::function<SortedRows()> &make);

private:
    struct Entry
    {
        QString signature;
        quint64 revision;
        SortedRows rows;
    };
    std::list<Entry> m_entries;
};

} // namespace twinbook::sandbox
