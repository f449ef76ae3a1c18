// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/evidencemodel.h"
#include "sync/scoring.h"

#include <functional>
#include <optional>

namespace twinbook {

//! From this probability on the machine links by itself.
inline constexpr double sureEnough = 0.999;

//! Lists shorter than this teach nothing reliable; then the usual weights count, and only people
//! link (scoring.h).
inline constexpr std::size_t fewestToLearnFrom = 1000;

//! Two people, as places in the lists that were compared, and what speaks for them.
struct Finding
{
    std::size_t left = 0;
    std::size_t right = 0;
    Likeness likeness; //!< its probability takes everybody else into account
};

struct Findings
{
    std::vector<Finding> sure; //!< to be linked; nobody twice
    std::vector<Finding> unsure; //!< to be asked about; nobody twice, nor anybody who is linked
    std::size_t compared = 0; //!< pairs that shared a key
};

//! Two whole lists and what is known of them already.
struct Acquaintance
{
    std::vector<Sketch> left; //!< rarities are noted here
    std::vector<Sketch> right;
    std::vector<Comparison> known; //!< see EvidenceModel::Lesson::known
    //! Whether a person said that these two, as places, are not the same.
    std::function<bool(std::size_t, std::size_t)> areDifferent;
};

//! Recognises people by everything that is known of them, with weights learned from these lists.
//! Three bands: sure, unsure, different. Nothing if there is too little to learn from.
//! Above the numbers stand three rules. Who is named junior is never the one named senior. An equal
//! personal e-mail, and an equal phone with names that could be one, is asked about whatever the
//! numbers say, and so is an equal full name that nobody else has, with nothing against it: adding
//! such a person again is the mistake people complain about most (experience.md C03).
[[nodiscard]] std::optional<Findings> findByEvidence(Acquaintance people);

} // namespace twinbook
