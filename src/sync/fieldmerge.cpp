// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/fieldmerge.h"

#include "sync/tagmerge.h"

namespace twinbook {

namespace {

class FieldMerge
{
public:
    FieldMerge(const Projection &projection, std::size_t row, const FieldValue &left,
               const FieldValue &right, const AgreedPair &base, const MergeContext &context)
        : m_projection(projection)
        , m_row(row)
        , m_mapping(projection.row(row))
        , m_left(left)
        , m_right(right)
        , m_base(base)
        , m_context(context)
    { }

    [[nodiscard]] FieldPlan decide() const
    {
        if (m_projection.equivalent(m_row, m_left, m_right))
            return agreement();
        if (m_mapping.direction == Direction::Off)
            return heldBack(FieldReason::OneWay);
        // Before the answer: once it has been carried out it must not be carried out again for ever
        // because a service keeps another spelling.
        if (m_base.known == AgreedPair::Known::Yes && !edited(Side::Left) && !edited(Side::Right))
            return heldBack(m_base.standing == AgreedPair::Standing::LeftApart
                                ? FieldReason::LeftApart
                                : FieldReason::StoredDifferently);
        if (m_context.answer && decidesField(m_context.answer->choice))
            return answered(*m_context.answer);
        if (isSet())
            return mergedSet();
        if (m_base.known == AgreedPair::Known::Yes)
            return withBase();
        if (m_left.isEmpty())
            return flow(Side::Left, m_right, FieldReason::FillsEmpty);
        if (m_right.isEmpty())
            return flow(Side::Right, m_left, FieldReason::FillsEmpty);
        return byRule(FieldReason::NeverAgreed);
    }

private:
    [[nodiscard]] const FieldValue &valueOn(Side side) const
    {
        return side == Side::Left ? m_left : m_right;
    }

    [[nodiscard]] FieldPlan result(FieldOutcome outcome, FieldReason reason,
                                   const FieldValue &value) const
    {
        return {static_cast<quint16>(m_row), outcome, reason, value};
    }

    [[nodiscard]] FieldPlan heldBack(FieldReason reason) const
    {
        return result(FieldOutcome::HeldBack, reason, {});
    }

    [[nodiscard]] FieldPlan agreement() const
    {
        FieldReason reason
            = m_left == m_right ? FieldReason::SameValue : FieldReason::FormattingOnly;
        if (m_base.known == AgreedPair::Known::Yes && edited(Side::Left) && edited(Side::Right))
            reason = FieldReason::SameEdit;
        return result(FieldOutcome::Agrees, reason, {});
    }

    [[nodiscard]] bool edited(Side side) const
    {
        return !m_projection.equivalent(m_row, valueOn(side),
                                        side == Side::Left ? m_base.left : m_base.right);
    }

    [[nodiscard]] bool isSet() const
    {
        const auto isListOrEmpty = [](const FieldValue &value) {
            return value.type() == FieldValue::Type::List || value.isEmpty();
        };
        return isListOrEmpty(m_left) && isListOrEmpty(m_right);
    }

    [[nodiscard]] bool isWritable(Side to) const
    {
        return m_mapping.flowsTo(to)
            && m_projection.writability(to, m_row) == Projection::Writability::Writable;
    }

    //! One side gets a value, unless a rule holds it back.
    [[nodiscard]] FieldPlan flow(Side to, const FieldValue &value, FieldReason reason) const
    {
        if (!m_mapping.flowsTo(to))
            return heldBack(FieldReason::OneWay);
        if (value.isEmpty() && m_mapping.emptyRule == EmptyRule::NeverErase
            && reason != FieldReason::PersonDecided)
            return heldBack(FieldReason::EmptyNeverErases);
        if (m_mapping.authority == Authority::FillOnlyIfEmpty && !valueOn(to).isEmpty()
            && reason != FieldReason::PersonDecided)
            return heldBack(FieldReason::OnlyFillsEmpty);
        if (!isWritable(to) || !m_projection.canHold(to, m_row, value))
            return heldBack(FieldReason::CannotBeWritten);
        return result(to == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight, reason,
                      value);
    }

    //! At least one side was edited.
    [[nodiscard]] FieldPlan withBase() const
    {
        if (edited(Side::Left) && edited(Side::Right))
            return byRule(FieldReason::BothChanged);
        const Side from = edited(Side::Left) ? Side::Left : Side::Right;
        const FieldReason changed
            = from == Side::Left ? FieldReason::ChangedOnLeft : FieldReason::ChangedOnRight;
        const Side to = opposite(from);
        return flow(to, valueOn(from), valueOn(to).isEmpty() ? FieldReason::FillsEmpty : changed);
    }

