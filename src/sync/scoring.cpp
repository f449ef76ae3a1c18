// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/scoring.h"

#include "core/normalize.h"
#include "sync/similarity.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Likeness)
};

using Level = Likeness::Level;

//! Two people of an office picked at random are the same person this rarely (log2).
constexpr double priorWeight = -11;

//! Far more than adding up eight weights in another order can change, far less than any weight.
constexpr double rounding = 1e-9;

//! log2(m/u) for agreement, near agreement and disagreement of one trait.
struct Weights
{
    double same;
    double near;
    double different;

    [[nodiscard]] double of(Level level) const
    {
        switch (level) {
        case Level::Unknown:
            return 0;
        case Level::Same:
            return same;
        case Level::Similar:
            return near;
        case Level::Different:
            return different;
        }
        return 0;
    }
};

constexpr Weights nameWeights {9.0, 5.0, -5.0};
constexpr Weights emailWeights {12.0, 4.0, -2.0};
constexpr Weights phoneWeights {7.0, 0.0, -1.5};
constexpr Weights birthDateWeights {11.0, 4.0, -3.0};
constexpr Weights streetWeights {8.0, 4.0, -1.0};
constexpr Weights postalCodeWeights {5.0, 2.0, -1.0};
constexpr Weights cityWeights {4.0, 2.0, -0.7};
constexpr Weights companyWeights {4.0, 2.0, -0.7};

//! From here on two names are taken for one with a slip of the pen.
constexpr double similarName = 0.85;

//! Likeness of two names whatever their order and word borders.
bool haveSimilarNames(const MatchKeys &a, const MatchKeys &b)
{
    if (jaroWinkler(a.name, b.name) >= similarName)
        return true;
    const auto both = [](double first, double last) { return (first + last) / 2 >= similarName; };
    return both(jaroWinkler(a.first(), b.first()), jaroWinkler(a.last(), b.last()))
        || both(jaroWinkler(a.first(), b.last()), jaroWinkler(a.last(), b.first()));
}

bool isSwapped(const MatchKeys &a, const MatchKeys &b)
{
    return jaroWinkler(a.first(), b.last()) > 0.85 && jaroWinkler(a.last(), b.first()) > 0.85;
}

//! Whether both have a first name and one is no misspelling of the other.
bool haveUnlikeFirstNames(const MatchKeys &a, const MatchKeys &b)
{
    if (a.first().isEmpty() || b.first().isEmpty() || a.first() == b.first())
        return false;
    return jaroWinkler(a.first(), b.first()) < 0.75 && !firstNamesAgree(a.first(), b.first())
        && !isSwapped(a, b);
}

double digitsInCommon(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return 0;
    qsizetype same = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        same += a.at(i) == b.at(i) ? 1 : 0;
    return static_cast<double>(same) / static_cast<double>(a.size());
}

//! Whether two unequal texts are almost equal.
bool isSimilar(Trait trait, const Portrait &left, const Portrait &right)
{
    const QString &a = left.texts[trait];
    const QString &b = right.texts[trait];
    switch (trait) {
    case Trait::Name:
        return haveSimilarNames(*left.keys, *right.keys);
    case Trait::Email:
        return jaroWinkler(a, b) * 0.99 >= 0.95;
    case Trait::Phone:
        return false;
    case Trait::Street:
    case Trait::City:
    case Trait::Company:
        return jaroWinkler(a, b) * 0.99 >= 0.88;
    case Trait::BirthDate:
    case Trait::PostalCode:
        return digitsInCommon(a, b) * 0.99 >= 0.72;
    }
    return false;
}

constexpr PerTrait<Weights> usualWeights {{nameWeights, emailWeights, phoneWeights, streetWeights,
                                           cityWeights, companyWeights, birthDateWeights,
                                           postalCodeWeights}};

