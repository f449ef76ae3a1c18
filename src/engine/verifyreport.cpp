// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/verifyreport.h"

#include "store/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<VerifyReport::Standing, 7> standingNames {
    "unaccepted"_L1,      "rule"_L1,    "one-way"_L1, "kept-question"_L1, "frozen"_L1,
    "formatting-only"_L1, "left-out"_L1};
constexpr Names<VerifyReport::Alone, 5> aloneNames {
    "to-be-added"_L1, "kept-question"_L1, "left-out"_L1, "nothing-flows"_L1, "unexplained"_L1};
constexpr Names<VerifyReport::Verdict, 3> verdictNames {"agreement"_L1, "questions-only"_L1,
                                                        "disagreement"_L1};

} // namespace

int VerifyReport::differencesWith(Standing standing) const
{
    return static_cast<int>(
        std::count_if(differences.cbegin(), differences.cend(),
                      [&](const Difference &each) { return each.standing == standing; }));
}

int VerifyReport::oneSidedWith(Alone why) const
{
    return static_cast<int>(std::count_if(oneSided.cbegin(), oneSided.cend(),
                                          [&](const OneSided &each) { return each.why == why; }));
}

VerifyReport::Verdict VerifyReport::verdict() const
{
    if (differencesWith(Standing::Unaccepted) > 0 || oneSidedWith(Alone::ToBeAdded) > 0
        || oneSidedWith(Alone::Unexplained) > 0)
        return Verdict::Disagreement;
    const bool asks
        = differencesWith(Standing::KeptQuestion) > 0 || oneSidedWith(Alone::KeptQuestion) > 0;
    return asks ? Verdict::QuestionsOnly : Verdict::Agreement;
}

VerificationEntry VerifyReport::figures() const
{
    const int kept = differencesWith(Standing::KeptQuestion);
    const int unaccepted = differencesWith(Standing::Unaccepted);
    return {.id = 0,
            .at = at,
            .mappingVersion = mappingVersion,
            .digest = digest,
            .compared = compared,
            .equal = equal,
            .drifted = drifted,
            .accepted = static_cast<int>(differences.size()) - kept - unaccepted,
            .questions = kept + oneSidedWith(Alone::KeptQuestion),
            .onlyLeft = onlyLeft,
            .onlyRight = onlyRight,
            .missing = oneSidedWith(Alone::ToBeAdded) + oneSidedWith(Alone::Unexplained)};
}

QString standingName(VerifyReport::Standing standing)
{
    return standingNames.of(standing);
}

QString aloneName(VerifyReport::Alone why)
{
    return aloneNames.of(why);
}

QString verdictName(VerifyReport::Verdict verdict)
{
    return verdictNames.of(verdict);
}

} // namespace twinbook
