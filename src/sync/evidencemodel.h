// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/agreement.h"

#include <array>
#include <span>
#include <vector>

namespace twinbook {

//! What two records can be to each other, besides strangers. Families share a home, desks share a
//! company: who only looks for agreement takes both for one person (sync-engines.md 5.2).
enum class Kinship : quint8 { SamePerson, Household, Colleagues };

inline constexpr std::size_t kinshipCount = 3;

//! Two people as an evidence model sees them.
struct Comparison
{
    Agreements agreements;
    //! log2 of how often a value that both have is met; 0 where they do not agree.
    PerAspect<float> rarity;
};

[[nodiscard]] Comparison compared(const Sketch &a, const Sketch &b);

//! Notes in every sketch how rare each of its values is among all of them.
void noteRarities(std::vector<Sketch> &left, std::vector<Sketch> &right);

//! How much each agreement says, learned from the account itself: Fellegi-Sunter weights, log2 of
//! the chance of an agreement among one person's records over that among strangers. What both have
//! alike counts by its rarity: Smith less than Szczepanski, and an e-mail that a whole desk shares
//! next to nothing. Households and desks are classes of their own, which compete with "one person"
//! for the same evidence. Deterministic: same comparisons in the same order, same numbers.
class EvidenceModel
{
public:
    //! The weights to begin with, as an average office has them.
    EvidenceModel();

    //! What is learned from.
    struct Lesson
    {
        std::span<const Comparison> met; //!< pairs that share a key
        std::span<const Comparison> random; //!< pairs picked blindly: what strangers agree in
        //! Pairs known to be one person, of whom some aspects say nothing because they were
        //! recognised by them: these are Unknown.
        std::span<const Comparison> known;
        double allPairs = 0; //!< how many pairs the lists that `met` was taken from make
    };
    void learn(const Lesson &lesson);

    //! Odds that they are one person, against everything else they can be to each other.
    [[nodiscard]] double odds(const Comparison &comparison) const;
    //! Whether a comparison in which nothing agrees better than here could have odds() of 2 to the
    //! power of `bits`.
    [[nodiscard]] bool canReach(double bits, const PerAspect<float> &rarity,
                                const Agreements &atBest) const;
    //! The share of all pairs that are one person.
    [[nodiscard]] double matchRate() const
    {
        return m_prior[static_cast<std::size_t>(Kinship::SamePerson)];
    }
    //! How many pairs of the last lesson were one person, known ones included.
    [[nodiscard]] double lessons() const { return m_lessons; }

private:
    using Levels = std::array<double, agreementCount>;
    using Weights = std::array<double, kinshipCount>;

    [[nodiscard]] Weights weights(const Comparison &comparison) const;
    [[nodiscard]] Weights shares(const Comparison &comparison) const;
    void learnStrangers(std::span<const Comparison> random);
    void prepare();

    std::array<PerAspect<Levels>, kinshipCount> m_chances;
    PerAspect<Levels> m_strangers;
    std::array<PerAspect<Levels>, kinshipCount> m_weights; //!< log2; of Same without its rarity
    PerAspect<Levels> m_best; //!< log2; the most that at most such an agreement can say
    Weights m_prior {}; //!< share of all pairs
    Weights m_priorBits {}; //!< log2 of it
    double m_lessons = 0;
};

} // namespace twinbook
