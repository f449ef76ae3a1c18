// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/agreement.h"

#include "core/normalize.h"
#include "sync/similarity.h"

#include <algorithm>

namespace twinbook {

namespace {

//! More slips than make two numbers alike.
constexpr int farApart = 64;

Agreement byLikeness(QStringView a, QStringView b)
{
    const double likeness = jaroWinkler(a, b);
    if (likeness > closeText)
        return Agreement::Close;
    return likeness > nearText ? Agreement::Near : Agreement::Different;
}

Agreement texts(const Sketch &a, const Sketch &b, Aspect aspect)
{
    if (a.hashes[aspect] == 0 || b.hashes[aspect] == 0)
        return Agreement::Unknown;
    if (a.hashes[aspect] == b.hashes[aspect])
        return Agreement::Same;
    return byLikeness(a.texts[aspect], b.texts[aspect]);
}

//! How many places of two equally long texts differ; two neighbours in the other order count once.
int slips(QStringView a, QStringView b)
{
    int count = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a.at(i) == b.at(i))
            continue;
        ++count;
        if (i + 1 < a.size() && a.at(i) == b.at(i + 1) && a.at(i + 1) == b.at(i))
            ++i;
    }
    return count;
}

Agreement numbers(const Sketch &a, const Sketch &b, Aspect aspect)
{
    return digitsAgreement(a.texts[aspect], b.texts[aspect]);
}

//! "m" or "m." for "maria", and short forms.
bool standsFor(const Sketch &a, const Sketch &b)
{
    const QString &one = a.texts[Aspect::First];
    const QString &two = b.texts[Aspect::First];
    if (one.size() == 1 || two.size() == 1)
        return one.at(0) == two.at(0);
    return a.fullFirstHash == b.fullFirstHash;
}

Agreement firstNames(const Sketch &a, const Sketch &b)
{
    if (a.hashes[Aspect::First] == 0 || b.hashes[Aspect::First] == 0)
        return Agreement::Unknown;
    if (a.hashes[Aspect::First] == b.hashes[Aspect::First])
        return Agreement::Same;
    return standsFor(a, b) ? Agreement::Close
                           : byLikeness(a.texts[Aspect::First], b.texts[Aspect::First]);
}

Agreement lastNames(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return Agreement::Unknown;
    return a == b ? Agreement::Same : byLikeness(a, b);
}

struct NameAgreement
{
    Agreement first = Agreement::Unknown;
    Agreement last = Agreement::Unknown;

    [[nodiscard]] int sum() const { return static_cast<int>(first) + static_cast<int>(last); }
};

//! One of them has a single word, which may be a first or a last name.
NameAgreement withSingleWord(const Sketch &single, const Sketch &other)
{
    const Agreement asFirst = firstNames(single, other);
    const Agreement asLast = lastNames(single.texts[Aspect::First], other.texts[Aspect::Last]);
    if (asLast > asFirst)
        return {Agreement::Unknown, asLast};
    return {asFirst, Agreement::Unknown};
}

//! A swapped order is a slip in itself.
Agreement atMostClose(Agreement agreement)
{
    return std::min(agreement, Agreement::Close);
}

NameAgreement names(const Sketch &a, const Sketch &b)
{
    const QString &firstA = a.texts[Aspect::First];
    const QString &firstB = b.texts[Aspect::First];
    const QString &lastA = a.texts[Aspect::Last];
    const QString &lastB = b.texts[Aspect::Last];
    if (firstA.isEmpty() || firstB.isEmpty())
        return {};
    if (lastA.isEmpty() || lastB.isEmpty())
        return lastA.isEmpty() ? withSingleWord(a, b) : withSingleWord(b, a);
    const NameAgreement straight {firstNames(a, b), lastNames(lastA, lastB)};
    if (straight.first >= Agreement::Close && straight.last >= Agreement::Close)
        return straight;
    if (a.lettersHash == b.lettersHash)
        return {Agreement::Close, Agreement::Close};
    const NameAgreement swapped {atMostClose(lastNames(firstA, lastB)),
                                 atMostClose(lastNames(lastA, firstB))};
    const bool isSwapped = swapped.first >= Agreement::Near && swapped.last >= Agreement::Near
        && swapped.sum() > straight.sum();
    return isSwapped ? swapped : straight;
}

Agreement emails(const Sketch &a, const Sketch &b)
{
    const Agreement whole = texts(a, b, Aspect::Email);
    if (whole == Agreement::Unknown || whole == Agreement::Same)
        return whole;
    const QStringView one = a.texts[Aspect::Email];
    const QStringView two = b.texts[Aspect::Email];
    const qsizetype atOne = one.indexOf(u'@');
    const qsizetype atTwo = two.indexOf(u'@');
    // Every firm has an info@.
    if (one.left(atOne) == two.left(atTwo))
        return isSharedMailbox(a.texts[Aspect::Email]) ? Agreement::Different : Agreement::Close;
    const bool sameDomain = one.mid(atOne) == two.mid(atTwo);
    return sameDomain && jaroWinkler(one.left(atOne), two.left(atTwo)) > closeText
        ? Agreement::Near
        : Agreement::Different;
}

} // namespace

Agreements agreementsOf(const Sketch &a, const Sketch &b)
{
    Agreements found;
    const NameAgreement name = names(a, b);
    found[Aspect::First] = name.first;
    found[Aspect::Last] = name.last;
    found[Aspect::Email] = emails(a, b);
    found[Aspect::Phone] = numbers(a, b, Aspect::Phone);
    found[Aspect::BirthDate] = numbers(a, b, Aspect::BirthDate);
    found[Aspect::Street] = texts(a, b, Aspect::Street);
    if (found[Aspect::Street] >= Agreement::Near)
        found[Aspect::HouseNumber] = numbers(a, b, Aspect::HouseNumber);
    found[Aspect::PostalCode] = numbers(a, b, Aspect::PostalCode);
    if (found[Aspect::PostalCode] != Agreement::Same)
        found[Aspect::City] = texts(a, b, Aspect::City);
    found[Aspect::Company] = texts(a, b, Aspect::Company);
    for (const Aspect other : {Aspect::Other1, Aspect::Other2, Aspect::Other3, Aspect::Other4})
        found[other] = texts(a, b, other);
    return found;
}

Agreement digitsAgreement(QStringView a, QStringView b)
{
    if (a.isEmpty() || b.isEmpty())
        return Agreement::Unknown;
    if (a == b)
        return Agreement::Same;
    if (a.size() != b.size())
        return Agreement::Different;
    // In two digits one slip is half of them.
    const int count = a.size() < 3 ? farApart : slips(a, b);
    if (count <= 1)
        return Agreement::Close;
    return count == 2 && a.size() >= 6 ? Agreement::Near : Agreement::Different;
}

} // namespace twinbook
