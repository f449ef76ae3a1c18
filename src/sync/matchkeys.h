// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/observation.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace twinbook {

//! "Jr" and "Sr" behind a name, which are no last names: father and son often share all else.
enum class Generation : quint8 { Unnamed, Younger, Elder };

//! What recognising people needs of one person, in forms made for comparing.
struct MatchKeys
{
    QString email; //!< emailKey(), empty if none
    QString phone; //!< phoneKey(), empty if none
    QString name; //!< folded full name, without what Generation tells
    qsizetype lastWord = 0; //!< where the last word of the name begins
    Generation generation = Generation::Unnamed;

    //! All words of the name but the last. Valid as long as the name.
    [[nodiscard]] QStringView first() const
    {
        return QStringView(name).left(std::max<qsizetype>(lastWord - 1, 0));
    }
    //! The last word of the name. Valid as long as the name.
    [[nodiscard]] QStringView last() const { return QStringView(name).mid(lastWord); }
};

//! The rows of a mapping that recognise people; -1 where the mapping has none.
struct MatchRows
{
    int name = -1;
    int email = -1;
    int phone = -1;
    int company = -1;
    int birthDate = -1;
    int street = -1;
    int city = -1;
    int postalCode = -1;

    explicit MatchRows(const Projection &projection);
};

[[nodiscard]] MatchKeys matchKeysOf(const Observation &person, const MatchRows &rows,
                                    const QString &country);

//! Keys of the people at the given places, each at its own place; the others are empty.
[[nodiscard]] std::vector<MatchKeys> matchKeysOf(const std::vector<Observation> &people,
                                                 const std::vector<int> &places,
                                                 const MatchRows &rows, const QString &country);

//! Whether one is named the younger and the other the elder: never one person.
[[nodiscard]] bool areTwoGenerations(const MatchKeys &a, const MatchKeys &b);

//! Whether two first names may belong to one person: one is missing, they are equal, one is the
//! other's beginning or initial, or they differ by a slip of the pen. Two members of a household
//! are told apart by this.
[[nodiscard]] bool firstNamesAgree(QStringView a, QStringView b);

//! Whether two people could have the same name; true if either has none. Generous: enough to ask
//! whether somebody would be doubled, never to link.
[[nodiscard]] bool namesAgree(const MatchKeys &a, const MatchKeys &b);

//! Whether an equal e-mail may link two people of these names without asking. Short forms,
//! initials, a swapped order and a changed last name may; a first name that is merely similar may
//! not, because Maria and Mario or Jan and Jana share one mailbox at home.
[[nodiscard]] bool namesAllowEmailLink(const MatchKeys &a, const MatchKeys &b);

//! The same for an equal phone, which whole households share: the same name in either order, or
//! one with a further first name.
[[nodiscard]] bool namesAllowPhoneLink(const MatchKeys &a, const MatchKeys &b);

} // namespace twinbook
