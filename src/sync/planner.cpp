// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/planner.h"

#include "sync/fieldmerge.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Plan)
};

QHash<RemoteId, int> indexById(const std::vector<Observation> &people)
{
    QHash<RemoteId, int> index;
    index.reserve(static_cast<qsizetype>(people.size()));
    for (std::size_t i = 0; i < people.size(); ++i)
        index.insert(people[i].id, static_cast<int>(i));
    return index;
}

//! One country for both sides, so that keys made from them can be compared.
QString countryOf(const Projection &projection)
{
    const QString &left = projection.country(Side::Left);
    return left.isEmpty() ? projection.country(Side::Right) : left;
}

const AgreedPair &unknownBase()
{
    static const AgreedPair unknown;
    return unknown;
}

} // namespace

Planner::Planner(const PlanInput &input)
    : m_input(input)
    , m_projection(input.projection)
    , m_rows(input.projection)
    , m_country(countryOf(input.projection))
    , m_placed {std::vector<char>(input.left.people.size(), 0),
                std::vector<char>(input.right.people.size(), 0)}
    , m_isNew(m_placed)
{
    m_links.reserve(static_cast<qsizetype>(input.links.size()));
    for (const Link &link : input.links)
        m_links.insert(link.id, &link);
}

Plan Planner::run()
{
    m_plan.people.reserve(m_input.left.people.size() + m_input.right.people.size() / 4);
    planLinked();
    planMatches();
    planOneSided(Side::Left);
    planOneSided(Side::Right);
    return std::move(m_plan);
}

const Observation &Planner::person(Side side, int index) const
{
    const SideState &state = side == Side::Left ? m_input.left : m_input.right;
    return state.people[static_cast<std::size_t>(index)];
}

const MatchKeys &Planner::keys(Side side, int index)
{
    m_keys[side].resize(m_placed[side].size());
    m_hasKeys[side].resize(m_placed[side].size());
    const auto place = static_cast<std::size_t>(index);
    if (!std::exchange(m_hasKeys[side][place], 1))
        m_keys[side][place] = matchKeysOf(person(side, index), m_rows, m_country);
    return m_keys[side][place];
}

Identifiers &Planner::identifiers(Side side)
{
    if (!m_identifiers[side]) {
        const SideState &state = side == Side::Left ? m_input.left : m_input.right;
        m_identifiers[side].emplace(state.people, m_keys[side], m_rows, m_country);
    }
    return *m_identifiers[side];
}

bool Planner::isIdentifier(std::size_t row) const
{
    const auto index = static_cast<int>(row);
    return index == m_rows.email || index == m_rows.phone;
}

bool Planner::isLeftOut(Side side, int index) const
{
    return index != PersonPlan::nobody
        && m_input.judgements.leftOut[side].contains(person(side, index).id);
}

const Answer *Planner::answerTo(const QuestionKey &key) const
{
    if (m_input.judgements.answers.isEmpty())
        return nullptr;
    const auto it = m_input.judgements.answers.constFind(key);
    return it == m_input.judgements.answers.cend() ? nullptr : &*it;
}

const Answer *Planner::fieldAnswer(const PersonPlan &plan, std::size_t row) const
{
    if (m_input.judgements.answers.isEmpty())
        return nullptr;
    const FieldValue absent;
    const bool onLeft = plan.left != PersonPlan::nobody;
    const bool onRight = plan.right != PersonPlan::nobody;
    const Answer *answer = answerTo(
        {QuestionKind::FieldDiffers, onLeft ? person(Side::Left, plan.left).id : RemoteId(),
         onRight ? person(Side::Right, plan.right).id : RemoteId(), m_projection.row(row).id});
    if (!answer)
        return nullptr;
    const FieldValue &left = onLeft ? person(Side::Left, plan.left).values[row] : absent;
    const FieldValue &right = onRight ? person(Side::Right, plan.right).values[row] : absent;
    const bool stillHolds = m_projection.equivalent(row, left, answer->seenLeft)
        && m_projection.equivalent(row, right, answer->seenRight);
    return stillHolds ? answer : nullptr;
}

QString Planner::nameOf(const PersonPlan &plan) const
{
    for (const Side side : bothSides) {
        const int index = side == Side::Left ? plan.left : plan.right;
        if (index == PersonPlan::nobody)
            continue;
        for (const int row : {m_rows.name, m_rows.email, m_rows.phone}) {
            if (row < 0)
                continue;
            const FieldValue &value = person(side, index).values[static_cast<std::size_t>(row)];
            if (!value.isEmpty())
                return value.toDisplay();
        }
    }
    return Tr::tr("(no name)");
}

