// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quirks/quirk.h"

#include <QJsonObject>

#include <bitset>

namespace twinbook {

//! Which behaviours hold: of the services a sandbox plays, or of a real account as a probe found
//! it. Without evidence to the contrary all of them do.
class QuirkSet
{
public:
    QuirkSet(); //!< all

    [[nodiscard]] bool holds(Quirk quirk) const { return m_held.test(index(quirk)); }
    [[nodiscard]] QuirkSet with(Quirk quirk) const;
    [[nodiscard]] QuirkSet without(Quirk quirk) const;

    //! `{"highlevel.search-index-lags": true, ...}`, every quirk named.
    [[nodiscard]] QJsonObject toJson() const;
    //! Quirks that are not named keep holding. InvalidInput for a name nobody knows or a value
    //! that is neither true nor false.
    [[nodiscard]] static Result<QuirkSet> fromJson(const QJsonObject &json);

    friend bool operator==(const QuirkSet &, const QuirkSet &) = default;

private:
    static constexpr std::size_t capacity = 128;
    static constexpr std::size_t index(Quirk quirk) { return static_cast<std::size_t>(quirk); }

    std::bitset<capacity> m_held;
};

} // namespace twinbook
