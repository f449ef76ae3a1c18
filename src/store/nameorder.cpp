// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/nameorder.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace twinbook {

namespace {

//! OfficeRnD's text if there is one.
QString shown(const PeopleRow &row, QString RowHalf::*member)
{
    const QString left = row.halves.left.*member;
    return left.isEmpty() ? row.halves.right.*member : left;
}

QCollator collator()
{
    // The "C" locale would put "Ánna" after "Zoe".
    const bool plain = QLocale().language() == QLocale::C;
    QCollator collator(plain ? QLocale(QLocale::English) : QLocale());
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

struct Entry
{
    qsizetype index;
    enum class Named : quint8 { Yes, No } named;
    QCollatorSortKey key;
};

bool goesBefore(const Entry &a, const Entry &b)
{
    if (a.named != b.named)
        return a.named < b.named;
    if (const int order = a.key.compare(b.key); order != 0)
        return order < 0;
    return a.index < b.index;
}

} // namespace

std::vector<qsizetype> nameOrder(const QList<PeopleRow> &rows)
{
    const QCollator rules = collator();
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString name = shown(rows.at(i), &RowHalf::name);
        if (name.isEmpty())
            entries.push_back(
                {i, Entry::Named::No, rules.sortKey(shown(rows.at(i), &RowHalf::email))});
        else
            entries.push_back({i, Entry::Named::Yes, rules.sortKey(name)});
    }
    std::sort(entries.begin(), entries.end(), goesBefore);

    std::vector<qsizetype> order;
    order.reserve(entries.size());
    for (const Entry &entry : entries)
        order.push_back(entry.index);
    return order;
}

} // namespace twinbook
