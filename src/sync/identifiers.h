// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/keyindex.h"
#include "sync/matchkeys.h"

#include <QMultiHash>

namespace twinbook {

//! Who on one side has which e-mail and phone. HighLevel refuses a second contact with either
//! (highlevel.md 2.2), so a plan that would give one away twice could not be carried out; and on
//! both sides a second record with the same ones may double somebody.
class Identifiers
{
public:
    //! Of the people on one side, named by their indexes. `known` holds the keys that were made
    //! already, at the places of their people, and may be empty. `country` is the one that phone
    //! numbers are read in, as in matchKeysOf().
    Identifiers(const std::vector<Observation> &people, const std::vector<MatchKeys> &known,
                const MatchRows &rows, QString country);

    //! Whether somebody other than `self` (an index, or PersonPlan::nobody for a person still to
    //! be created) has that value or has been promised it. `row` may be any row; only e-mail and
    //! phone can be taken.
    [[nodiscard]] bool isTaken(std::size_t row, const FieldValue &wanted, int self) const;
    //! Reserves a value that this plan gives to `self`.
    void promise(std::size_t row, const FieldValue &value, int self);
    //! Everybody with the e-mail or phone of this person, each once, ascending. Promises do not
    //! count.
    [[nodiscard]] std::vector<int> ownersOf(const MatchKeys &keys) const;

private:
    //! Who has a key. Made once and never added to, unlike the promises.
    class Owners
    {
    public:
        Owners() = default;
        //! The keys of all people, each at its own place.
        explicit Owners(std::vector<QString> keys);

        [[nodiscard]] std::vector<int> of(const QString &key) const;

    private:
        std::vector<QString> m_keys;
        KeyIndex m_index;
    };
    using Promises = QMultiHash<QString, int>;

    [[nodiscard]] static bool isOwnedByAnother(const Owners &owners, const QString &key, int self);

    int m_emailRow;
    int m_phoneRow;
    QString m_country;
    Owners m_emails;
    Owners m_phones;
    Promises m_promisedEmails;
    Promises m_promisedPhones;
};

} // namespace twinbook