//! One pair of people. Which texts are equal is told at once. Of the others the best is assumed,
//! and they are looked at only as long as that would be good enough.
class Comparison
{
public:
    Comparison(const Portrait &left, const Portrait &right)
        : m_left(left)
        , m_right(right)
    {
        for (const Trait trait : allTraits) {
            if (left.marks[trait] != 0 && right.marks[trait] != 0)
                m_levels[trait] = isSame(trait) ? Level::Same : Level::Similar;
        }
        m_sharesMailbox
            = m_levels[Trait::Email] == Level::Same && isSharedMailbox(left.keys->email);
        m_alwaysAsked = (m_levels[Trait::Email] == Level::Same && !m_sharesMailbox)
            || (m_levels[Trait::Phone] == Level::Same && namesAgree(*left.keys, *right.keys));
        for (const Trait trait : allTraits)
            m_atMost += weights(trait).of(m_levels[trait]);
    }

    [[nodiscard]] std::optional<Likeness> result()
    {
        // First what is cheap to tell, then what says much.
        for (const Trait trait : {Trait::Phone, Trait::BirthDate, Trait::PostalCode, Trait::Email,
                                  Trait::Name, Trait::Street, Trait::City, Trait::Company}) {
            if (!isHopeful() || (trait == Trait::Name && isOfOneHousehold()))
                return std::nullopt;
            lookAt(trait);
        }
        const Likeness likeness {probability(), m_levels};
        return likeness.probability >= worthAsking ? std::optional(likeness) : std::nullopt;
    }

private:
    [[nodiscard]] const Weights &weights(Trait trait) const
    {
        return trait == Trait::Email && m_sharesMailbox ? companyWeights : usualWeights[trait];
    }

    [[nodiscard]] bool isSame(Trait trait) const
    {
        return m_left.marks[trait] == m_right.marks[trait]
            && m_left.texts[trait] == m_right.texts[trait];
    }

    void lookAt(Trait trait)
    {
        if (m_levels[trait] != Level::Similar || isSimilar(trait, m_left, m_right))
            return;
        m_levels[trait] = Level::Different;
        m_atMost -= weights(trait).near - weights(trait).different;
    }

    //! Whether the sum, or a rule above it, may still make the pair worth asking.
    [[nodiscard]] bool isHopeful() const
    {
        return m_atMost >= -rounding || m_alwaysAsked || m_levels[Trait::Name] == Level::Same;
    }

    [[nodiscard]] bool isOfOneHousehold() const
    {
        return !m_alwaysAsked && m_levels[Trait::BirthDate] != Level::Same
            && haveUnlikeFirstNames(*m_left.keys, *m_right.keys);
    }

    //! Added up in the order of the traits, so that equal findings give equal numbers.
    [[nodiscard]] double probability() const
    {
        double weight = 0;
        int contradictions = 0;
        for (const Trait trait : allTraits) {
            weight += weights(trait).of(m_levels[trait]);
            contradictions += m_levels[trait] == Level::Different ? 1 : 0;
        }
        const double odds = std::exp2(priorWeight + weight);
        const double probability = odds / (1 + odds);
        const bool isOutdatedContact = contradictions == 1
            && (m_levels[Trait::Email] == Level::Different
                || m_levels[Trait::Phone] == Level::Different);
        const bool isNamesake
            = m_levels[Trait::Name] == Level::Same && (contradictions == 0 || isOutdatedContact);
        return m_alwaysAsked || isNamesake ? std::max(probability, worthAsking) : probability;
    }

    const Portrait &m_left;
    const Portrait &m_right;
    PerTrait<Level> m_levels;
    double m_atMost = priorWeight;
    bool m_sharesMailbox = false;
    bool m_alwaysAsked = false;
};

} // namespace

std::optional<Likeness> likeness(const Portrait &left, const Portrait &right)
{
    return Comparison(left, right).result();
}

QString evidence(const Likeness &likeness, const Projection &projection, const MatchRows &rows)
{
    QStringList words;
    for (const Trait trait : allTraits) {
        if (likeness.levels[trait] == Level::Unknown)
            continue;
        const auto row = static_cast<std::size_t>(rowOf(trait, rows));
        const QString &field = projection.row(row).title;
        switch (likeness.levels[trait]) {
        case Level::Unknown:
            break;
        case Level::Same:
            words.append(Tr::tr("same %1").arg(field));
            break;
        case Level::Similar:
            words.append(Tr::tr("similar %1").arg(field));
            break;
        case Level::Different:
            words.append(Tr::tr("different %1").arg(field));
            break;
        }
    }
    return words.join(u", "_s);
}

} // namespace twinbook
