// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/sketch.h"

namespace twinbook {

//! How far two people agree in one aspect.
enum class Agreement : quint8 {
    Unknown, //!< at least one of them has none, or it follows from another aspect
    Different,
    Near, //!< alike, perhaps by chance
    Close, //!< a slip of the pen, an initial, a short form
    Same,
};

inline constexpr std::size_t agreementCount = 5;

using Agreements = PerAspect<Agreement>;

//! Texts are Close above this likeness, and Near above that one (similarity.h).
inline constexpr double closeText = 0.92;
inline constexpr double nearText = 0.8;

//! Compares two people in every aspect. Names are compared in the order that fits better. What
//! follows from something else is Unknown, so that it is not counted twice: the city of an equal
//! postal code, the house number of another street.
[[nodiscard]] Agreements agreementsOf(const Sketch &a, const Sketch &b);

//! Compares two texts of digits, such as birth dates, by the places in which they differ.
[[nodiscard]] Agreement digitsAgreement(QStringView a, QStringView b);

} // namespace twinbook
