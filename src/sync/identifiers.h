// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/matchkeys.h"

#include <QHash>

namespace twinbook {

//! Who at HighLevel has which e-mail and phone. HighLevel refuses a second contact with either
//! (highlevel.md 2.2), so a plan that would give one away twice could not be carried out.
class Identifiers
{
public:
    //! `country` is the one the keys were made for.
    Identifiers(const std::vector<MatchKeys> &right, const MatchRows &rows, QString country);

    //! Whether somebody other than `self` (an index, or nobody for a person still to be created)
    //! has that value or has been promised it. `row` may be any row; only e-mail and phone can be
    //! taken.
    [[nodiscard]] bool isTaken(std::size_t row, const FieldValue &wanted, int self) const;
    //! Reserves a value for a person who will get it.
    void promise(std::size_t row, const FieldValue &value);
    //! Who has the e-mail or phone of this person, or nobody.
    [[nodiscard]] int ownerOf(const MatchKeys &keys) const;

private:
    static constexpr int promised = -2;

    int m_emailRow;
    int m_phoneRow;
    QHash<QString, int> m_emails;
    QHash<QString, int> m_phones;
    QString m_country;
};

} // namespace twinbook