void Planner::planLinked()
{
    const QHash<RemoteId, int> lefts = indexById(m_input.left.people);
    const QHash<RemoteId, int> rights = indexById(m_input.right.people);
    leaveOutRepetitions(Side::Left, lefts);
    leaveOutRepetitions(Side::Right, rights);
    for (const Link &link : m_input.links) {
        const int left = lefts.value(link.left, PersonPlan::nobody);
        const int right = rights.value(link.right, PersonPlan::nobody);
        const bool leftFree
            = left != PersonPlan::nobody && !m_placed.left[static_cast<std::size_t>(left)];
        const bool rightFree
            = right != PersonPlan::nobody && !m_placed.right[static_cast<std::size_t>(right)];
        if (leftFree && rightFree)
            planLink(link, left, right);
        else if (leftFree && right == PersonPlan::nobody)
            planGone(link, Side::Right, left);
        else if (rightFree && left == PersonPlan::nobody)
            planGone(link, Side::Left, right);
    }
}

//! A record that moved while its list was paged can be told twice; the later telling counts.
void Planner::leaveOutRepetitions(Side side, const QHash<RemoteId, int> &index)
{
    const SideState &state = side == Side::Left ? m_input.left : m_input.right;
    if (static_cast<std::size_t>(index.size()) == state.people.size())
        return;
    for (std::size_t i = 0; i < state.people.size(); ++i) {
        const auto repeated = static_cast<int>(i);
        if (index.value(state.people[i].id) != repeated)
            leaveOut(side == Side::Left ? repeated : PersonPlan::nobody,
                     side == Side::Right ? repeated : PersonPlan::nobody, {});
    }
}

void Planner::planLink(const Link &link, int left, int right)
{
    if (isLeftOut(Side::Left, left) || isLeftOut(Side::Right, right)) {
        leaveOut(left, right, link.id);
        return;
    }
    PersonPlan plan;
    plan.left = left;
    plan.right = right;
    plan.link = link.id;
    plan.basis = MatchBasis::StoredLink;
    plan.fields = mergeAll(plan, &link);
    settle(plan);
    add(std::move(plan));
}

void Planner::planGone(const Link &link, Side missing, int index)
{
    PersonPlan plan;
    (missing == Side::Right ? plan.left : plan.right) = index;
    plan.link = link.id;
    plan.basis = MatchBasis::StoredLink;
    plan.gone = missing == Side::Left ? link.left : link.right;
    const SideState &state = missing == Side::Left ? m_input.left : m_input.right;
    if (isLeftOut(opposite(missing), index)) {
        leaveOut(plan.left, plan.right, link.id);
        return;
    }
    if (state.extent == PeopleSnapshot::Extent::Partial) {
        // Not seen is not gone: a list that was not read to its end proves nothing.
        add(std::move(plan));
        return;
    }
    const QuestionKey key {QuestionKind::Gone, link.left, link.right, {}};
    const Answer *answer = answerTo(key);
    if (answer && answer->choice == Choice::AddAgain) {
        planNewUnlessTwin({opposite(missing), index, &link});
        return;
    }
    if (answer && answer->choice == Choice::Unlink) {
        leaveOut(plan.left, plan.right, link.id);
        return;
    }
    plan.state = PersonState::NeedsYou;
    Question question;
    question.key = key;
    question.why = Tr::tr("%1 no longer has this person. It may have been deleted there, or merged "
                          "with another one.")
                       .arg(serviceName(missing));
    ask(plan, std::move(question));
    add(std::move(plan));
}

void Planner::planMatches()
{
    Unmatched unmatched;
    for (const Side side : bothSides) {
        std::vector<int> &people = side == Side::Left ? unmatched.left : unmatched.right;
        for (std::size_t i = 0; i < m_placed[side].size(); ++i) {
            const auto index = static_cast<int>(i);
            if (!m_placed[side][i] && !isLeftOut(side, index))
                people.push_back(index);
        }
    }
    if (unmatched.left.empty() || unmatched.right.empty())
        return;
    for (const Side side : bothSides) {
        const std::vector<int> &people = side == Side::Left ? unmatched.left : unmatched.right;
        const SideState &state = side == Side::Left ? m_input.left : m_input.right;
        m_keys[side] = matchKeysOf(state.people, people, m_rows, m_country);
        m_hasKeys[side].assign(state.people.size(), 0);
        for (const int i : people)
            m_hasKeys[side][static_cast<std::size_t>(i)] = 1;
    }
    const MatchResult result
        = match(m_projection, m_input.left, m_input.right, m_keys, unmatched, m_input.judgements);
    for (const Match &found : result.matches) {
        PersonPlan plan;
        plan.left = found.left;
        plan.right = found.right;
        plan.basis = found.basis;
        plan.evidence = found.evidence;
        plan.fields = mergeAll(plan, nullptr);
        settle(plan);
        add(std::move(plan));
    }
    for (const Candidate &candidate : result.candidates)
        planCandidate(candidate);
}

