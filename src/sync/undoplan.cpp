// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/undoplan.h"

#include "sync/reasonnames.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! Finds people and links by id; a run may have changed thousands.
class Directory
{
public:
    explicit Directory(const UndoInput &input)
    {
        for (const Side side : bothSides) {
            for (const Observation &person : input.side(side).people)
                m_people[side].insert(person.id, &person);
            for (const Link &link : input.links)
                m_links[side].insert(side == Side::Left ? link.left : link.right, &link);
        }
    }
    //! nullptr if there is none.
    [[nodiscard]] const Link *link(Side side, const RemoteId &record) const
    {
        return m_links[side].value(record);
    }
    [[nodiscard]] const Observation *person(Side side, const RemoteId &record) const
    {
        return m_people[side].value(record);
    }

private:
    PerSide<QHash<RemoteId, const Observation *>> m_people;
    PerSide<QHash<RemoteId, const Link *>> m_links;
};

//! Collects people in the order in which the run wrote them. Keyed by their link, so that the
//! writes to both records of a pair come together.
class UndoPlanner
{
public:
    explicit UndoPlanner(const UndoInput &input)
        : m_input(input)
        , m_directory(input)
    { }

    [[nodiscard]] UndoPlan run()
    {
        for (int i = 0; i < m_input.entries.size(); ++i) {
            const ChangeEntry &entry = m_input.entries.at(i);
            personFor(entry.side, entry.record, entry.person).fields.push_back(judge(i));
        }
        for (const LinkEntry &entry : m_input.linkEntries)
            judgePair(entry);
        return std::move(m_plan);
    }

private:
    UndoPerson &personFor(Side side, const RemoteId &record, const QString &name)
    {
        const Link *link = m_directory.link(side, record);
        const PerSide<RemoteId> ids = link ? PerSide<RemoteId> {link->left, link->right}
            : side == Side::Left           ? PerSide<RemoteId> {record, {}}
                                           : PerSide<RemoteId> {{}, record};
        const std::pair<QString, QString> key {ids.left.text(), ids.right.text()};
        const auto known = m_positions.constFind(key);
        if (known != m_positions.cend())
            return m_plan.people[*known];
        m_positions.insert(key, m_plan.people.size());
        m_plan.people.push_back({ids, name, {}, UndoPairing::Stays});
        return m_plan.people.back();
    }

    [[nodiscard]] UndoField judge(int index) const
    {
        const ChangeEntry &entry = m_input.entries.at(index);
        const Observation *person = m_directory.person(entry.side, entry.record);
        if (!person)
            return {index, UndoVerdict::PersonGone, {}};
        const qsizetype mapped = m_input.projection.profile().indexOf(entry.field);
        if (mapped < 0)
            return {index, UndoVerdict::CannotBePutBack, {}};
        const auto row = static_cast<std::size_t>(mapped);
        const FieldValue &now = person->values[row];
        if (entry.write == ChangeEntry::Write::Create)
            return {index, UndoVerdict::StaysCreated, now};
        if (!m_input.projection.equivalent(row, now, entry.after))
            return {index,
                    m_input.projection.equivalent(row, now, entry.before)
                        ? UndoVerdict::AlreadyBack
                        : UndoVerdict::ChangedSince,
                    now};
        return {index, mayPutBack(entry, row) ? UndoVerdict::PutBack : UndoVerdict::CannotBePutBack,
                now};
    }

    [[nodiscard]] bool mayPutBack(const ChangeEntry &entry, std::size_t row) const
    {
        return m_input.projection.row(row).flowsTo(entry.side)
            && m_input.projection.writability(entry.side, row) == Projection::Writability::Writable
            && m_input.projection.canHold(entry.side, row, entry.before);
    }

    //! Recognising two records writes nothing, so it stays. A pair that came about because the
    //! run created one of the two is dissolved: that is all an undo of a creation may do unasked.
    void judgePair(const LinkEntry &entry)
    {
        const Link *left = m_directory.link(Side::Left, entry.left);
        const Link *right = m_directory.link(Side::Right, entry.right);
        if (entry.act == LinkEntry::Act::Linked) {
            const bool wasCreated = entry.reason == fieldReasonName(FieldReason::NewPerson);
            if (wasCreated && left && left == right)
                personFor(Side::Left, entry.left, entry.person).pairing = UndoPairing::Unlink;
            return;
        }
        const bool bothFree = !left && !right && m_directory.person(Side::Left, entry.left)
            && m_directory.person(Side::Right, entry.right);
        if (bothFree)
            m_plan.people.push_back(
                {{entry.left, entry.right}, entry.person, {}, UndoPairing::LinkAgain});
    }

    const UndoInput &m_input;
    const Directory m_directory;
    UndoPlan m_plan;
    QHash<std::pair<QString, QString>, std::size_t> m_positions;
};

