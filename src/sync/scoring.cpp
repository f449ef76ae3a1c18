// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/scoring.h"

#include "core/normalize.h"
#include "sync/similarity.h"

#include <QCoreApplication>
#include <QStringList>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Likeness)
};

//! Two people of an office picked at random are the same person this rarely (log2).
constexpr double priorWeight = -11;

//! log2(m/u) for agreement, near agreement and disagreement of one field.
struct Weights
{
    double same;
    double near;
    double different;
};

constexpr Weights nameWeights {9.0, 5.0, -5.0};
constexpr Weights emailWeights {12.0, 4.0, -2.0};
constexpr Weights phoneWeights {7.0, 0.0, -1.5};
constexpr Weights birthDateWeights {11.0, 4.0, -3.0};
constexpr Weights streetWeights {8.0, 4.0, -1.0};
constexpr Weights postalCodeWeights {5.0, 2.0, -1.0};
constexpr Weights cityWeights {4.0, 2.0, -0.7};
constexpr Weights companyWeights {4.0, 2.0, -0.7};

class Tally
{
public:
    //! `field` must outlive the tally.
    void add(const QString &field, const Weights &weights, double similarity, double nearEnough)
    {
        const Level level = similarity >= 1 ? Level::Same
            : similarity >= nearEnough      ? Level::Similar
                                            : Level::Different;
        switch (level) {
        case Level::Same:
            m_weight += weights.same;
            break;
        case Level::Similar:
            m_weight += weights.near;
            break;
        case Level::Different:
            ++m_contradictions;
            m_weight += weights.different;
            break;
        }
        m_findings.append({&field, level});
    }

    //! How many fields differ.
    [[nodiscard]] int contradictions() const { return m_contradictions; }

    [[nodiscard]] double probability() const
    {
        const double odds = std::exp2(priorWeight + m_weight);
        return odds / (1 + odds);
    }

    //! Only for pairs that are shown: most are not, and words cost more than numbers.
    [[nodiscard]] QString evidence() const
    {
        QStringList words;
        for (const Finding &finding : m_findings) {
            switch (finding.level) {
            case Level::Same:
                words.append(Tr::tr("same %1").arg(*finding.field));
                break;
            case Level::Similar:
                words.append(Tr::tr("similar %1").arg(*finding.field));
                break;
            case Level::Different:
                words.append(Tr::tr("different %1").arg(*finding.field));
                break;
            }
        }
        return words.join(u", "_s);
    }

private:
    enum class Level : quint8 { Same, Similar, Different };
    struct Finding
    {
        const QString *field = nullptr;
        Level level = Level::Same;
    };

    double m_weight = 0;
    int m_contradictions = 0;
    QVarLengthArray<Finding, 8> m_findings;
};

//! From here on two names are taken for one with a slip of the pen.
constexpr double similarName = 0.85;

//! Likeness of two names whatever their order and word borders.
double nameSimilarity(const MatchKeys &a, const MatchKeys &b)
{
    if (a.name == b.name)
        return 1;
    const double whole = jaroWinkler(a.name, b.name);
    if (whole >= similarName)
        return std::min(0.999, whole);
    const double parts = (jaroWinkler(a.first, b.first) + jaroWinkler(a.last, b.last)) / 2;
    const double swapped = (jaroWinkler(a.first, b.last) + jaroWinkler(a.last, b.first)) / 2;
    return std::min(0.999, std::max({whole, parts, swapped}));
}

bool isSwapped(const MatchKeys &a, const MatchKeys &b)
{
    return jaroWinkler(a.first, b.last) > 0.85 && jaroWinkler(a.last, b.first) > 0.85;
}

//! Whether both have a first name and one is no misspelling of the other.
bool haveUnlikeFirstNames(const MatchKeys &a, const MatchKeys &b)
{
    if (a.first.isEmpty() || b.first.isEmpty() || a.first == b.first)
        return false;
    return jaroWinkler(a.first, b.first) < 0.75 && !firstNamesAgree(a.first, b.first)
        && !isSwapped(a, b);
}