    //! Both have a say. `why` is what a person is told if no rule decides.
    [[nodiscard]] FieldPlan byRule(FieldReason why) const
    {
        if (!isWritable(Side::Left) && !isWritable(Side::Right))
            return heldBack(FieldReason::CannotBeWritten);
        switch (m_mapping.authority) {
        case Authority::AskMe:
            return result(FieldOutcome::Ask, why, {});
        case Authority::FillOnlyIfEmpty:
            return filling();
        case Authority::Left:
            return winner(Side::Left, FieldReason::LeftWins);
        case Authority::Right:
            return winner(Side::Right, FieldReason::RightWins);
        case Authority::Newest:
            return newest(why);
        }
        Q_UNREACHABLE();
    }

    //! An empty authority does not erase: the other side's value is taken instead.
    [[nodiscard]] FieldPlan winner(Side side, FieldReason reason) const
    {
        if (valueOn(side).isEmpty() && m_mapping.emptyRule == EmptyRule::NeverErase)
            return flow(side, valueOn(opposite(side)), FieldReason::FillsEmpty);
        return flow(opposite(side), valueOn(side), reason);
    }

    [[nodiscard]] FieldPlan filling() const
    {
        if (m_left.isEmpty())
            return flow(Side::Left, m_right, FieldReason::FillsEmpty);
        if (m_right.isEmpty())
            return flow(Side::Right, m_left, FieldReason::FillsEmpty);
        return heldBack(FieldReason::OnlyFillsEmpty);
    }

    [[nodiscard]] FieldPlan newest(FieldReason why) const
    {
        const QDateTime &left = m_context.modifiedAt.left;
        const QDateTime &right = m_context.modifiedAt.right;
        if (!left.isValid() || !right.isValid() || left == right)
            return result(FieldOutcome::Ask, why, {});
        return winner(left > right ? Side::Left : Side::Right, FieldReason::NewerWins);
    }

    //! The other choices belong to other questions.
    [[nodiscard]] static bool decidesField(Choice choice)
    {
        return choice == Choice::UseLeft || choice == Choice::UseRight
            || choice == Choice::UseValue;
    }

    [[nodiscard]] FieldPlan answered(const Answer &answer) const
    {
        if (answer.choice == Choice::UseLeft)
            return flow(Side::Right, m_left, FieldReason::PersonDecided);
        if (answer.choice == Choice::UseRight)
            return flow(Side::Left, m_right, FieldReason::PersonDecided);
        return toWhomItIsNew(answer.value, FieldReason::PersonDecided);
    }

    [[nodiscard]] FieldPlan mergedSet() const
    {
        const QStringList base = agreedTags(m_base.left.list(), m_base.right.list());
        const QStringList merged
            = mergedTags(m_base.known == AgreedPair::Known::Yes ? &base : nullptr, m_left.list(),
                         m_right.list());
        const FieldValue value = merged.isEmpty() ? FieldValue() : FieldValue(merged);
        return toWhomItIsNew(value, FieldReason::TagsMerged);
    }

    //! Both sides are to have the value; those that have it already get nothing.
    [[nodiscard]] FieldPlan toWhomItIsNew(const FieldValue &value, FieldReason reason) const
    {
        const bool newToLeft = !m_projection.equivalent(m_row, m_left, value);
        const bool newToRight = !m_projection.equivalent(m_row, m_right, value);
        const FieldPlan left = newToLeft ? flow(Side::Left, value, reason) : FieldPlan {};
        const FieldPlan right = newToRight ? flow(Side::Right, value, reason) : FieldPlan {};
        const bool writesLeft = left.outcome == FieldOutcome::ToLeft;
        const bool writesRight = right.outcome == FieldOutcome::ToRight;
        if (writesLeft && writesRight)
            return result(FieldOutcome::ToBoth, reason, value);
        if (writesLeft)
            return left;
        if (writesRight)
            return right;
        return newToLeft ? left : right;
    }

    const Projection &m_projection;
    std::size_t m_row;
    const FieldMapping &m_mapping;
    const FieldValue &m_left;
    const FieldValue &m_right;
    const AgreedPair &m_base;
    const MergeContext &m_context;
};

} // namespace

FieldPlan mergeField(const Projection &projection, std::size_t row, const FieldValue &left,
                     const FieldValue &right, const AgreedPair &base, const MergeContext &context)
{
    return FieldMerge(projection, row, left, right, base, context).decide();
}

} // namespace twinbook
