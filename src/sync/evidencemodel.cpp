// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/evidencemodel.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace twinbook {

namespace {

constexpr int rounds = 12;
//! The beginning counts as much as so many pairs seen.
constexpr double trustInBeginning = 60;
constexpr double trustInStrangers = 20;
//! Known pairs count as much as so many at most: they were recognised because they are the plain
//! cases, and the others are not.
constexpr double trustInKnown = 200;
//! In a family two people have the same first name this often: father and son.
constexpr double namesakesInHousehold = 0.01;

//! log2 of a share that need not be worked out.
constexpr double nothing = -24;

constexpr std::size_t at(Agreement agreement)
{
    return static_cast<std::size_t>(agreement);
}
constexpr std::size_t at(Kinship kinship)
{
    return static_cast<std::size_t>(kinship);
}

using Levels = std::array<double, agreementCount>; // of Unknown nothing

constexpr Levels free {};

//! By aspect, in its order: different, near, close, same.
constexpr PerAspect<Levels> onePerson {
    {Levels {0, .06, .03, .10, .81}, // first
     Levels {0, .06, .03, .07, .84}, // last
     Levels {0, .15, .01, .04, .80}, // e-mail
     Levels {0, .25, .01, .04, .70}, // phone
     Levels {0, .03, .02, .07, .88}, // birth date
     Levels {0, .20, .05, .10, .65}, // street
     Levels {0, .10, .01, .09, .80}, // house number
     Levels {0, .35, .05, .10, .50}, // city
     Levels {0, .20, .02, .08, .70}, // postal code
     Levels {0, .20, .05, .10, .65}, // company
     Levels {0, .20, .05, .10, .65}, Levels {0, .20, .05, .10, .65}, Levels {0, .20, .05, .10, .65},
     Levels {0, .20, .05, .10, .65}}};

//! Free is what members of a household do not have in common.
constexpr PerAspect<Levels> household {{free, // first
                                        Levels {0, .12, .02, .06, .80}, // last
                                        Levels {0, .77, .05, .03, .15}, // e-mail
                                        Levels {0, .49, .01, .02, .48}, // phone
                                        free, // birth date
                                        Levels {0, .07, .03, .10, .80}, // street
                                        Levels {0, .07, .01, .07, .85}, // house number
                                        Levels {0, .30, .05, .10, .55}, // city
                                        Levels {0, .10, .02, .08, .80}, // postal code
                                        Levels {0, .67, .01, .02, .30}, // company
                                        free, free, free, free}};

constexpr PerAspect<Levels> colleagues {{free, // first
                                         free, // last
                                         Levels {0, .82, .05, .03, .10}, // e-mail
                                         Levels {0, .69, .03, .03, .25}, // phone
                                         free, // birth date
                                         Levels {0, .37, .03, .10, .50}, // street
                                         Levels {0, .10, .01, .09, .80}, // house number
                                         Levels {0, .30, .05, .10, .55}, // city
                                         Levels {0, .30, .02, .08, .60}, // postal code
                                         Levels {0, .05, .02, .08, .85}, // company
                                         free, free, free, free}};

constexpr std::array beginnings {onePerson, household, colleagues};

constexpr Levels strangersAtFirst {0, .95, .03, .01, .01};

bool isFree(std::size_t kinship, std::size_t aspect)
{
    return beginnings[kinship].values[aspect] == free;
}

//! A count of each value, by some bits of its hash. Two values that share a place look more common
//! than they are, which makes nobody a match.
class Counts
{
public:
    explicit Counts(std::size_t people)
        : m_counts(std::bit_ceil(people * 8), 0)
    { }

    void add(quint64 hash) { ++m_counts[place(hash)]; }
    [[nodiscard]] quint32 of(quint64 hash) const { return m_counts[place(hash)]; }
    void clear() { std::fill(m_counts.begin(), m_counts.end(), 0); }

private:
    [[nodiscard]] std::size_t place(quint64 hash) const
    {
        return (hash >> 1) & (m_counts.size() - 1);
    }

    std::vector<quint32> m_counts;
};

//! How many of each agreement, weighted; begins with what is expected.
class Tally
{
public:
    Tally(const PerAspect<Levels> &expected, double trust)
    {
        for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
            for (std::size_t level = 1; level < agreementCount; ++level)
                m_counts.values[aspect][level] = expected.values[aspect][level] * trust;
        }
    }

    void add(const Agreements &agreements, double weight)
    {
        for (std::size_t aspect = 0; aspect < aspectCount; ++aspect)
            m_counts.values[aspect][at(agreements.values[aspect])] += weight;
    }

    [[nodiscard]] PerAspect<Levels> chances() const
    {
        PerAspect<Levels> chances = m_counts;
        for (Levels &levels : chances.values) {
            double sum = 0;
            for (std::size_t level = 1; level < agreementCount; ++level)
                sum += levels[level];
            for (std::size_t level = 1; level < agreementCount && sum > 0; ++level)
                levels[level] /= sum;
        }
        return chances;
    }

private:
    PerAspect<Levels> m_counts;
};

} // namespace

Comparison compared(const Sketch &a, const Sketch &b)
{
    Comparison comparison {agreementsOf(a, b), {}};
    for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
        if (comparison.agreements.values[aspect] == Agreement::Same)
            comparison.rarity.values[aspect] = a.rarity.values[aspect];
    }
    return comparison;
}

