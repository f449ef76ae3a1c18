// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook::sandbox {

//! Makes ids in the look of each service. The n-th id of a seed is always the same; saving
//! position() continues the row.
class IdSource
{
public:
    enum class Look : quint8 {
        ObjectId, //!< 24 hex digits, ascending (OfficeRnD, officernd.md 2)
        Letters, //!< 20 letters and digits in no order (HighLevel)
    };

    IdSource(Look look, quint64 seed);

    [[nodiscard]] QString next();

    [[nodiscard]] quint64 seed() const { return m_seed; }
    [[nodiscard]] quint64 position() const { return m_position; }
    void continueAt(quint64 position) { m_position = position; }

private:
    Look m_look;
    quint64 m_seed;
    quint64 m_position = 0;
};

} // namespace twinbook::sandbox
