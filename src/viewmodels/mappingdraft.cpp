// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/mappingdraft.h"

#include "viewmodels/mappingwords.h"

#include <QUndoCommand>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using Type = FieldValue::Type;

// The conversion that carries values of one type to another and back, if there is one.
std::optional<Conversion> conversionBetween(Type left, Type right)
{
    if (left == right)
        return left == Type::List ? Conversion::Tags : Conversion::AsIs;
    const auto either = [left, right](Type type) { return left == type || right == type; };
    if (!either(Type::Text))
        return std::nullopt;
    if (either(Type::Date))
        return Conversion::Date;
    if (either(Type::Number))
        return Conversion::Number;
    if (either(Type::Boolean))
        return Conversion::YesNo;
    return std::nullopt;
}

QString suggestionKey(const FieldMapping &row)
{
    return row.left.join(u'\n') % u"\n\n"_s % row.right.join(u'\n');
}

} // namespace

//! Profiles are small, so a step keeps both.
class MappingDraft::Step final : public QUndoCommand
{
public:
    Step(MappingDraft &draft, MappingProfile after, const QString &text)
        : QUndoCommand(text)
        , m_draft(draft)
        , m_before(draft.m_profile)
        , m_after(std::move(after))
    { }

    void undo() override { m_draft.setProfile(m_before); }
    void redo() override { m_draft.setProfile(m_after); }

private:
    MappingDraft &m_draft;
    MappingProfile m_before;
    MappingProfile m_after;
};

MappingDraft::MappingDraft(QObject *parent)
    : QObject(parent)
{ }

void MappingDraft::load(const MappingProfile &inForce, const PerSide<ServiceSchema> &schemas)
{
    m_inForce = inForce;
    m_schemas = schemas;
    m_refused.clear();
    m_steps.clear();
    setProfile(inForce);
}

void MappingDraft::markSaved()
{
    m_inForce = m_profile;
    Q_EMIT changed();
}

void MappingDraft::discard()
{
    if (isChanged())
        push(m_inForce, tr("Discard draft"));
}

int MappingDraft::changedRows() const
{
    int count = 0;
    for (const FieldMapping &row : m_profile.rows) {
        const qsizetype before = m_inForce.indexOf(row.id);
        count += before < 0 || m_inForce.rows.at(before) != row ? 1 : 0;
    }
    for (const FieldMapping &row : m_inForce.rows)
        count += m_profile.indexOf(row.id) < 0 ? 1 : 0;
    return count;
}

QList<MappingProblem> MappingDraft::problems() const
{
    QList<MappingProblem> problems
        = problemsOf(m_profile) + problemsOf(m_profile, m_schemas.left, m_schemas.right);
    std::stable_partition(problems.begin(), problems.end(), [](const MappingProblem &problem) {
        return problem.severity == MappingProblem::Severity::Error;
    });
    return problems;
}

const FieldMapping *MappingDraft::row(const FieldId &id) const
{
    const qsizetype index = m_profile.indexOf(id);
    return index < 0 ? nullptr : &m_profile.rows.at(index);
}

void MappingDraft::setRow(const FieldMapping &row, const QString &step)
{
    MappingProfile after = m_profile;
    const qsizetype index = after.indexOf(row.id);
    Q_ASSERT(index >= 0);
    after.rows[index] = row;
    push(std::move(after), step);
}

void MappingDraft::addRow(const FieldMapping &row)
{
    MappingProfile after = m_profile;
    after.rows += row;
    push(std::move(after), tr("Connect %1").arg(row.title));
}

void MappingDraft::removeRow(const FieldId &id)
{
    const qsizetype index = m_profile.indexOf(id);
    if (index < 0 || !reasonToKeep(id).isEmpty())
        return;
    MappingProfile after = m_profile;
    const QString title = after.rows.takeAt(index).title;
    push(std::move(after), tr("Disconnect %1").arg(title));
}

void MappingDraft::replaceAll(const MappingProfile &profile, const QString &step)
{
    push(profile, step);
}

Result<> MappingDraft::takeFile(const QByteArray &file)
{
    Result<MappingProfile> profile = mappingFromJson(file);
    if (!profile)
        return Failure(profile.error());
    replaceAll(*profile, tr("Import a mapping"));
    return {};
}

void MappingDraft::push(MappingProfile after, const QString &step)
{
    if (after != m_profile)
        m_steps.push(new Step(*this, std::move(after), step));
}

void MappingDraft::setProfile(const MappingProfile &profile)
{
    m_profile = profile;
    Q_EMIT changed();
}

QString MappingDraft::reasonToKeep(const FieldId &id) const
{
    const FieldMapping *kept = row(id);
    if (!kept)
        return {};
    switch (kept->role) {
    case FieldRole::Name:
        return tr("%1 is needed to recognise and to name people. It cannot be removed.")
            .arg(kept->title);
    case FieldRole::Email:
        return tr("%1 is the first thing people are recognised by. It cannot be removed.")
            .arg(kept->title);
    case FieldRole::Plain:
    case FieldRole::Phone:
    case FieldRole::Company:
    case FieldRole::Tags:
    case FieldRole::BirthDate:
    case FieldRole::Street:
    case FieldRole::City:
    case FieldRole::PostalCode:
        break;
    }
    return {};
}