void Planner::planCandidate(const Candidate &candidate)
{
    PersonPlan left;
    left.left = candidate.left;
    left.basis = MatchBasis::Score;
    left.state = PersonState::NeedsYou;
    left.other = candidate.right;
    Question question;
    question.key = {QuestionKind::SamePerson,
                    person(Side::Left, candidate.left).id,
                    person(Side::Right, candidate.right).id,
                    {}};
    question.why = candidate.evidence;
    question.score = candidate.score;
    ask(left, std::move(question));

    PersonPlan right;
    right.right = candidate.right;
    right.basis = MatchBasis::Score;
    right.state = PersonState::NeedsYou;
    right.other = candidate.left;
    right.question = left.question;
    add(std::move(left));
    add(std::move(right));
}

void Planner::leaveOut(int left, int right, LinkId link)
{
    PersonPlan plan;
    plan.left = left;
    plan.right = right;
    plan.link = link;
    plan.state = PersonState::LeftOut;
    add(std::move(plan));
}

std::vector<FieldPlan> Planner::mergeAll(const PersonPlan &plan, const Link *link)
{
    std::vector<FieldPlan> fields;
    for (std::size_t row = 0; row < m_projection.size(); ++row) {
        FieldPlan field = merge(plan, link, row);
        if (field.outcome != FieldOutcome::Agrees)
            fields.push_back(std::move(field));
    }
    return fields;
}

FieldPlan Planner::merge(const PersonPlan &plan, const Link *link, std::size_t row)
{
    const Observation &left = person(Side::Left, plan.left);
    const Observation &right = person(Side::Right, plan.right);
    const AgreedPair &base = link && row < link->base.size() ? link->base[row] : unknownBase();
    const MergeContext context {{left.modifiedAt, right.modifiedAt}, fieldAnswer(plan, row)};
    FieldPlan field
        = mergeField(m_projection, row, left.values[row], right.values[row], base, context);
    const bool toRight
        = field.outcome == FieldOutcome::ToRight || field.outcome == FieldOutcome::ToBoth;
    if (toRight && isIdentifier(row)
        && identifiers(Side::Right).isTaken(row, field.value, plan.right))
        return {static_cast<quint16>(row), FieldOutcome::HeldBack, FieldReason::TakenByAnother, {}};
    return field;
}

//! Derives the person's state from its fields and asks what must be asked.
void Planner::settle(PersonPlan &plan)
{
    bool writes = false;
    for (const FieldPlan &field : plan.fields) {
        writes = writes
            || (field.outcome != FieldOutcome::Ask && field.outcome != FieldOutcome::HeldBack
                && field.outcome != FieldOutcome::Agrees);
        if (field.outcome != FieldOutcome::Ask)
            continue;
        Question question;
        question.key
            = {QuestionKind::FieldDiffers,
               plan.left == PersonPlan::nobody ? RemoteId() : person(Side::Left, plan.left).id,
               plan.right == PersonPlan::nobody ? RemoteId() : person(Side::Right, plan.right).id,
               m_projection.row(field.row).id};
        if (plan.left != PersonPlan::nobody)
            question.left = person(Side::Left, plan.left).values[field.row];
        if (plan.right != PersonPlan::nobody)
            question.right = person(Side::Right, plan.right).values[field.row];
        if (const Link *link = m_links.value(plan.link); link && field.row < link->base.size())
            question.base = link->base[field.row].left;
        ask(plan, std::move(question));
    }
    if (plan.question >= 0)
        plan.state = PersonState::NeedsYou;
    else if (plan.state == PersonState::New)
        plan.state = writes ? PersonState::New : PersonState::LeftOut;
    else
        plan.state = writes      ? PersonState::Changed
            : plan.link.isNull() ? PersonState::Link
                                 : PersonState::InSync;
}

void Planner::ask(PersonPlan &plan, Question question)
{
    question.person = nameOf(plan);
    if (plan.question < 0)
        plan.question = static_cast<int>(m_plan.questions.size());
    m_plan.questions.push_back(std::move(question));
}

void Planner::add(PersonPlan plan)
{
    for (const FieldPlan &field : plan.fields) {
        if (field.outcome == FieldOutcome::ToRight || field.outcome == FieldOutcome::ToBoth)
            identifiers(Side::Right).promise(field.row, field.value, plan.right);
    }
    if (plan.left != PersonPlan::nobody)
        m_placed.left[static_cast<std::size_t>(plan.left)] = 1;
    if (plan.right != PersonPlan::nobody)
        m_placed.right[static_cast<std::size_t>(plan.right)] = 1;
    m_plan.people.push_back(std::move(plan));
}

} // namespace twinbook