void noteRarities(std::vector<Sketch> &left, std::vector<Sketch> &right)
{
    const std::size_t people = left.size() + right.size();
    Counts counts(people);
    const double all = std::log2(static_cast<double>(people));
    std::vector<float> logarithms(1024);
    for (std::size_t i = 1; i < logarithms.size(); ++i)
        logarithms[i] = static_cast<float>(std::log2(static_cast<double>(i)) - all);
    for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
        counts.clear();
        for (const auto *side : {&left, &right}) {
            for (const Sketch &sketch : *side) {
                if (sketch.hashes.values[aspect] != 0)
                    counts.add(sketch.hashes.values[aspect]);
            }
        }
        for (auto *side : {&left, &right}) {
            for (Sketch &sketch : *side) {
                if (sketch.hashes.values[aspect] == 0)
                    continue;
                const quint32 count = counts.of(sketch.hashes.values[aspect]);
                sketch.rarity.values[aspect] = count < logarithms.size()
                    ? logarithms[count]
                    : static_cast<float>(std::log2(static_cast<double>(count)) - all);
            }
        }
    }
}

EvidenceModel::EvidenceModel()
    : m_chances(beginnings)
{
    m_strangers.values.fill(strangersAtFirst);
    prepare();
}

void EvidenceModel::prepare()
{
    for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship)
        m_priorBits[kinship] = std::log2(m_prior[kinship]);
    for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship) {
        for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
            Levels &weights = m_weights[kinship].values[aspect];
            weights.fill(0);
            if (isFree(kinship, aspect))
                continue;
            for (std::size_t level = 1; level < agreementCount; ++level) {
                weights[level] = std::log2(m_chances[kinship].values[aspect][level]);
                if (level != at(Agreement::Same))
                    weights[level] -= std::log2(m_strangers.values[aspect][level]);
            }
        }
    }
    // Unknown says nothing, and may be what an agreement turns out to be.
    for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
        const Levels &weights = m_weights[at(Kinship::SamePerson)].values[aspect];
        Levels &best = m_best.values[aspect];
        best = weights;
        for (const std::size_t level : {at(Agreement::Near), at(Agreement::Close)})
            best[level] = std::max({best[level], best[level - 1], 0.0});
    }
}

EvidenceModel::Weights EvidenceModel::weights(const Comparison &comparison) const
{
    Weights sums {};
    for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
        const std::size_t level = at(comparison.agreements.values[aspect]);
        if (level == 0)
            continue;
        const double rarity = static_cast<double>(comparison.rarity.values[aspect]);
        for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship) {
            if (!isFree(kinship, aspect))
                sums[kinship] += m_weights[kinship].values[aspect][level] - rarity;
        }
    }
    if (comparison.agreements[Aspect::First] == Agreement::Same) {
        const double usual = std::exp2(static_cast<double>(comparison.rarity[Aspect::First]));
        sums[at(Kinship::Household)] += std::log2((usual + namesakesInHousehold) / usual);
    }
    return sums;
}

//! How likely each kinship is; what is left are strangers.
EvidenceModel::Weights EvidenceModel::shares(const Comparison &comparison) const
{
    Weights shares = weights(comparison);
    double sum = 1;
    for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship) {
        const double bits = m_priorBits[kinship] + shares[kinship];
        shares[kinship] = bits < nothing ? 0 : std::exp2(bits);
        sum += shares[kinship];
    }
    for (double &share : shares)
        share /= sum;
    return shares;
}

double EvidenceModel::odds(const Comparison &comparison) const
{
    const Weights sums = weights(comparison);
    double others = 1;
    for (std::size_t kinship = at(Kinship::Household); kinship < kinshipCount; ++kinship)
        others += m_prior[kinship] * std::exp2(sums[kinship]);
    const std::size_t same = at(Kinship::SamePerson);
    return m_prior[same] * std::exp2(sums[same]) / others;
}

bool EvidenceModel::canReach(double bits, const PerAspect<float> &rarity,
                             const Agreements &atBest) const
{
    double sum = m_priorBits[at(Kinship::SamePerson)];
    for (std::size_t aspect = 0; aspect < aspectCount; ++aspect) {
        const std::size_t level = at(atBest.values[aspect]);
        sum += m_best.values[aspect][level];
        if (level == at(Agreement::Same))
            sum -= static_cast<double>(rarity.values[aspect]);
    }
    return sum >= bits;
}

void EvidenceModel::learnStrangers(std::span<const Comparison> random)
{
    PerAspect<Levels> expected;
    expected.values.fill(strangersAtFirst);
    Tally tally(expected, trustInStrangers);
    for (const Comparison &comparison : random)
        tally.add(comparison.agreements, 1);
    m_strangers = tally.chances();
}

void EvidenceModel::learn(const Lesson &lesson)
{
    learnStrangers(lesson.random);
    const double met = static_cast<double>(lesson.met.size());
    m_prior = {met / 8 / lesson.allPairs, met / 8 / lesson.allPairs, met / 8 / lesson.allPairs};
    prepare();
    const double known = static_cast<double>(lesson.known.size());
    const double weightOfKnown = known > trustInKnown ? trustInKnown / known : 1;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Tally> tallies;
        for (const PerAspect<Levels> &beginning : beginnings)
            tallies.emplace_back(beginning, trustInBeginning);
        for (const Comparison &comparison : lesson.known)
            tallies.front().add(comparison.agreements, weightOfKnown);
        Weights counts {1, 1, 1}; // never none at all
        for (const Comparison &comparison : lesson.met) {
            const Weights share = shares(comparison);
            for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship) {
                counts[kinship] += share[kinship];
                if (share[kinship] > 1e-6)
                    tallies[kinship].add(comparison.agreements, share[kinship]);
            }
        }
        for (std::size_t kinship = 0; kinship < kinshipCount; ++kinship) {
            m_chances[kinship] = tallies[kinship].chances();
            m_prior[kinship] = counts[kinship] / lesson.allPairs;
        }
        m_lessons = counts[at(Kinship::SamePerson)] + known;
        prepare();
    }
}

} // namespace twinbook
