// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/evidencesearch.h"

#include "core/normalize.h"
#include "sync/encounters.h"
#include "sync/glimpse.h"
#include "sync/rivalry.h"

#include <QHashFunctions>

#include <algorithm>
#include <cmath>

namespace twinbook {

namespace {

// The same in every process, so that the same input gives the same plan.
constexpr std::size_t seed = 0x54574E42;

constexpr std::size_t mostPerKey = 30;
//! So many pairs are enough to learn from.
constexpr std::size_t mostPupils = 24'000;
constexpr std::size_t strangersLookedAt = 4096;
//! Fewer pairs that are one person teach nothing reliable.
constexpr double fewestLessons = 200;
//! However many have a partner, so many of them are still thought to have none.
constexpr double fewestAlone = 0.01;
//! Claims below these odds can no longer disturb another one.
constexpr double noClaim = 1e-3;

std::size_t hashOf(QStringView text)
{
    return text.isEmpty() ? 0 : qHash(text, seed) | 1;
}

std::size_t both(std::size_t a, std::size_t b)
{
    return a == 0 || b == 0 ? 0 : qHashMulti(seed, a, b) | 1;
}

//! In the same order for swapped first and last names.
std::size_t either(std::size_t a, std::size_t b)
{
    return both(std::min(a, b), std::max(a, b));
}

//! The ways in which two people can meet; together they leave out hardly any true pair.
MeetingKeys meetingKeysOf(const Sketch &sketch)
{
    const QStringView firstName = sketch.texts[Aspect::First];
    const QStringView lastName = sketch.texts[Aspect::Last];
    const std::size_t first = hashOf(firstName.left(3));
    const std::size_t last = hashOf(lastName.left(3));
    const auto &hashes = sketch.hashes;
    return {hashes[Aspect::Email],
            sketch.mailboxHash,
            hashes[Aspect::Phone],
            hashes[Aspect::BirthDate],
            either(hashes[Aspect::First], hashes[Aspect::Last]),
            either(first, last),
            both(hashes[Aspect::Street], hashes[Aspect::HouseNumber]),
            both(hashes[Aspect::Street], last),
            both(hashes[Aspect::PostalCode], first),
            both(hashes[Aspect::PostalCode], last),
            both(hashes[Aspect::City], hashes[Aspect::Last]),
            both(hashes[Aspect::City], hashes[Aspect::First]),
            both(hashes[Aspect::Company], first),
            both(hashes[Aspect::Company], last),
            both(hashes[Aspect::Other1], first),
            both(hashes[Aspect::Other1], last),
            both(hashes[Aspect::Other1], hashes[Aspect::HouseNumber]),
            both(hashes[Aspect::City], hashes[Aspect::HouseNumber]),
            both(hashes[Aspect::PostalCode], hashes[Aspect::HouseNumber])};
}

std::vector<Glimpse> glimpsesOf(const std::vector<Sketch> &people)
{
    std::vector<Glimpse> glimpses;
    glimpses.reserve(people.size());
    for (const Sketch &sketch : people)
        glimpses.push_back(glimpseOf(sketch));
    return glimpses;
}

std::vector<MeetingKeys> meetingKeysOf(const std::vector<Sketch> &people)
{
    std::vector<MeetingKeys> keys;
    keys.reserve(people.size());
    for (const Sketch &sketch : people)
        keys.push_back(meetingKeysOf(sketch));
    return keys;
}

Likeness::Level levelOf(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Unknown:
        return Likeness::Level::Unknown;
    case Agreement::Different:
        return Likeness::Level::Different;
    case Agreement::Near:
    case Agreement::Close:
        return Likeness::Level::Similar;
    case Agreement::Same:
        return Likeness::Level::Same;
    }
    return Likeness::Level::Unknown;
}

//! In the words of a question.
Likeness likenessOf(const Sketch &a, const Sketch &b, double probability)
{
    const Agreements found = agreementsOf(a, b);
    Likeness likeness;
    likeness.probability = probability;
    if (a.keys->name == b.keys->name && !a.keys->name.isEmpty())
        likeness.levels[Trait::Name] = Likeness::Level::Same;
    else
        likeness.levels[Trait::Name] = levelOf(
            std::min(std::max(found[Aspect::First], found[Aspect::Last]), Agreement::Close));
    likeness.levels[Trait::Email] = levelOf(found[Aspect::Email]);
    likeness.levels[Trait::Phone] = levelOf(found[Aspect::Phone]);
    likeness.levels[Trait::Street] = levelOf(found[Aspect::Street]);
    likeness.levels[Trait::City] = levelOf(found[Aspect::City]);
    likeness.levels[Trait::Company] = levelOf(found[Aspect::Company]);
    likeness.levels[Trait::BirthDate] = levelOf(found[Aspect::BirthDate]);
    likeness.levels[Trait::PostalCode] = levelOf(found[Aspect::PostalCode]);
    return likeness;
}

class Search
{
public:
    explicit Search(Acquaintance people)
        : m_people(std::move(people))
        , m_encounters(meetingKeysOf(m_people.left), meetingKeysOf(m_people.right), mostPerKey)
        , m_glimpses {glimpsesOf(m_people.left), glimpsesOf(m_people.right)}
    {
        noteRarities(m_people.left, m_people.right);
    }

