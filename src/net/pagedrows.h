// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>

#include <utility>

namespace twinbook {

//! The rows of a list that is read page by page, each once and in the order they came. A row that
//! moved while we were paging comes twice; the later one is fresher.
template<class Key, class Row>
class PagedRows
{
public:
    void add(const Key &key, Row row)
    {
        const auto known = m_places.constFind(key);
        if (known != m_places.cend()) {
            m_rows[*known] = std::move(row);
        } else {
            m_places.insert(key, m_rows.size());
            m_rows.append(std::move(row));
        }
    }

    [[nodiscard]] qsizetype size() const { return m_rows.size(); }

    //! Empty afterwards.
    [[nodiscard]] QList<Row> take()
    {
        m_places.clear();
        return std::exchange(m_rows, {});
    }

private:
    QList<Row> m_rows;
    QHash<Key, qsizetype> m_places;
};

} // namespace twinbook