QString foldedAt(const Observation &person, int row)
{
    const FieldValue &value = person.values[static_cast<std::size_t>(row)];
    const QString *text = value.textIfAny();
    return foldedText(text ? *text : value.toText());
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

//! A field of both people, added if both have it.
template<class Similarity>
void addField(const Projection &projection, int row, const Weights &weights, double nearEnough,
              const Observation &left, const Observation &right, Similarity similarity,
              Tally &tally)
{
    if (row < 0)
        return;
    const QString a = foldedAt(left, row);
    const QString b = foldedAt(right, row);
    if (!a.isEmpty() && !b.isEmpty()) {
        tally.add(projection.row(static_cast<std::size_t>(row)).title, weights,
                  a == b ? 1 : similarity(a, b) * 0.99, nearEnough);
    }
}

void addSurroundings(const Projection &projection, const MatchRows &rows, const Observation &left,
                     const Observation &right, Tally &tally)
{
    const auto text = [&](int row, const Weights &weights) {
        addField(projection, row, weights, 0.88, left, right, jaroWinkler, tally);
    };
    const auto digits = [&](int row, const Weights &weights) {
        addField(projection, row, weights, 0.72, left, right, digitsInCommon, tally);
    };
    text(rows.street, streetWeights);
    text(rows.city, cityWeights);
    text(rows.company, companyWeights);
    digits(rows.birthDate, birthDateWeights);
    digits(rows.postalCode, postalCodeWeights);
}

bool haveEqualValues(const Observation &left, const Observation &right, int row)
{
    if (row < 0)
        return false;
    const QString value = foldedAt(left, row);
    return !value.isEmpty() && value == foldedAt(right, row);
}

} // namespace

Likeness likeness(const Projection &projection, const MatchRows &rows, const Observation &left,
                  const MatchKeys &leftKeys, const Observation &right, const MatchKeys &rightKeys)
{
    const bool sameEmail = !leftKeys.email.isEmpty() && leftKeys.email == rightKeys.email;
    const bool samePersonalEmail = sameEmail && !isSharedMailbox(leftKeys.email);
    const bool samePhone = !leftKeys.phone.isEmpty() && leftKeys.phone == rightKeys.phone;
    const bool alwaysAsked = samePersonalEmail || (samePhone && namesAgree(leftKeys, rightKeys));
    if (!alwaysAsked && haveUnlikeFirstNames(leftKeys, rightKeys)
        && !haveEqualValues(left, right, rows.birthDate))
        return {};

    Tally tally;
    const auto titleOf = [&](int row) -> const QString & {
        return projection.row(static_cast<std::size_t>(row)).title;
    };
    if (!leftKeys.name.isEmpty() && !rightKeys.name.isEmpty())
        tally.add(titleOf(rows.name), nameWeights, nameSimilarity(leftKeys, rightKeys),
                  similarName);
    if (!leftKeys.email.isEmpty() && !rightKeys.email.isEmpty()) {
        tally.add(titleOf(rows.email),
                  sameEmail && !samePersonalEmail ? companyWeights : emailWeights,
                  sameEmail ? 1 : jaroWinkler(leftKeys.email, rightKeys.email) * 0.99, 0.95);
    }
    if (!leftKeys.phone.isEmpty() && !rightKeys.phone.isEmpty())
        tally.add(titleOf(rows.phone), phoneWeights, samePhone ? 1 : 0, 1);
    const int outdatedContacts = tally.contradictions();
    addSurroundings(projection, rows, left, right, tally);

    const bool sameFullName = leftKeys.name == rightKeys.name && !leftKeys.name.isEmpty();
    const bool hardlyContradicted
        = tally.contradictions() <= 1 && outdatedContacts == tally.contradictions();
    Likeness likeness;
    likeness.probability = tally.probability();
    if (alwaysAsked || (sameFullName && hardlyContradicted))
        likeness.probability = std::max(likeness.probability, worthAsking);
    if (likeness.probability >= worthAsking)
        likeness.evidence = tally.evidence();
    return likeness;
}

} // namespace twinbook
