// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/mappingmodel.h"

#include "viewmodels/mappingwords.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

bool recognisesPeople(FieldRole role)
{
    return role == FieldRole::Name || role == FieldRole::Email || role == FieldRole::Phone;
}

// The value that `writes` give to the fields, on top of what is there; in the fields' order.
QString afterWrites(const QList<FieldKey> &keys, const FieldMap &current, const FieldWrites &writes)
{
    QStringList parts;
    for (const FieldKey &key : keys) {
        FieldValue value = current.value(key);
        for (const FieldWrite &write : writes) {
            if (write.key == key)
                value = write.value;
        }
        if (!value.isEmpty())
            parts += value.toDisplay();
    }
    return parts.join(u" | "_s);
}

} // namespace

MappingModel::MappingModel(const MappingDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
{
    connect(&draft, &MappingDraft::changed, this, &MappingModel::rebuild);
    rebuild();
}

void MappingModel::setExample(const ExamplePerson &person)
{
    m_example = person;
    fillExample();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void MappingModel::rebuild()
{
    beginResetModel();
    m_lines.clear();
    QList<FieldMapping> identity;
    QList<FieldMapping> others;
    for (const FieldMapping &row : m_draft.profile().rows)
        (recognisesPeople(row.role) ? identity : others) += row;
    addLines(identity, Kind::Identity);
    addLines(others, Kind::Connected);
    addLines(m_draft.suggestions(), Kind::Suggested);
    const QList<MappingProblem> problems = m_draft.problems();
    for (const MappingProblem &problem : problems) {
        const int line = problem.row.isEmpty() ? -1 : lineOf(problem.row);
        if (line >= 0 && m_lines.at(line).problem.isEmpty())
            m_lines[line].problem = problem.sentence;
    }
    fillExample();
    endResetModel();
}

void MappingModel::addLines(const QList<FieldMapping> &rows, Kind kind)
{
    for (const FieldMapping &row : rows)
        m_lines += Line {row, kind, {}, {}, {}};
}

void MappingModel::fillExample()
{
    MappingProfile shown;
    for (const Line &line : std::as_const(m_lines))
        shown.rows += line.mapping;
    const Projection projection(shown, m_draft.schemas().left, m_draft.schemas().right);
    const CanonicalValues values = projection.project(Side::Left, m_example.fields.left);
    for (std::size_t row = 0; row < projection.size(); ++row) {
        Line &line = m_lines[static_cast<qsizetype>(row)];
        line.value = values[row].isEmpty() ? tr("(empty)") : values[row].toDisplay();
        line.result = resultOf(projection, row);
    }
}

QString MappingModel::resultOf(const Projection &projection, std::size_t row) const
{
    const FieldMapping &mapping = projection.row(row);
    if (mapping.direction == Direction::Off)
        return tr("nothing (off)");
    const Side target = mapping.flowsTo(Side::Right) ? Side::Right : Side::Left;
    const FieldMap &current = m_example.fields[target];
    const FieldValue wanted
        = projection.project(opposite(target), m_example.fields[opposite(target)])[row];
    FieldWrites writes;
    if (!wanted.isEmpty() || mapping.emptyRule == EmptyRule::Erase)
        writes = projection.writesFor(target, row, wanted, current);
    QString text = afterWrites(mapping.keys(target), current, writes);
    if (text.isEmpty())
        text = tr("(empty)");
    if (!writes.isEmpty())
        text = tr("%1 (changes)", "the value will differ from what is there now").arg(text);
    return target == Side::Right ? text : tr("OfficeRnD: %1").arg(text);
}

const FieldMapping &MappingModel::mapping(int line) const
{
    return m_lines.at(line).mapping;
}

MappingModel::Kind MappingModel::kind(int line) const
{
    return m_lines.at(line).kind;
}

int MappingModel::lineOf(const FieldId &id) const
{
    for (qsizetype line = 0; line < m_lines.size(); ++line) {
        if (m_lines.at(line).mapping.id == id)
            return static_cast<int>(line);
    }
    return -1;
}

int MappingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MappingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MappingModel::titles(Side side, const FieldMapping &mapping) const
{
    QStringList titles;
    for (const FieldKey &key : mapping.keys(side)) {
        const FieldSpec *spec = m_draft.schemas()[side].field(key);
        titles += spec ? spec->title : tr("%1 (no longer there)").arg(key);
    }
    return titles.join(u" + "_s);
}

QString MappingModel::spoken(const Line &line) const
{
    const QString sentence
        = tr("OfficeRnD %1, %2, HighLevel %3")
              .arg(titles(Side::Left, line.mapping), directionText(line.mapping.direction),
                   titles(Side::Right, line.mapping));
    return line.kind == Kind::Suggested ? tr("Suggested: %1").arg(sentence) : sentence;
}

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case KindRole:
        return static_cast<int>(line.kind);
    case IdRole:
        return line.mapping.id;
    case DirectionRole:
        return static_cast<int>(line.mapping.direction);
    case ProblemRole:
        return line.problem;
    case Qt::AccessibleTextRole:
        if (index.column() == LeftField)
            return spoken(line);
        break;
    case Qt::FontRole:
        if (line.kind == Kind::Suggested) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case LeftField:
        return titles(Side::Left, line.mapping);
    case LeftValue:
        return line.value;
    case DirectionColumn:
        return line.kind == Kind::Suggested ? tr("suggested")
                                            : directionText(line.mapping.direction);
    case RightField:
        return titles(Side::Right, line.mapping);
    case Result:
        return line.result;
    default:
        return {};
    }
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LeftField:
        return tr("OfficeRnD");
    case LeftValue:
        return m_example.name.isEmpty() ? tr("Example value")
                                        : tr("%1's value").arg(m_example.name);
    case DirectionColumn:
        return tr("Direction");
    case RightField:
        return tr("HighLevel");
    case Result:
        return tr("HighLevel will get");
    default:
        return {};
    }
}

} // namespace twinbook
