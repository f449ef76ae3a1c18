// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/support/mergeoracle.h"

namespace twinbook::testing {

namespace {

bool same(const QString &a, const QString &b)
{
    return a.simplified() == b.simplified();
}

FieldPlan verdict(FieldOutcome outcome, FieldReason reason, const QString &value = {})
{
    return {0, outcome, reason, value.isNull() ? FieldValue() : FieldValue(value)};
}

FieldPlan held(FieldReason reason)
{
    return verdict(FieldOutcome::HeldBack, reason);
}

enum class By { Rule, Person };

//! Why `to` may not get the value, or nothing.
std::optional<FieldReason> objection(const MergeCase &given, Side to, const QString &value, By by)
{
    const bool oneWay = (given.direction == Direction::ToRight && to == Side::Left)
        || (given.direction == Direction::ToLeft && to == Side::Right);
    const bool toIsEmpty = (to == Side::Left ? given.left : given.right).isEmpty();
    if (oneWay)
        return FieldReason::OneWay;
    if (by == By::Rule && value.isEmpty() && given.emptyRule == EmptyRule::NeverErase)
        return FieldReason::EmptyNeverErases;
    if (by == By::Rule && given.authority == Authority::FillOnlyIfEmpty && !toIsEmpty)
        return FieldReason::OnlyFillsEmpty;
    if (given.access[to] != FieldAccess::ReadWrite
        || (value.isEmpty() && given.need[to] == FieldNeed::RequiredToCreate))
        return FieldReason::CannotBeWritten;
    return std::nullopt;
}

FieldPlan give(const MergeCase &given, Side to, const QString &value, FieldReason why,
               By by = By::Rule)
{
    if (const auto reason = objection(given, to, value, by))
        return held(*reason);
    return verdict(to == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight, why,
                   value.isNull() ? QString() : value);
}

FieldPlan typed(const MergeCase &given, const QString &value)
{
    const bool leftLacks = !same(given.left, value);
    const bool rightLacks = !same(given.right, value);
    const FieldPlan left = give(given, Side::Left, value, FieldReason::PersonDecided, By::Person);
    const FieldPlan right = give(given, Side::Right, value, FieldReason::PersonDecided, By::Person);
    const bool leftGets = leftLacks && left.outcome == FieldOutcome::ToLeft;
    const bool rightGets = rightLacks && right.outcome == FieldOutcome::ToRight;
    if (leftGets && rightGets)
        return verdict(FieldOutcome::ToBoth, FieldReason::PersonDecided, value);
    if (leftGets)
        return left;
    if (rightGets)
        return right;
    return leftLacks ? left : right;
}

FieldPlan wins(const MergeCase &given, Side winner, FieldReason why)
{
    const QString &mine = winner == Side::Left ? given.left : given.right;
    const QString &other = winner == Side::Left ? given.right : given.left;
    if (mine.isEmpty() && given.emptyRule == EmptyRule::NeverErase)
        return give(given, winner, other, FieldReason::FillsEmpty);
    return give(given, opposite(winner), mine, why);
}

FieldPlan fillsEmpty(const MergeCase &given)
{
    return given.left.isEmpty() ? give(given, Side::Left, given.right, FieldReason::FillsEmpty)
                                : give(given, Side::Right, given.left, FieldReason::FillsEmpty);
}

FieldPlan byRule(const MergeCase &given, FieldReason why)
{
    const auto mayBeWritten = [&](Side to) {
        return given.access[to] == FieldAccess::ReadWrite
            && objection(given, to, QStringLiteral("x"), By::Person) != FieldReason::OneWay;
    };
    if (!mayBeWritten(Side::Left) && !mayBeWritten(Side::Right))
        return held(FieldReason::CannotBeWritten);
    const bool oneIsEmpty = given.left.isEmpty() || given.right.isEmpty();
    if (given.authority == Authority::Left)
        return wins(given, Side::Left, FieldReason::LeftWins);
    if (given.authority == Authority::Right)
        return wins(given, Side::Right, FieldReason::RightWins);
    if (given.authority == Authority::FillOnlyIfEmpty)
        return oneIsEmpty ? fillsEmpty(given) : held(FieldReason::OnlyFillsEmpty);
    if (given.authority == Authority::Newest && given.newer != 0)
        return wins(given, given.newer < 0 ? Side::Left : Side::Right, FieldReason::NewerWins);
    return verdict(FieldOutcome::Ask, why);
}

} // namespace

FieldPlan expectedMerge(const MergeCase &given)
{
    const bool leftEdited = given.hasBase && !same(given.left, given.baseLeft);
    const bool rightEdited = given.hasBase && !same(given.right, given.baseRight);
    if (same(given.left, given.right)) {
        return verdict(FieldOutcome::Agrees,
                       leftEdited && rightEdited       ? FieldReason::SameEdit
                           : given.left == given.right ? FieldReason::SameValue
                                                       : FieldReason::FormattingOnly);
    }
    if (given.direction == Direction::Off)
        return held(FieldReason::OneWay);
    if (given.hasBase && !leftEdited && !rightEdited)
        return held(FieldReason::StoredDifferently);
    const auto choice = given.answer ? std::optional(given.answer->choice) : std::nullopt;
    if (choice == Choice::UseLeft)
        return give(given, Side::Right, given.left, FieldReason::PersonDecided, By::Person);
    if (choice == Choice::UseRight)
        return give(given, Side::Left, given.right, FieldReason::PersonDecided, By::Person);
    if (choice == Choice::UseValue)
        return typed(given, given.answer->value.text());
    if (!given.hasBase)
        return given.left.isEmpty() || given.right.isEmpty()
            ? fillsEmpty(given)
            : byRule(given, FieldReason::NeverAgreed);
    if (leftEdited && rightEdited)
        return byRule(given, FieldReason::BothChanged);
    if (leftEdited)
        return give(given, Side::Right, given.left,
                    given.right.isEmpty() ? FieldReason::FillsEmpty : FieldReason::ChangedOnLeft);
    return give(given, Side::Left, given.right,
                given.left.isEmpty() ? FieldReason::FillsEmpty : FieldReason::ChangedOnRight);
}

} // namespace twinbook::testing
