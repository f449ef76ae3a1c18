// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/plainscore.h"

#include "core/normalize.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::testing {

namespace {

double nameLikeness(const QString &a, const QString &b)
{
    if (a == b)
        return 1;
    const PlainName one(a);
    const PlainName two(b);
    const double parts
        = (plainJaroWinkler(one.first, two.first) + plainJaroWinkler(one.last, two.last)) / 2;
    const double swapped
        = (plainJaroWinkler(one.first, two.last) + plainJaroWinkler(one.last, two.first)) / 2;
    return std::min(0.999, std::max({plainJaroWinkler(a, b), parts, swapped}));
}

bool firstNamesSpeakAgainst(const QString &a, const QString &b)
{
    const PlainName one(a);
    const PlainName two(b);
    if (one.first.isEmpty() || two.first.isEmpty() || one.first == two.first)
        return false;
    const bool swapped = plainJaroWinkler(one.first, two.last) > 0.85
        && plainJaroWinkler(one.last, two.first) > 0.85;
    return plainJaroWinkler(one.first, two.first) < 0.75 && !firstNamesAgree(one.first, two.first)
        && !swapped;
}

double textLikeness(const QString &a, const QString &b)
{
    return a == b ? 1 : plainJaroWinkler(a, b) * 0.99;
}

double digitLikeness(const QString &a, const QString &b)
{
    if (a == b || a.size() != b.size())
        return a == b ? 1 : 0;
    int same = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        same += a.at(i) == b.at(i) ? 1 : 0;
    return static_cast<double>(same) / static_cast<double>(a.size()) * 0.99;
}

class Sum
{
public:
    void add(const QString &field, double likeness, double nearEnough, double same, double near,
             double different)
    {
        if (likeness >= 1) {
            m_weight += same;
            m_words.append("same "_L1 + field);
        } else if (likeness >= nearEnough) {
            m_weight += near;
            m_words.append("similar "_L1 + field);
        } else {
            m_weight += different;
            ++contradictions;
            m_words.append("different "_L1 + field);
        }
    }
    [[nodiscard]] double probability() const
    {
        const double odds = std::exp2(-11 + m_weight);
        return odds / (1 + odds);
    }
    [[nodiscard]] QString words() const { return m_words.join(u", "_s); }

    int contradictions = 0;

private:
    double m_weight = 0;
    QStringList m_words;
};

} // namespace

double plainJaroWinkler(QStringView a, QStringView b)
{
    a = a.left(64);
    b = b.left(64);
    if (a.isEmpty() || b.isEmpty())
        return 0;
    if (a == b)
        return 1;
    const qsizetype window = std::max<qsizetype>(std::max(a.size(), b.size()) / 2 - 1, 0);
    std::vector<char> taken(static_cast<std::size_t>(b.size()), 0);
    QString fromA;
    for (qsizetype i = 0; i < a.size(); ++i) {
        for (qsizetype j = std::max<qsizetype>(0, i - window);
             j < std::min(b.size(), i + window + 1); ++j) {
            if (!taken[static_cast<std::size_t>(j)] && a.at(i) == b.at(j)) {
                taken[static_cast<std::size_t>(j)] = 1;
                fromA += a.at(i);
                break;
            }
        }
    }
    QString fromB;
    for (qsizetype j = 0; j < b.size(); ++j) {
        if (taken[static_cast<std::size_t>(j)])
            fromB += b.at(j);
    }
    if (fromA.isEmpty())
        return 0;
    int outOfOrder = 0;
    for (qsizetype i = 0; i < fromA.size(); ++i)
        outOfOrder += fromA.at(i) != fromB.at(i) ? 1 : 0;
    const auto matches = static_cast<double>(fromA.size());
    const double jaro
        = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size())
           + (matches - outOfOrder / 2) / matches)
        / 3;
    qsizetype prefix = 0;
    while (prefix < std::min<qsizetype>({4, a.size(), b.size()}) && a.at(prefix) == b.at(prefix))
        ++prefix;
    return jaro + static_cast<double>(prefix) * 0.1 * (1 - jaro);
}

PlainName::PlainName(const QString &name)
    : first(name.lastIndexOf(u' ') < 0 ? QString() : name.left(name.lastIndexOf(u' ')))
    , last(name.mid(name.lastIndexOf(u' ') + 1))
{ }

QString plainTextAt(const Observation &person, int row)
{
    return row < 0 ? QString() : foldedText(person.values[static_cast<std::size_t>(row)].toText());
}

PlainScore scorePlainly(const Projection &projection, const Observation &left,
                        const MatchKeys &leftKeys, const Observation &right,
                        const MatchKeys &rightKeys)
{
    const MatchRows rows(projection);
    const QString &email = leftKeys.email;
    const bool sameEmail = !email.isEmpty() && email == rightKeys.email;
    const bool samePhone = !leftKeys.phone.isEmpty() && leftKeys.phone == rightKeys.phone;
    const bool alwaysAsked
        = (sameEmail && !isSharedMailbox(email)) || (samePhone && namesAgree(leftKeys, rightKeys));
    const QString born = plainTextAt(left, rows.birthDate);
    const bool sameDay = !born.isEmpty() && born == plainTextAt(right, rows.birthDate);
    if (!alwaysAsked && !sameDay && firstNamesSpeakAgainst(leftKeys.name, rightKeys.name))
        return {};

    Sum sum;
    const auto add = [&](int row, const QString &a, const QString &b, double likeness,
                         double nearEnough, double same, double near, double different) {
        if (!a.isEmpty() && !b.isEmpty())
            sum.add(projection.row(static_cast<std::size_t>(row)).title, likeness, nearEnough, same,
                    near, different);
    };
    add(rows.name, leftKeys.name, rightKeys.name, nameLikeness(leftKeys.name, rightKeys.name), 0.85,
        9, 5, -5);
    if (sameEmail && isSharedMailbox(email))
        add(rows.email, email, rightKeys.email, 1, 0.95, 4, 2, -0.7);
    else
        add(rows.email, email, rightKeys.email, textLikeness(email, rightKeys.email), 0.95, 12, 4,
            -2);
    add(rows.phone, leftKeys.phone, rightKeys.phone, samePhone ? 1 : 0, 1, 7, 0, -1.5);
    const int inContacts = sum.contradictions;
    const auto surrounding = [&](int row, auto likeness, double nearEnough, double same,
                                 double near, double different) {
        const QString a = plainTextAt(left, row);
        const QString b = plainTextAt(right, row);
        add(row, a, b, likeness(a, b), nearEnough, same, near, different);
    };
    surrounding(rows.street, textLikeness, 0.88, 8, 4, -1);
    surrounding(rows.city, textLikeness, 0.88, 4, 2, -0.7);
    surrounding(rows.company, textLikeness, 0.88, 4, 2, -0.7);
    surrounding(rows.birthDate, digitLikeness, 0.72, 11, 4, -3);
    surrounding(rows.postalCode, digitLikeness, 0.72, 5, 2, -1);

    const bool sameName = !leftKeys.name.isEmpty() && leftKeys.name == rightKeys.name;
    const bool onlyAnOutdatedContact = sum.contradictions == inContacts && sum.contradictions <= 1;
    const bool isAsked = alwaysAsked || (sameName && onlyAnOutdatedContact);
    return {isAsked ? std::max(sum.probability(), 0.5) : sum.probability(), sum.words()};
}

} // namespace twinbook::testing
