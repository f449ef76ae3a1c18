// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/identifiers.h"
#include "sync/matching.h"
#include "sync/plan.h"

#include <QHash>

#include <optional>

namespace twinbook {

//! Makes one plan. Used once; see plan() for the contract. The steps, in order: linked people,
//! people recognised now, people who look alike, people on one side only.
class Planner
{
public:
    explicit Planner(const PlanInput &input);

    [[nodiscard]] Plan run();

private:
    struct NewPerson
    {
        Side on; //!< where the person is now
        int index;
        const Link *link; //!< of a person that vanished from the other side, or nullptr
    };

    [[nodiscard]] const Observation &person(Side side, int index) const;
    //! Made once for whoever is asked about; a front desk's phone asks about many, often.
    [[nodiscard]] const MatchKeys &keys(Side side, int index);
    //! Made at the first call: most plans of people already linked never ask.
    [[nodiscard]] Identifiers &identifiers(Side side);
    [[nodiscard]] bool isIdentifier(std::size_t row) const;
    [[nodiscard]] bool isLeftOut(Side side, int index) const;
    [[nodiscard]] const Answer *answerTo(const QuestionKey &key) const;
    [[nodiscard]] const Answer *fieldAnswer(const PersonPlan &person, std::size_t row) const;
    [[nodiscard]] QString nameOf(const PersonPlan &person) const;

    void planLinked();
    void planLink(const Link &link, int left, int right);
    void planGone(const Link &link, Side missing, int index);
    void planMatches();
    void planCandidate(const Candidate &candidate);
    void planOneSided(Side side);
    void planNew(const NewPerson &newcomer);
    void planNewUnlessTwin(const NewPerson &newcomer);
    void planTwin(const NewPerson &newcomer, int owner, const QString &why);
    void leaveOutRepetitions(Side side, const QHash<RemoteId, int> &index);
    void leaveOut(int left, int right, LinkId link);

    [[nodiscard]] bool haveSameName(Side side, int index, Side otherSide, int other);
    [[nodiscard]] bool mayBeTwins(Side side, int index, Side otherSide, int other);
    [[nodiscard]] int twinOpposite(const NewPerson &newcomer);
    [[nodiscard]] int twinAmongNewcomers(const NewPerson &newcomer);
    [[nodiscard]] std::vector<FieldPlan> mergeAll(const PersonPlan &person, const Link *link);
    [[nodiscard]] FieldPlan merge(const PersonPlan &person, const Link *link, std::size_t row);
    [[nodiscard]] bool mayGet(const NewPerson &newcomer, std::size_t row, const FieldValue &value);
    [[nodiscard]] FieldPlan creation(const NewPerson &newcomer, std::size_t row);
    void settle(PersonPlan &person);
    void ask(PersonPlan &person, Question question);
    void add(PersonPlan person);

    const PlanInput &m_input;
    const Projection &m_projection;
    const MatchRows m_rows;
    const QString m_country;
    PerSide<std::vector<MatchKeys>> m_keys; //!< empty until the first are made
    PerSide<std::vector<char>> m_hasKeys;
    PerSide<std::optional<Identifiers>> m_identifiers;
    PerSide<std::vector<char>> m_placed;
    PerSide<std::vector<char>> m_isNew; //!< planned as somebody to be created opposite
    QHash<LinkId, const Link *> m_links;
    Plan m_plan;
};

} // namespace twinbook