bool MappingDraft::isUsed(Side side, const FieldKey &key) const
{
    return std::any_of(
        m_profile.rows.begin(), m_profile.rows.end(),
        [side, &key](const FieldMapping &row) { return row.keys(side).contains(key); });
}

QString MappingDraft::reasonAgainst(const FieldKey &left, const FieldKey &right) const
{
    const PerSide<const FieldSpec *> specs {m_schemas.left.field(left),
                                            m_schemas.right.field(right)};
    for (Side side : bothSides) {
        if (!specs[side])
            return tr("%1 no longer has this field.").arg(serviceName(side));
        if (isUsed(side, specs[side]->key))
            return tr("%1 is connected already.").arg(specs[side]->title);
    }
    if (specs.left->access == FieldAccess::ReadOnly && specs.right->access == FieldAccess::ReadOnly)
        return tr("Neither OfficeRnD nor HighLevel lets this field be changed.");
    if (!conversionBetween(specs.left->type, specs.right->type))
        return tr("%1 holds %2 and %3 holds %4; they cannot be turned into each other.")
            .arg(specs.left->title, valueTypeText(specs.left->type), specs.right->title,
                 valueTypeText(specs.right->type));
    return {};
}

QString MappingDraft::reasonAgainst(const FieldMapping &row, Direction direction) const
{
    FieldMapping wanted = row;
    wanted.direction = direction;
    for (Side side : bothSides) {
        if (direction == Direction::Off || !wanted.flowsTo(side))
            continue;
        for (const FieldKey &key : row.keys(side)) {
            const FieldSpec *spec = m_schemas[side].field(key);
            if (!spec)
                return tr("%1 no longer has this field.").arg(serviceName(side));
            if (spec->access == FieldAccess::ReadOnly)
                return tr("%1 does not let \"%2\" be changed.").arg(serviceName(side), spec->title);
        }
    }
    return {};
}

QList<Conversion> MappingDraft::possibleConversions(const FieldMapping &row) const
{
    QList<Conversion> possible {row.conversion};
    if (row.left.size() != 1 || row.right.size() != 1)
        return possible;
    const FieldSpec *left = m_schemas.left.field(row.left.constFirst());
    const FieldSpec *right = m_schemas.right.field(row.right.constFirst());
    if (!left || !right)
        return possible;
    const auto offer = [&possible](Conversion conversion) {
        if (!possible.contains(conversion))
            possible += conversion;
    };
    if (const auto fitting = conversionBetween(left->type, right->type))
        offer(*fitting);
    if (left->type == Type::Text && right->type == Type::Text) {
        for (Conversion conversion :
             {Conversion::AsIs, Conversion::Email, Conversion::Phone, Conversion::Country,
              Conversion::Date, Conversion::Number, Conversion::YesNo, Conversion::ValueList})
            offer(conversion);
    }
    return possible;
}

FieldMapping MappingDraft::rowFor(const FieldKey &left, const FieldKey &right) const
{
    Q_ASSERT(reasonAgainst(left, right).isEmpty());
    const FieldSpec &leftSpec = *m_schemas.left.field(left);
    const FieldSpec &rightSpec = *m_schemas.right.field(right);
    FieldMapping row;
    for (int number = 1;
         row.id.isEmpty() || m_profile.indexOf(row.id) >= 0 || m_inForce.indexOf(row.id) >= 0;
         ++number)
        row.id = u"custom-%1"_s.arg(number);
    row.title = leftSpec.title;
    row.left = {left};
    row.right = {right};
    row.conversion = *conversionBetween(leftSpec.type, rightSpec.type);
    if (leftSpec.access != FieldAccess::ReadWrite)
        row.direction = Direction::ToRight;
    else if (rightSpec.access != FieldAccess::ReadWrite)
        row.direction = Direction::ToLeft;
    return row;
}

QList<FieldMapping> MappingDraft::suggestions() const
{
    QList<FieldMapping> open;
    const MappingProfile suggested = suggestedMapping(m_schemas.left, m_schemas.right);
    for (FieldMapping row : suggested.rows) {
        const auto used = [this, &row](Side side) {
            return std::any_of(row.keys(side).begin(), row.keys(side).end(),
                               [this, side](const FieldKey &key) { return isUsed(side, key); });
        };
        if (used(Side::Left) || used(Side::Right) || m_refused.contains(suggestionKey(row)))
            continue;
        // An id of the draft may carry the same number for another pair of fields.
        const FieldId wanted = row.id;
        for (int number = 2; m_profile.indexOf(row.id) >= 0; ++number)
            row.id = u"%1-%2"_s.arg(wanted).arg(number);
        open += row;
    }
    return open;
}

void MappingDraft::refuseSuggestion(const FieldMapping &suggestion)
{
    m_refused.insert(suggestionKey(suggestion));
    Q_EMIT changed();
}

QList<FieldSpec> MappingDraft::unusedFields(Side side) const
{
    QList<FieldSpec> unused;
    for (const FieldSpec &spec : m_schemas[side].fields) {
        if (!isUsed(side, spec.key))
            unused += spec;
    }
    return unused;
}

} // namespace twinbook