    std::optional<Findings> run()
    {
        learn();
        if (m_model.lessons() < fewestLessons)
            return std::nullopt;
        m_wantOfPartners = wantOfPartners();
        m_leastBits = std::log2(noClaim / m_wantOfPartners);
        m_findings.compared = m_encounters.count();
        for (std::size_t left = 0; left < m_people.left.size(); ++left)
            claimsOf(left);
        settle();
        return std::move(m_findings);
    }

private:
    [[nodiscard]] std::vector<Comparison> strangers() const
    {
        std::vector<Comparison> pairs;
        pairs.reserve(strangersLookedAt);
        for (std::size_t i = 0; i < strangersLookedAt; ++i) {
            const std::size_t draw = qHash(static_cast<quint64>(i), seed);
            pairs.push_back(compared(m_people.left[draw % m_people.left.size()],
                                     m_people.right[(draw >> 32) % m_people.right.size()]));
        }
        return pairs;
    }

    void learn()
    {
        const std::size_t step = m_encounters.count() / mostPupils + 1;
        std::vector<Comparison> met;
        std::size_t pupils = 0;
        for (std::size_t left = 0; left < m_people.left.size(); left += step) {
            ++pupils;
            for (const int right : m_encounters.of(left))
                met.push_back(
                    compared(m_people.left[left], m_people.right[static_cast<std::size_t>(right)]));
        }
        const std::vector<Comparison> random = strangers();
        m_model.learn({met, random, m_people.known,
                       static_cast<double>(pupils) * static_cast<double>(m_people.right.size())});
    }

    //! Where almost everybody has a partner, who is left over on one side is most likely the one
    //! who is left over on the other: the odds against having none, on both sides.
    [[nodiscard]] double wantOfPartners() const
    {
        const auto lefts = static_cast<double>(m_people.left.size());
        const auto rights = static_cast<double>(m_people.right.size());
        const double matches = m_model.matchRate() * lefts * rights;
        const double alone = std::max(1 - matches / lefts, fewestAlone)
            * std::max(1 - matches / rights, fewestAlone);
        return 1 / alone;
    }

    void claimsOf(std::size_t left)
    {
        const Sketch &a = m_people.left[left];
        for (const int place : m_encounters.of(left)) {
            const auto right = static_cast<std::size_t>(place);
            if (!isWorthALook(left, right))
                continue;
            const Sketch &b = m_people.right[right];
            const Comparison comparison = compared(a, b);
            const double odds = areTwoGenerations(*a.keys, *b.keys)
                ? 0
                : m_model.odds(comparison) * m_wantOfPartners;
            const bool isAsked = isAlwaysAsked(a, b, comparison);
            if ((odds < noClaim && !isAsked) || m_people.areDifferent(left, right))
                continue;
            m_claims.push_back({left, right, odds});
            m_isAsked.push_back(isAsked ? 1 : 0);
        }
    }

    //! Most pairs are not.
    [[nodiscard]] bool isWorthALook(std::size_t left, std::size_t right) const
    {
        const Glimpse &a = m_glimpses.left[left];
        const Glimpse &b = m_glimpses.right[right];
        if (a.hasSingleWord || b.hasSingleWord)
            return true;
        const Agreements found = atBest(a, b);
        return found[Aspect::Email] == Agreement::Same || found[Aspect::Phone] == Agreement::Same
            || m_model.canReach(m_leastBits, m_people.left[left].rarity, found);
    }

    [[nodiscard]] static bool isAlwaysAsked(const Sketch &a, const Sketch &b,
                                            const Comparison &comparison)
    {
        const Agreements &found = comparison.agreements;
        if (found[Aspect::Email] == Agreement::Same && !isSharedMailbox(a.keys->email))
            return true;
        return found[Aspect::Phone] == Agreement::Same && namesAgree(*a.keys, *b.keys);
    }

    void settle()
    {
        const std::vector<double> probabilities
            = settledClaims(m_claims, m_people.left.size(), m_people.right.size());
        std::vector<std::size_t> order(m_claims.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return probabilities[a] > probabilities[b];
        });
        std::vector<char> leftTaken(m_people.left.size(), 0);
        std::vector<char> rightTaken(m_people.right.size(), 0);
        for (const std::size_t i : order) {
            const Claim &claim = m_claims[i];
            const double probability
                = m_isAsked[i] ? std::max(probabilities[i], worthAsking) : probabilities[i];
            if (probability < worthAsking || leftTaken[claim.left] || rightTaken[claim.right])
                continue;
            leftTaken[claim.left] = rightTaken[claim.right] = 1;
            (probability >= sureEnough ? m_findings.sure : m_findings.unsure)
                .push_back({claim.left, claim.right,
                            likenessOf(m_people.left[claim.left], m_people.right[claim.right],
                                       probability)});
        }
    }

    Acquaintance m_people;
    Encounters m_encounters;
    PerSide<std::vector<Glimpse>> m_glimpses;
    EvidenceModel m_model;
    double m_wantOfPartners = 1;
    double m_leastBits = 0; // log2 of the odds below which there is no claim
    std::vector<Claim> m_claims;
    std::vector<char> m_isAsked; // of each claim
    Findings m_findings;
};

} // namespace

std::optional<Findings> findByEvidence(Acquaintance people)
{
    if (std::min(people.left.size(), people.right.size()) == 0)
        return std::nullopt;
    return Search(std::move(people)).run();
}

} // namespace twinbook
