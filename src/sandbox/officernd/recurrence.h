// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QList>

namespace twinbook::sandbox::officernd {

//! The part of RFC 5545 that the played bookings use: FREQ DAILY, WEEKLY (with BYDAY) or MONTHLY,
//! INTERVAL, COUNT and UNTIL.
struct RecurrenceRule
{
    enum class Frequency : quint8 { Once, Daily, Weekly, Monthly };
    Frequency frequency = Frequency::Once;
    int interval = 1;
    int count = 0; //!< 0 means without end
    QDateTime until {};
    QList<int> weekdays {}; //!< 1 is Monday; empty means that of the start

    //! Parts nobody knows are left out; a text that is no rule is a single occurrence.
    [[nodiscard]] static RecurrenceRule parse(const QString &text);

    //! The starts in [from, to), ascending, at most 1000; all moments UTC.
    [[nodiscard]] QList<QDateTime> starts(const QDateTime &first, const QDateTime &from,
                                          const QDateTime &to) const;

private:
    [[nodiscard]] bool fallsOn(const QDate &day, const QDate &first) const;
};

} // namespace twinbook::sandbox::officernd
