// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace twinbook {

//! People by a key, for joining two lists on it. Holds hashes only: a few people with another key
//! may come with those that were asked for, so whoever needs certainty compares again. Made once
//! of all people: two flat lists, several times faster than a hash table of lists.
class KeyIndex
{
public:
    struct Entry
    {
        std::size_t hash = 0;
        int person = 0;
    };

    //! The number a key is found by; nothing for an empty key, by which nobody is found.
    [[nodiscard]] static std::optional<std::size_t> hashOf(QStringView key);

    KeyIndex() = default;
    //! Of people in ascending order.
    explicit KeyIndex(const std::vector<Entry> &entries);

    //! In ascending order of people. Valid as long as the index.
    [[nodiscard]] std::span<const Entry> find(std::size_t hash) const;

private:
    [[nodiscard]] std::size_t bucketOf(std::size_t hash) const { return hash >> m_shift; }

    std::vector<Entry> m_entries; // by bucket, hash and person
    std::vector<quint32> m_starts; // of each bucket, and the end of the last one
    int m_shift = 0;
};

} // namespace twinbook
