// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sync/matchkeys.h"
#include "sync/plan.h"

#include <vector>

namespace twinbook {

//! Two records found to be one person.
struct Match
{
    int left = PersonPlan::nobody;
    int right = PersonPlan::nobody;
    MatchBasis basis = MatchBasis::None;
    double score = 1; //!< 0..1, how sure; less than 1 only for MatchBasis::Score
    QString evidence; //!< of MatchBasis::Score: what it rests on, as Candidate::evidence
};

//! Two records that may be one person; for a person to say.
struct Candidate
{
    int left = PersonPlan::nobody;
    int right = PersonPlan::nobody;
    double score = 0;
    QString evidence;
};

struct MatchResult
{
    std::vector<Match> matches;
    std::vector<Candidate> candidates; //!< each record at most once, best first
    //! Pairs that shared a key and were looked at as candidates: the effort, which grows far
    //! faster than the lists if keys are chosen badly.
    std::size_t compared = 0;
};

//! The people that may be matched: not linked and not left out, as indexes into each side.
struct Unmatched
{
    std::vector<int> left;
    std::vector<int> right;
};

//! Recognises people for the first time. In this order: what a person decided; an e-mail that
//! only one record on each side has; a phone together with the last name; everything else that is
//! known of them, weighed by what the lists themselves teach (evidencesearch.h). The machine links
//! by a key only when names and birth dates do not speak against it: households share phones and
//! desks share mailboxes. By weighing it links only where the lists are long enough to learn from
//! and it is sure; whatever else looks alike becomes a candidate and is never linked by the
//! machine. Nobody is matched twice. "Not the same person" is respected for ever.
[[nodiscard]] MatchResult match(const Projection &projection, const SideState &left,
                                const SideState &right, const PerSide<std::vector<MatchKeys>> &keys,
                                const Unmatched &unmatched, const Judgements &judgements);

} // namespace twinbook
