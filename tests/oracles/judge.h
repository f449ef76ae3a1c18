// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "knowncontradictions.h"
#include "validatingproxies.h"

#include <QSet>

namespace twinbook::test {

//! Tells what nobody knew of from the known contradictions, and remembers which of these were met.
class Judge
{
public:
    explicit Judge(Contradiction::MetBy party)
        : m_party(party)
    { }

    //! "response: ..." for each violation that no known contradiction explains.
    [[nodiscard]] QStringList surprises(const QString &operation,
                                        const QList<Violation> &violations);
    //! The sources of those that this party should have met and did not.
    [[nodiscard]] QStringList idle() const;

private:
    Contradiction::MetBy m_party;
    QSet<const Contradiction *> m_met;
};

} // namespace twinbook::test
