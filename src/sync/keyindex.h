// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstddef>
#include <span>
#include <vector>

namespace twinbook {

//! People by a key, for joining two lists on it. Holds hashes only: a few people with another key
//! may come with those that were asked for, so whoever needs certainty compares again. Filled once
//! and then put in order: two flat lists, several times faster than a hash table of lists.
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
    void add(QStringView key, int person);
    //! After the last add() and before the first find().
    void sort();
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    //! In ascending order of people. Valid as long as the index.
    [[nodiscard]] std::span<const Entry> find(QStringView key) const;

private:
    [[nodiscard]] std::size_t bucketOf(std::size_t hash) const { return hash >> m_shift; }

    std::vector<Entry> m_entries; // by bucket, hash and person
    std::vector<quint32> m_starts; // of each bucket, and the end of the last one
    int m_shift = 0;
};

} // namespace twinbook
