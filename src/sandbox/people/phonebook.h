// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook::sandbox {

//! Hands out telephone numbers that regulators keep for fiction, each one once: Ofcom's drama
//! numbers first, then those of Arcep. About 75,000.
class FictionalNumbers
{
public:
    struct Number
    {
        QString international; //!< "+442079460123"; empty when there are no more
        QString local; //!< "020 7946 0123", as people write it at home
    };

    [[nodiscard]] Number next();

private:
    int m_given = 0;
};

} // namespace twinbook::sandbox
