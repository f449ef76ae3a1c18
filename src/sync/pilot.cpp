// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/pilot.h"

#include "core/normalize.h"

#include <algorithm>

namespace twinbook {

namespace {

enum class Part : quint8 { Nothing, IsLinked, IsWritten };

Part partOf(const PersonPlan &person)
{
    if (isWritten(person))
        return Part::IsWritten;
    const bool onBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
    const bool becomesLinked
        = onBoth && person.link.isNull() && person.state != PersonState::LeftOut;
    return becomesLinked ? Part::IsLinked : Part::Nothing;
}

class Membership
{
public:
    Membership(const Pilot &pilot, const PlanInput &input)
        : m_pilot(pilot)
        , m_input(input)
        , m_tagRow(input.projection.rowWithRole(FieldRole::Tags))
        , m_tag(foldedText(pilot.tag))
    { }

    [[nodiscard]] bool holds(const PersonPlan &person) const
    {
        return holds(person,
                     [this](const Observation &seen) {
                         return !m_pilot.listed || m_pilot.listed->contains(seen.id);
                     })
            && holds(person,
                     [this](const Observation &seen) { return m_tag.isEmpty() || isTagged(seen); });
    }

private:
    template<class Condition>
    [[nodiscard]] bool holds(const PersonPlan &person, const Condition &condition) const
    {
        const auto holdsOn = [&](const SideState &state, int index) {
            return index != PersonPlan::nobody
                && condition(state.people[static_cast<std::size_t>(index)]);
        };
        return holdsOn(m_input.left, person.left) || holdsOn(m_input.right, person.right);
    }

    [[nodiscard]] bool isTagged(const Observation &seen) const
    {
        if (m_tagRow < 0)
            return false;
        const QStringList tags = seen.values[static_cast<std::size_t>(m_tagRow)].list();
        return std::any_of(tags.cbegin(), tags.cend(),
                           [this](const QString &tag) { return foldedText(tag) == m_tag; });
    }

    const Pilot &m_pilot;
    const PlanInput &m_input;
    const int m_tagRow;
    const QString m_tag;
};

} // namespace

Outsiders outsidersOf(const Pilot &pilot, const PlanInput &input, const Plan &plan,
                      const QSet<int> &leftOut)
{
    Outsiders outsiders;
    const Membership membership(pilot, input);
    std::vector<int> takePart; // those that are written, then those that are linked
    std::vector<int> linked;
    for (std::size_t i = 0; i < plan.people.size(); ++i) {
        const auto position = static_cast<int>(i);
        if (leftOut.contains(position))
            continue;
        const Part part = partOf(plan.people[i]);
        if (part != Part::Nothing && membership.holds(plan.people[i])) {
            (part == Part::IsWritten ? takePart : linked).push_back(position);
            continue;
        }
        if (!pilot.isEverybody())
            outsiders.positions.insert(position);
        outsiders.waiting += part == Part::Nothing ? 0 : 1;
    }
    takePart.insert(takePart.end(), linked.cbegin(), linked.cend());
    const std::size_t most
        = pilot.first > 0 ? static_cast<std::size_t>(pilot.first) : takePart.size();
    for (std::size_t i = most; i < takePart.size(); ++i) {
        outsiders.positions.insert(takePart[i]);
        ++outsiders.waiting;
    }
    outsiders.takingPart = static_cast<int>(std::min(most, takePart.size()));
    return outsiders;
}

} // namespace twinbook
