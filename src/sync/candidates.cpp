// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/candidates.h"

#include "sync/keyindex.h"

#include <algorithm>

namespace twinbook {

namespace {

//! A key that so many people share says nothing and would only cost time.
constexpr std::size_t mostPerKey = 50;

//! The ways in which two people can meet.
enum class Meeting : quint8 {
    Email,
    Phone,
    Name,
    NameBeginnings,
    BirthDate,
    PostalCodeAndFirst,
    PostalCodeAndLast,
    StreetAndLast,
    CompanyAndLast,
};

constexpr std::array allMeetings {Meeting::Email,
                                  Meeting::Phone,
                                  Meeting::Name,
                                  Meeting::NameBeginnings,
                                  Meeting::BirthDate,
                                  Meeting::PostalCodeAndFirst,
                                  Meeting::PostalCodeAndLast,
                                  Meeting::StreetAndLast,
                                  Meeting::CompanyAndLast};

//! Makes keys. Each lasts until the next one is made.
class KeyMaker
{
public:
    QStringView key(Meeting meeting, const Portrait &portrait)
    {
        const auto text = [&portrait](Trait trait) { return QStringView(portrait.texts[trait]); };
        const QStringView first = portrait.keys->first();
        const QStringView last = portrait.keys->last();
        switch (meeting) {
        case Meeting::Email:
            return text(Trait::Email);
        case Meeting::Phone:
            return text(Trait::Phone);
        case Meeting::Name:
            return text(Trait::Name);
        case Meeting::NameBeginnings: {
            // In alphabetical order, so that swapped first and last names meet.
            const QStringView one = first.left(3);
            const QStringView two = last.left(3);
            return one < two ? both(one, two) : both(two, one);
        }
        case Meeting::BirthDate:
            return text(Trait::BirthDate);
        case Meeting::PostalCodeAndFirst:
            return both(text(Trait::PostalCode), first.left(3));
        case Meeting::PostalCodeAndLast:
            return both(text(Trait::PostalCode), last.left(3));
        case Meeting::StreetAndLast:
            return both(text(Trait::Street), last.left(2));
        case Meeting::CompanyAndLast:
            return both(text(Trait::Company), last);
        }
        return {};
    }

private:
    QStringView both(QStringView a, QStringView b)
    {
        if (a.isEmpty() || b.isEmpty())
            return {};
        m_joined.resize(0); // keeps its memory
        m_joined.append(a).append(u'|').append(b);
        return m_joined;
    }

    QString m_joined;
};

using Indexes = std::array<KeyIndex, allMeetings.size()>;

Indexes indexesOf(const std::vector<Portrait> &people)
{
    Indexes indexes;
    KeyMaker maker;
    std::vector<KeyIndex::Entry> entries;
    entries.reserve(people.size());
    for (std::size_t i = 0; i < allMeetings.size(); ++i) {
        entries.clear();
        for (std::size_t place = 0; place < people.size(); ++place) {
            if (const auto hash = KeyIndex::hashOf(maker.key(allMeetings[i], people[place])))
                entries.push_back({*hash, static_cast<int>(place)});
        }
        indexes[i] = KeyIndex(entries);
    }
    return indexes;
}

} // namespace

AlikePeople findAlike(const std::vector<Portrait> &left, const std::vector<Portrait> &right)
{
    const Indexes indexes = indexesOf(right);
    AlikePeople found;
    KeyMaker maker;
    std::vector<int> met;
    for (std::size_t place = 0; place < left.size(); ++place) {
        met.clear();
        for (std::size_t i = 0; i < allMeetings.size(); ++i) {
            const auto hash = KeyIndex::hashOf(maker.key(allMeetings[i], left[place]));
            if (!hash)
                continue;
            const std::span<const KeyIndex::Entry> sharing = indexes[i].find(*hash);
            if (sharing.size() > mostPerKey)
                continue;
            for (const KeyIndex::Entry &entry : sharing)
                met.push_back(entry.person);
        }
        std::sort(met.begin(), met.end());
        met.erase(std::unique(met.begin(), met.end()), met.end());
        found.compared += met.size();
        for (const int other : met) {
            const auto otherPlace = static_cast<std::size_t>(other);
            if (const auto like = likeness(left[place], right[otherPlace]))
                found.pairs.push_back({place, otherPlace, *like});
        }
    }
    return found;
}

} // namespace twinbook
