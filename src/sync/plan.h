// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sync/link.h"
#include "sync/observation.h"
#include "sync/question.h"

#include <QMetaType>

#include <array>
#include <span>
#include <vector>

namespace twinbook {

//! What is to happen with one mapping row of one person.
enum class FieldOutcome : quint8 {
    Agrees, //!< nothing to do
    ToLeft, //!< OfficeRnD gets the value
    ToRight, //!< HighLevel gets the value
    ToBoth, //!< both get it (merged tags, a typed answer)
    Ask, //!< a person must decide; neither side is touched
    HeldBack, //!< they differ, and a rule says to leave it so; FieldReason tells which
};

//! Why. Shown to people as a sentence (viewmodels/reasontext.h).
enum class FieldReason : quint8 {
    SameValue,
    FormattingOnly,
    SameEdit, //!< both sides were changed to the same
    NewPerson,
    ChangedOnLeft,
    ChangedOnRight,
    FillsEmpty,
    LeftWins, //!< by the row's rule
    RightWins,
    NewerWins,
    TagsMerged,
    PersonDecided,
    BothChanged, //!< asks
    NeverAgreed, //!< asks: they differ and there is no base
    EmptyNeverErases, //!< held back
    OnlyFillsEmpty, //!< held back
    OneWay, //!< held back: the row does not flow that way
    CannotBeWritten, //!< held back: the service does not let this field be changed
    TakenByAnother, //!< held back: HighLevel keeps an e-mail or phone for one person only
    StoredDifferently, //!< held back: a service keeps its own spelling of the agreed value
    NeededButEmpty, //!< asks: the new person has no value for a field the service needs
    PutBack, //!< an undo: what a run had changed gets its value of before
    LeftApart, //!< held back: a person wants them to differ, and nobody has edited since
};

//! One mapping row of one person that needs anything but silence. Rows that agree are not listed.
struct FieldPlan
{
    quint16 row = 0; //!< index into the projection
    FieldOutcome outcome = FieldOutcome::Agrees;
    FieldReason reason = FieldReason::SameValue;
    FieldValue value; //!< what will be written; for Ask and HeldBack absent
    //! For PutBack, if they are known: the service's own fields as they were. Written instead of
    //! what the projection would make of `value`.
    FieldMap exact {};

    friend bool operator==(const FieldPlan &, const FieldPlan &) = default;
};

//! Whether carrying out the plan of this field writes to that side.
[[nodiscard]] bool writesTo(Side side, const FieldPlan &field);

//! In exactly one of these is every person of both sides after planning.
enum class PersonState : quint8 {
    InSync,
    Link, //!< recognised now, nothing to write
    New, //!< is on one side only and will be created on the other with the fields listed
    Changed, //!< linked or recognised; at least one field will be written
    NeedsYou, //!< at least one question; fields that need none are written all the same, but
              //!< nobody is created
    LeftOut, //!< by a person, or because nothing of a person on one side flows to the other
};

//! How two records were found to be one person.
enum class MatchBasis : quint8 {
    None,
    StoredLink,
    Email,
    PhoneAndLastName,
    Score,
    PersonDecided,
    LinkIds, //!< the services keep each other's number of the person
};

//! One person of the plan: one or two records.
struct PersonPlan
{
    static constexpr int nobody = -1;

    int left = nobody; //!< index into the left people, or nobody
    int right = nobody;
    LinkId link; //!< null if not linked yet
    PersonState state = PersonState::InSync;
    MatchBasis basis = MatchBasis::None;
    std::vector<FieldPlan> fields; //!< in order of the rows
    int question = -1; //!< index of the first question of this person in Plan::questions, or -1
    //! For a question about two people (SamePerson, Twin): the index of the other record of the
    //! pair, on the opposite side, or nobody.
    int other = nobody;
    //! For Gone: the link's record that is missing.
    RemoteId gone;
    QString evidence; //!< of two records linked by MatchBasis::Score: what it rests on, in words
};

//! Whether carrying out the plan of this person writes to a service.
[[nodiscard]] bool hasWrites(const PersonPlan &person);
//! Whether carrying out the plan writes this person. Not if they would be created while something
//! of them is still in question: nobody is created halfway.
[[nodiscard]] bool isWritten(const PersonPlan &person);

//! Why a plan must not be applied as it is (experience.md U48).
struct GuardStop
{
    enum class Kind : quint8 {
        SideIsEmpty, //!< one list came back empty although people are linked
        SideShrank, //!< more than 20 % fewer people than at the last look
        NotAllRead, //!< the list was not read to its end
        ManyErased, //!< more values would be erased than a person would expect
        ManyBecameOthers, //!< many linked people got another name and another address at once
    } kind;
    Side side;
    int before = 0;
    int now = 0;
    friend bool operator==(const GuardStop &, const GuardStop &) = default;
};

struct PlanCounts
{
    std::array<int, 6> people {}; //!< by PersonState
    PerSide<int> created; //!< people to be created on that side
    PerSide<int> updated;
    PerSide<int> erased; //!< values that become empty on that side
    PerSide<int> replaced; //!< values that are overwritten by another
    PerSide<int> filled; //!< empty values that are filled
    int questions = 0;
    int heldBack = 0; //!< fields that stay different by a rule

    [[nodiscard]] int of(PersonState state) const
    {
        return people[static_cast<std::size_t>(state)];
    }
    [[nodiscard]] int writes() const
    {
        return created.left + created.right + updated.left + updated.right;
    }
    friend bool operator==(const PlanCounts &, const PlanCounts &) = default;
};

//! Everything a sync would do, as data. Made by plan(), shown, edited row by row, then applied.
struct Plan
{
    std::vector<PersonPlan> people;
    std::vector<Question> questions;
    std::vector<GuardStop> stops;
    PlanCounts counts;
};

struct PlanInput
{
    const Projection &projection;
    const SideState &left;
    const SideState &right;
    std::span<const Link> links;
    const Judgements &judgements;
};

//! The decision. A pure function: no clock, no network, no database, same input, same plan.
//! Proves at its end that every record of both sides is in exactly one row; a gap is an error of
//! kind Bug and no plan.
[[nodiscard]] Result<Plan> plan(const PlanInput &input);

//! Every mapping row of one person with outcome and reason, also those that agree; for the
//! details pane and "why".
[[nodiscard]] std::vector<FieldPlan> explain(const PlanInput &input, const PersonPlan &person);

//! Indexes of right-hand people whose names are known only from the search index and whose text
//! this plan would write, show in a question or take for agreed anew. They must be read by id, and
//! the plan made again.
[[nodiscard]] std::vector<int> needFullRead(const PlanInput &input, const Plan &plan);

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::PlanCounts)
