// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The planner's last step: people who are on one side only.

#include "core/normalize.h"
#include "sync/planner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Plan)
};

//! A phone or e-mail that more people have is a front desk's; then only an equal name counts.
constexpr std::size_t mostOwners = 200;

} // namespace

void Planner::planOneSided(Side side)
{
    for (std::size_t i = 0; i < m_placed[side].size(); ++i) {
        if (m_placed[side][i])
            continue;
        const auto index = static_cast<int>(i);
        if (isLeftOut(side, index)) {
            leaveOut(side == Side::Left ? index : PersonPlan::nobody,
                     side == Side::Right ? index : PersonPlan::nobody, {});
            continue;
        }
        planNewUnlessTwin({side, index, nullptr});
    }
}

bool Planner::haveSameName(Side side, int index, Side otherSide, int other)
{
    const QString &name = keys(side, index).name;
    return !name.isEmpty() && name == keys(otherSide, other).name;
}

//! Whether creating the one might double the other.
bool Planner::mayBeTwins(Side side, int index, Side otherSide, int other)
{
    const MatchKeys &a = keys(side, index);
    const MatchKeys &b = keys(otherSide, other);
    const bool samePhone = !a.phone.isEmpty() && a.phone == b.phone;
    if (!samePhone && isSharedMailbox(a.email))
        return haveSameName(side, index, otherSide, other);
    return namesAgree(a, b);
}

int Planner::twinOpposite(const NewPerson &newcomer)
{
    const Side there = opposite(newcomer.on);
    const std::vector<int> owners = identifiers(there).ownersOf(keys(newcomer.on, newcomer.index));
    for (const int owner : owners) {
        if (owners.size() > mostOwners && !haveSameName(newcomer.on, newcomer.index, there, owner))
            continue;
        const int left = newcomer.on == Side::Left ? newcomer.index : owner;
        const int right = newcomer.on == Side::Left ? owner : newcomer.index;
        const Answer *answer = answerTo({QuestionKind::SamePerson,
                                         person(Side::Left, left).id,
                                         person(Side::Right, right).id,
                                         {}});
        const bool isAnother = answer && answer->choice == Choice::Different;
        if (!isAnother && mayBeTwins(newcomer.on, newcomer.index, there, owner))
            return owner;
    }
    return PersonPlan::nobody;
}

int Planner::twinAmongNewcomers(const NewPerson &newcomer)
{
    const Side here = newcomer.on;
    const std::vector<int> owners = identifiers(here).ownersOf(keys(here, newcomer.index));
    for (const int owner : owners) {
        if (owners.size() > mostOwners && !haveSameName(here, newcomer.index, here, owner))
            continue;
        if (owner != newcomer.index && m_isNew[here][static_cast<std::size_t>(owner)]
            && mayBeTwins(here, newcomer.index, here, owner))
            return owner;
    }
    return PersonPlan::nobody;
}

void Planner::planNewUnlessTwin(const NewPerson &newcomer)
{
    const Side here = newcomer.on;
    const auto nameAt = [this](Side side, int index) {
        return m_rows.name < 0
            ? QString()
            : person(side, index).values[static_cast<std::size_t>(m_rows.name)].toDisplay();
    };
    if (const int owner = twinOpposite(newcomer); owner != PersonPlan::nobody) {
        const QString why
            = Tr::tr("%1 already has \"%2\" with the same e-mail or phone. This may be the same "
                     "person entered twice in %3.")
                  .arg(serviceName(opposite(here)), nameAt(opposite(here), owner),
                       serviceName(here));
        planTwin(newcomer, owner, why);
    } else if (const int twin = twinAmongNewcomers(newcomer); twin != PersonPlan::nobody) {
        const QString why
            = Tr::tr("%1 also has \"%2\" with the same e-mail or phone, who is to be added to %3. "
                     "This may be the same person entered twice in %1.")
                  .arg(serviceName(here), nameAt(here, twin), serviceName(opposite(here)));
        planTwin(newcomer, PersonPlan::nobody, why);
    } else {
        planNew(newcomer);
    }
}

