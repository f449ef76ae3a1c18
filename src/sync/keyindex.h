// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace twinbook {

//! People by a key, for joining two lists on it. Holds hashes only: a few people with another key
//! may come with those that were asked for, so whoever needs certainty compares again. Built once
//! and then sorted, which is several times faster than a hash table of lists.
class KeyIndex
{
public:
    struct Entry
    {
        std::size_t hash = 0;
        int person = 0;
    };

    void reserve(std::size_t people) { m_entries.reserve(people); }
    //! An empty key is left out.
    void add(const QString &key, int person);
    //! After the last add() and before the first find().
    void sort();
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    //! In the order of adding. Valid as long as the index.
    [[nodiscard]] std::span<const Entry> find(const QString &key) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace twinbook
