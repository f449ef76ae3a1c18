// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/linkids.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace twinbook {

namespace {

constexpr int nobody = -1;

class LinkIdMatcher
{
public:
    LinkIdMatcher(const SideState &left, const SideState &right, const std::vector<int> &lefts,
                  const std::vector<int> &rights, const std::function<bool(int, int)> &areDifferent)
        : m_state {&left, &right}
        , m_free {lefts, rights}
        , m_areDifferent(areDifferent)
    { }

    LinkIdFindings run()
    {
        if (!anybodyNamesAnother())
            return {};
        for (const Side side : bothSides) {
            for (const int i : m_free[side])
                m_people[side].insert(person(side, i).id, i);
        }
        for (const Side side : bothSides) {
            for (const int i : m_free[side]) {
                if (const int other = named(side, i); other != nobody)
                    ++m_timesNamed[opposite(side)][other];
            }
        }
        for (const int left : m_free.left)
            settle(left, named(Side::Left, left));
        for (const int right : m_free.right)
            settle(named(Side::Right, right), right);
        return std::move(m_findings);
    }

private:
    [[nodiscard]] const Observation &person(Side side, int i) const
    {
        return m_state[side]->people[static_cast<std::size_t>(i)];
    }

    [[nodiscard]] bool anybodyNamesAnother() const
    {
        return std::any_of(bothSides.begin(), bothSides.end(), [this](Side side) {
            return std::any_of(m_free[side].cbegin(), m_free[side].cend(), [this, side](int i) {
                return !person(side, i).counterpart.isEmpty();
            });
        });
    }

    //! Whom this one names, or nobody.
    [[nodiscard]] int named(Side side, int i) const
    {
        const RemoteId &other = person(side, i).counterpart;
        return other.isEmpty() ? nobody : m_people[opposite(side)].value(other, nobody);
    }

    [[nodiscard]] bool isNamedBack(Side side, int i) const
    {
        const int other = named(side, i);
        return other != nobody && named(opposite(side), other) == i;
    }

    void settle(int left, int right)
    {
        if (left == nobody || right == nobody || m_taken.left.contains(left)
            || m_taken.right.contains(right) || m_areDifferent(left, right))
            return;
        const int ofLeft = named(Side::Left, left);
        const int ofRight = named(Side::Right, right);
        const bool isMutual = ofLeft == right && ofRight == left;
        const bool isUncontested = (ofLeft == right || ofLeft == nobody)
            && (ofRight == left || ofRight == nobody)
            && m_timesNamed.right.value(right) == (ofLeft == right ? 1 : 0)
            && m_timesNamed.left.value(left) == (ofRight == left ? 1 : 0);
        if (!isMutual && !isUncontested
            && (isNamedBack(Side::Left, left) || isNamedBack(Side::Right, right)))
            return;
        m_taken.left.insert(left);
        m_taken.right.insert(right);
        (isMutual || isUncontested ? m_findings.agreed : m_findings.contradicting)
            .emplace_back(left, right);
    }

    const PerSide<const SideState *> m_state;
    const PerSide<std::vector<int>> m_free;
    const std::function<bool(int, int)> &m_areDifferent;
    PerSide<QHash<RemoteId, int>> m_people;
    PerSide<QHash<int, int>> m_timesNamed;
    PerSide<QSet<int>> m_taken;
    LinkIdFindings m_findings;
};

} // namespace

LinkIdFindings matchLinkIds(const SideState &left, const SideState &right,
                            const std::vector<int> &lefts, const std::vector<int> &rights,
                            const std::function<bool(int, int)> &areDifferent)
{
    return LinkIdMatcher(left, right, lefts, rights, areDifferent).run();
}

} // namespace twinbook