void Planner::planTwin(const NewPerson &newcomer, int owner, const QString &why)
{
    QuestionKey key {QuestionKind::Twin, {}, {}, {}};
    PersonPlan plan;
    if (newcomer.on == Side::Left) {
        key.left = person(Side::Left, newcomer.index).id;
        plan.left = newcomer.index;
    } else {
        key.right = person(Side::Right, newcomer.index).id;
        plan.right = newcomer.index;
    }
    const Answer *answer = answerTo(key);
    if (answer && answer->choice == Choice::Different) {
        planNew(newcomer);
        return;
    }
    plan.state = PersonState::NeedsYou;
    plan.other = owner;
    if (newcomer.link) {
        plan.link = newcomer.link->id;
        plan.gone = newcomer.on == Side::Left ? newcomer.link->right : newcomer.link->left;
    }
    Question question;
    question.key = key;
    question.why = why;
    ask(plan, std::move(question));
    add(std::move(plan));
}

void Planner::planNew(const NewPerson &newcomer)
{
    PersonPlan plan;
    (newcomer.on == Side::Left ? plan.left : plan.right) = newcomer.index;
    plan.state = PersonState::New;
    if (newcomer.link) {
        plan.link = newcomer.link->id;
        plan.gone = newcomer.on == Side::Left ? newcomer.link->right : newcomer.link->left;
    }
    for (std::size_t row = 0; row < m_projection.size(); ++row) {
        const FieldPlan field = creation(newcomer, row);
        if (field.outcome != FieldOutcome::Agrees)
            plan.fields.push_back(field);
    }
    settle(plan);
    if (plan.state == PersonState::New)
        m_isNew[newcomer.on][static_cast<std::size_t>(newcomer.index)] = 1;
    add(std::move(plan));
}

//! Whether the record that is there already may be given the value.
bool Planner::mayGet(const NewPerson &newcomer, std::size_t row, const FieldValue &value)
{
    const bool isTaken = newcomer.on == Side::Right && isIdentifier(row)
        && identifiers(Side::Right).isTaken(row, value, newcomer.index);
    return !isTaken && m_projection.row(row).flowsTo(newcomer.on)
        && m_projection.writability(newcomer.on, row) == Projection::Writability::Writable
        && m_projection.canHold(newcomer.on, row, value);
}

FieldPlan Planner::creation(const NewPerson &newcomer, std::size_t row)
{
    const Side to = opposite(newcomer.on);
    const auto index = static_cast<quint16>(row);
    PersonPlan plan;
    (newcomer.on == Side::Left ? plan.left : plan.right) = newcomer.index;
    const Answer *answer = fieldAnswer(plan, row);
    const FieldValue &present = person(newcomer.on, newcomer.index).values[row];
    const FieldValue &value
        = answer && answer->choice == Choice::UseValue ? answer->value : present;
    const FieldMapping &mapping = m_projection.row(row);
    if (value.isEmpty()) {
        if (!m_projection.canHold(to, row, value) && mapping.flowsTo(to))
            return {index, FieldOutcome::Ask, FieldReason::NeededButEmpty, {}};
        return {index, FieldOutcome::Agrees, FieldReason::SameValue, {}};
    }
    if (!mapping.flowsTo(to))
        return {index, FieldOutcome::HeldBack, FieldReason::OneWay, {}};
    if (m_projection.writability(to, row) == Projection::Writability::Never
        || !m_projection.canHold(to, row, value))
        return {index, FieldOutcome::HeldBack, FieldReason::CannotBeWritten, {}};
    if (to == Side::Right && isIdentifier(row)
        && identifiers(Side::Right).isTaken(row, value, PersonPlan::nobody))
        return {index, FieldOutcome::HeldBack, FieldReason::TakenByAnother, {}};
    // A typed answer is for both: the record it was missing in gets it too.
    if (!m_projection.equivalent(row, value, present) && mayGet(newcomer, row, value))
        return {index, FieldOutcome::ToBoth, FieldReason::PersonDecided, value};
    return {index, to == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight,
            FieldReason::NewPerson, value};
}

} // namespace twinbook
