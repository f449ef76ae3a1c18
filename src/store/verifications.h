// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace twinbook {

//! The figures of one full comparison of both sides. Nothing about a person.
struct VerificationEntry
{
    qint64 id = 0;
    QDateTime at {};
    int mappingVersion = 0;
    QString digest {}; //!< SHA-256 of the compared state, in hexadecimal
    int compared = 0; //!< people known on both sides
    int equal = 0; //!< of these, who agree in every mapping row
    int drifted = 0; //!< of these, who have a difference that nobody and no rule wants
    int accepted = 0; //!< differences that a rule or a person wants
    int questions = 0; //!< differences and people on one side that wait for an answer
    int onlyLeft = 0;
    int onlyRight = 0;
    int missing = 0; //!< of these on one side, who should be on both

    //! Share of the linked people with a difference that nobody wants, from 0 to 1.
    [[nodiscard]] double drift() const
    {
        return compared == 0 ? 0 : static_cast<double>(drifted) / compared;
    }
    friend bool operator==(const VerificationEntry &, const VerificationEntry &) = default;
};

//! Every comparison that was made, kept for good.
class Verifications
{
public:
    Verifications(const Database &database, const Clock &clock);

    //! The entry with its number and, if it has none, the moment.
    [[nodiscard]] Result<VerificationEntry> add(VerificationEntry entry);
    [[nodiscard]] Result<QList<VerificationEntry>> newest(int limit) const;

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
