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
    void add(const QString &field, const Weights &weights, double similarity, double nearEnough)
    {
        if (similarity >= 1) {
            m_weight += weights.same;
            m_evidence.append(Tr::tr("same %1").arg(field));
        } else if (similarity >= nearEnough) {
            m_weight += weights.near;
            m_evidence.append(Tr::tr("similar %1").arg(field));
        } else {
            m_weight += weights.different;
            m_evidence.append(Tr::tr("different %1").arg(field));
        }
    }

    [[nodiscard]] Likeness likeness() const
    {
        const double odds = std::exp2(priorWeight + m_weight);
        return {odds / (1 + odds), m_evidence.join(u", "_s)};
    }

private:
    double m_weight = 0;
    QStringList m_evidence;
};

//! Likeness of two names whatever their order and word borders.
double nameSimilarity(const MatchKeys &a, const MatchKeys &b)
{
    if (a.name == b.name)
        return 1;
    const double whole = jaroWinkler(a.name, b.name);
    const double parts = (jaroWinkler(a.first, b.first) + jaroWinkler(a.last, b.last)) / 2;
    const double swapped = (jaroWinkler(a.first, b.last) + jaroWinkler(a.last, b.first)) / 2;
    return std::min(0.999, std::max({whole, parts, swapped}));
}

QString foldedAt(const Observation &person, int row)
{
    return foldedText(person.values[static_cast<std::size_t>(row)].toText());
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

} // namespace

Likeness likeness(const Projection &projection, const MatchRows &rows, const Observation &left,
                  const MatchKeys &leftKeys, const Observation &right, const MatchKeys &rightKeys)
{
    Tally tally;
    if (!leftKeys.name.isEmpty() && !rightKeys.name.isEmpty())
        tally.add(Tr::tr("name"), nameWeights, nameSimilarity(leftKeys, rightKeys), 0.85);
    if (!leftKeys.email.isEmpty() && !rightKeys.email.isEmpty()) {
        tally.add(Tr::tr("e-mail"), emailWeights,
                  leftKeys.email == rightKeys.email
                      ? 1
                      : jaroWinkler(leftKeys.email, rightKeys.email) * 0.99,
                  0.95);
    }
    if (!leftKeys.phone.isEmpty() && !rightKeys.phone.isEmpty())
        tally.add(Tr::tr("phone"), phoneWeights, leftKeys.phone == rightKeys.phone ? 1 : 0, 1);

    struct TextField
    {
        int row;
        Weights weights;
    };
    for (const TextField field :
         {TextField {rows.street, streetWeights}, TextField {rows.city, cityWeights},
          TextField {rows.company, companyWeights}}) {
        if (field.row < 0)
            continue;
        const QString a = foldedAt(left, field.row);
        const QString b = foldedAt(right, field.row);
        if (!a.isEmpty() && !b.isEmpty()) {
            tally.add(projection.row(static_cast<std::size_t>(field.row)).title, field.weights,
                      a == b ? 1 : jaroWinkler(a, b) * 0.99, 0.88);
        }
    }
    for (const TextField field : {TextField {rows.birthDate, birthDateWeights},
                                  TextField {rows.postalCode, postalCodeWeights}}) {
        if (field.row < 0)
            continue;
        const QString a = foldedAt(left, field.row);
        const QString b = foldedAt(right, field.row);
        if (!a.isEmpty() && !b.isEmpty()) {
            tally.add(projection.row(static_cast<std::size_t>(field.row)).title, field.weights,
                      a == b ? 1 : digitsInCommon(a, b) * 0.99, 0.72);
        }
    }
    return tally.likeness();
}

} // namespace twinbook
