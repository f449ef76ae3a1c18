// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/reasonnames.h"

using namespace Qt::StringLiterals;

namespace twinbook {

QString fieldOutcomeName(FieldOutcome outcome)
{
    switch (outcome) {
    case FieldOutcome::Agrees:
        return u"agrees"_s;
    case FieldOutcome::ToLeft:
        return u"to-officernd"_s;
    case FieldOutcome::ToRight:
        return u"to-highlevel"_s;
    case FieldOutcome::ToBoth:
        return u"to-both"_s;
    case FieldOutcome::Ask:
        return u"ask"_s;
    case FieldOutcome::HeldBack:
        return u"held-back"_s;
    }
    Q_UNREACHABLE();
}

QString fieldReasonName(FieldReason reason)
{
    switch (reason) {
    case FieldReason::SameValue:
        return u"same-value"_s;
    case FieldReason::FormattingOnly:
        return u"formatting-only"_s;
    case FieldReason::SameEdit:
        return u"same-edit"_s;
    case FieldReason::NewPerson:
        return u"new-person"_s;
    case FieldReason::ChangedOnLeft:
        return u"changed-in-officernd"_s;
    case FieldReason::ChangedOnRight:
        return u"changed-in-highlevel"_s;
    case FieldReason::FillsEmpty:
        return u"fills-empty"_s;
    case FieldReason::LeftWins:
        return u"officernd-wins"_s;
    case FieldReason::RightWins:
        return u"highlevel-wins"_s;
    case FieldReason::NewerWins:
        return u"newer-wins"_s;
    case FieldReason::TagsMerged:
        return u"tags-merged"_s;
    case FieldReason::PersonDecided:
        return u"person-decided"_s;
    case FieldReason::BothChanged:
        return u"both-changed"_s;
    case FieldReason::NeverAgreed:
        return u"never-agreed"_s;
    case FieldReason::EmptyNeverErases:
        return u"empty-never-erases"_s;
    case FieldReason::OnlyFillsEmpty:
        return u"only-fills-empty"_s;
    case FieldReason::OneWay:
        return u"one-way"_s;
    case FieldReason::CannotBeWritten:
        return u"cannot-be-written"_s;
    case FieldReason::TakenByAnother:
        return u"taken-by-another"_s;
    case FieldReason::StoredDifferently:
        return u"stored-differently"_s;
    case FieldReason::NeededButEmpty:
        return u"needed-but-empty"_s;
    case FieldReason::PutBack:
        return u"put-back"_s;
    case FieldReason::LeftApart:
        return u"left-apart"_s;
    }
    Q_UNREACHABLE();
}

QString personStateName(PersonState state)
{
    switch (state) {
    case PersonState::InSync:
        return u"in-sync"_s;
    case PersonState::Link:
        return u"link"_s;
    case PersonState::New:
        return u"new"_s;
    case PersonState::Changed:
        return u"changed"_s;
    case PersonState::NeedsYou:
        return u"needs-you"_s;
    case PersonState::LeftOut:
        return u"left-out"_s;
    }
    Q_UNREACHABLE();
}

QString matchBasisName(MatchBasis basis)
{
    switch (basis) {
    case MatchBasis::None:
        return u"none"_s;
    case MatchBasis::StoredLink:
        return u"stored-link"_s;
    case MatchBasis::Email:
        return u"email"_s;
    case MatchBasis::PhoneAndLastName:
        return u"phone-and-last-name"_s;
    case MatchBasis::Score:
        return u"score"_s;
    case MatchBasis::LinkIds:
        return u"link-ids"_s;
    case MatchBasis::PersonDecided:
        return u"person-decided"_s;
    }
    Q_UNREACHABLE();
}

QString guardStopName(GuardStop::Kind kind)
{
    switch (kind) {
    case GuardStop::Kind::SideIsEmpty:
        return u"side-is-empty"_s;
    case GuardStop::Kind::SideShrank:
        return u"side-shrank"_s;
    case GuardStop::Kind::NotAllRead:
        return u"not-all-read"_s;
    case GuardStop::Kind::ManyErased:
        return u"many-erased"_s;
    case GuardStop::Kind::ManyBecameOthers:
        return u"many-became-others"_s;
    }
    Q_UNREACHABLE();
}

QString questionKindName(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::FieldDiffers:
        return u"field-differs"_s;
    case QuestionKind::SamePerson:
        return u"same-person"_s;
    case QuestionKind::Gone:
        return u"gone"_s;
    case QuestionKind::Twin:
        return u"twin"_s;
    }
    Q_UNREACHABLE();
}

QString choiceName(Choice choice)
{
    switch (choice) {
    case Choice::UseLeft:
        return u"officernd"_s;
    case Choice::UseRight:
        return u"highlevel"_s;
    case Choice::UseValue:
        return u"value"_s;
    case Choice::Same:
        return u"same"_s;
    case Choice::Different:
        return u"different"_s;
    case Choice::Unlink:
        return u"unlink"_s;
    case Choice::AddAgain:
        return u"add-again"_s;
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
