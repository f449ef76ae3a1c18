// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/portrait.h"

#include <optional>

namespace twinbook {

//! From this probability on, a pair is worth a question to a person.
inline constexpr double worthAsking = 0.5;

//! How alike two records are, for people that no exact key recognised.
struct Likeness
{
    enum class Level : quint8 {
        Unknown, //!< at least one of them has none
        Same,
        Similar,
        Different,
    };

    double probability = 0; //!< worthAsking..1 that they are one person
    PerTrait<Level> levels;
};

//! Adds up what each trait says for and against (Fellegi-Sunter weights, log2 of the chance of
//! agreement among the same person over that among strangers). A missing value says nothing.
//! Two rules stand above the sum. Asked about in any case are an equal personal e-mail, an equal
//! phone with names that could be one, and an equal full name with at most an outdated contact
//! detail against it, because adding such a person again is the mistake people complain about most
//! (experience.md C03). Never asked about otherwise are two members of a household: unlike first
//! names, whatever address and phone they share.
//! Nothing if that is not worth asking, which most pairs are not and which is found out as early
//! as possible. Never a reason to link by itself: the result is shown as a question.
[[nodiscard]] std::optional<Likeness> likeness(const Portrait &left, const Portrait &right);

//! "same birth date, similar name", with the fields' titles.
[[nodiscard]] QString evidence(const Likeness &likeness, const Projection &projection,
                               const MatchRows &rows);

} // namespace twinbook