//! Only if the mapping row still stands for the same fields.
FieldMap exactOf(const ChangeEntry &entry, const FieldMapping &row)
{
    const QList<FieldKey> &keys = row.keys(entry.side);
    const bool isSame = entry.beforeFields.size() == keys.size()
        && std::all_of(keys.cbegin(), keys.cend(),
                       [&](const FieldKey &key) { return entry.beforeFields.contains(key); });
    return isSame ? entry.beforeFields : FieldMap();
}

int takeOver(const Observation *person, SideState &into)
{
    if (!person)
        return PersonPlan::nobody;
    into.people.push_back(*person);
    return static_cast<int>(into.people.size()) - 1;
}

bool hasPutBack(const UndoPerson &person)
{
    return std::any_of(person.fields.cbegin(), person.fields.cend(), [](const UndoField &field) {
        return field.verdict == UndoVerdict::PutBack;
    });
}

std::vector<FieldPlan> fieldPlans(const UndoInput &input, const UndoPerson &person)
{
    std::vector<FieldPlan> plans;
    std::vector<char> isWritten(input.projection.size(), 0);
    for (const UndoField &field : person.fields) {
        if (field.verdict != UndoVerdict::PutBack)
            continue;
        const ChangeEntry &entry = input.entries.at(field.entry);
        const auto row = static_cast<std::size_t>(input.projection.profile().indexOf(entry.field));
        isWritten[row] = 1;
        plans.push_back({static_cast<quint16>(row),
                         entry.side == Side::Left ? FieldOutcome::ToLeft : FieldOutcome::ToRight,
                         FieldReason::PutBack, entry.before,
                         exactOf(entry, input.projection.row(row))});
    }
    for (std::size_t row = 0; row < isWritten.size(); ++row) {
        if (!isWritten[row]) // keeps the base it has
            plans.push_back({static_cast<quint16>(row), FieldOutcome::HeldBack,
                             FieldReason::LeftApart, FieldValue()});
    }
    return plans;
}

void takeBaseForValue(const Link &link, const PersonPlan &person, SideState &left, SideState &right)
{
    for (const FieldPlan &field : person.fields) {
        if (field.reason != FieldReason::PutBack || field.row >= link.base.size()
            || link.base[field.row].known == AgreedPair::Known::No)
            continue;
        const bool writesBoth
            = std::count_if(person.fields.cbegin(), person.fields.cend(),
                            [&](const FieldPlan &other) { return other.row == field.row; })
            > 1;
        if (writesBoth)
            continue;
        if (writesTo(Side::Right, field))
            left.people[static_cast<std::size_t>(person.left)].values[field.row]
                = link.base[field.row].left;
        else
            right.people[static_cast<std::size_t>(person.right)].values[field.row]
                = link.base[field.row].right;
    }
}

} // namespace

int UndoPlan::count(UndoVerdict verdict) const
{
    int found = 0;
    for (const UndoPerson &person : people)
        found += static_cast<int>(
            std::count_if(person.fields.cbegin(), person.fields.cend(),
                          [&](const UndoField &field) { return field.verdict == verdict; }));
    return found;
}

int UndoPlan::count(UndoPairing pairing) const
{
    return static_cast<int>(
        std::count_if(people.cbegin(), people.cend(),
                      [&](const UndoPerson &person) { return person.pairing == pairing; }));
}

UndoPlan planUndo(const UndoInput &input)
{
    return UndoPlanner(input).run();
}

ExecutableUndo executable(const UndoInput &input, const UndoPlan &undo)
{
    const Directory directory(input);
    ExecutableUndo result;
    for (std::size_t i = 0; i < undo.people.size(); ++i) {
        const UndoPerson &person = undo.people[i];
        if (!hasPutBack(person))
            continue;
        PersonPlan plan;
        plan.left = takeOver(directory.person(Side::Left, person.ids.left), result.left);
        plan.right = takeOver(directory.person(Side::Right, person.ids.right), result.right);
        plan.state = PersonState::Changed;
        plan.basis = MatchBasis::StoredLink;
        plan.fields = fieldPlans(input, person);
        const bool onBoth = plan.left != PersonPlan::nobody && plan.right != PersonPlan::nobody;
        if (onBoth) {
            const Link *link = directory.link(Side::Left, person.ids.left);
            plan.link = link->id;
            takeBaseForValue(*link, plan, result.left, result.right);
        }
        result.people.push_back(std::move(plan));
        result.undone.push_back(static_cast<int>(i));
    }
    return result;
}

QString undoVerdictName(UndoVerdict verdict)
{
    switch (verdict) {
    case UndoVerdict::PutBack:
        return u"put-back"_s;
    case UndoVerdict::AlreadyBack:
        return u"already-back"_s;
    case UndoVerdict::ChangedSince:
        return u"changed-since"_s;
    case UndoVerdict::PersonGone:
        return u"person-gone"_s;
    case UndoVerdict::CannotBePutBack:
        return u"cannot-be-put-back"_s;
    case UndoVerdict::StaysCreated:
        return u"stays-created"_s;
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
