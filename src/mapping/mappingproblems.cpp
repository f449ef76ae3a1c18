// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

#include "core/normalize.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Mapping)
};

MappingProblem error(const FieldMapping &row, const QString &sentence)
{
    return {MappingProblem::Severity::Error, row.id, sentence};
}

//! One way a value can travel.
struct Edge
{
    QString from;
    QString to;
    qsizetype row;
};
using Edges = QMultiHash<QString, Edge>; //!< by Edge::from

QString node(Side side, const FieldKey &key)
{
    return serviceKey(side) + u'/' + key;
}

bool hasAnEmptyKey(const FieldMapping &row)
{
    return row.left.contains(FieldKey()) || row.right.contains(FieldKey());
}

//! As many fields on each side as the conversion needs.
bool isWellFormed(const FieldMapping &row)
{
    return !row.id.isEmpty() && row.left.size() == 1 && !hasAnEmptyKey(row)
        && row.right.size() == (row.conversion == Conversion::Name ? 2 : 1);
}

//! Of well-formed rows only: a hostile file may connect thousands of fields with thousands.
Edges edgesOf(const MappingProfile &profile)
{
    Edges edges;
    for (qsizetype i = 0; i < profile.rows.size(); ++i) {
        const FieldMapping &row = profile.rows.at(i);
        if (!isWellFormed(row))
            continue;
        for (const Side to : bothSides) {
            if (!row.flowsTo(to))
                continue;
            for (const FieldKey &source : row.keys(opposite(to))) {
                const QString from = node(opposite(to), source);
                for (const FieldKey &target : row.keys(to))
                    edges.insert(from, {from, node(to, target), i});
            }
        }
    }
    return edges;
}

//! Whether a value leaving `start` over `row` can come back to it by way of another row. A row
//! that goes both ways is no loop by itself.
bool comesBack(const Edges &edges, const QString &start, const QString &at, qsizetype row,
               QSet<QString> &seen)
{
    for (auto it = edges.constFind(at); it != edges.cend() && it.key() == at; ++it) {
        const Edge &edge = *it;
        if (edge.row == row)
            continue;
        if (edge.to == start)
            return true;
        if (seen.contains(edge.to))
            continue;
        seen.insert(edge.to);
        if (comesBack(edges, start, edge.to, edge.row, seen))
            return true;
    }
    return false;
}

void appendLoops(const MappingProfile &profile, QList<MappingProblem> &problems)
{
    const Edges edges = edgesOf(profile);
    QList<bool> isInLoop(profile.rows.size(), false);
    for (const Edge &edge : edges) {
        QSet<QString> seen {edge.to};
        if (!isInLoop.at(edge.row) && comesBack(edges, edge.from, edge.to, edge.row, seen))
            isInLoop[edge.row] = true;
    }
    for (qsizetype i = 0; i < profile.rows.size(); ++i) {
        if (!isInLoop.at(i))
            continue;
        const FieldMapping &row = profile.rows.at(i);
        problems.append(
            error(row,
                  Tr::tr("\"%1\" is part of a loop: its value would come back to the field it "
                         "came from by way of another line. Remove one of the lines, or let one "
                         "go in one direction only.")
                      .arg(row.title)));
    }
}

void appendShapeProblems(const FieldMapping &row, QList<MappingProblem> &problems)
{
    if (row.id.isEmpty() || row.left.isEmpty() || row.right.isEmpty() || hasAnEmptyKey(row)) {
        problems.append(
            error(row, Tr::tr("\"%1\" is not connected on both sides.").arg(row.title)));
        return;
    }
    if (!isWellFormed(row)) {
        problems.append(
            error(row,
                  row.conversion == Conversion::Name
                      ? Tr::tr("\"%1\" needs one name in OfficeRnD and a first and a last name in "
                               "HighLevel.")
                            .arg(row.title)
                      : Tr::tr("\"%1\" must connect one field with one field.").arg(row.title)));
    }
}

//! A label that stands for two would come back as the other one, and a blank one would erase.
void appendValuePairProblems(const FieldMapping &row, QList<MappingProblem> &problems)
{
    if (row.conversion != Conversion::ValueList)
        return;
    PerSide<QSet<QString>> seen;
    for (const ValuePair &pair : row.valuePairs) {
        const PerSide<QString> labels {caselessText(pair.left), caselessText(pair.right)};
        if (labels.left.isEmpty() || labels.right.isEmpty()) {
            problems.append(
                error(row, Tr::tr("A value of \"%1\" has no counterpart.").arg(row.title)));
        }
        for (const Side from : bothSides) {
            if (row.flowsTo(opposite(from)) && seen[from].contains(labels[from])) {
                problems.append(
                    error(row,
                          Tr::tr("The value \"%1\" of %2 has two counterparts in \"%3\".")
                              .arg(from == Side::Left ? pair.left : pair.right, serviceName(from),
                                   row.title)));
            }
            seen[from].insert(labels[from]);
        }
    }
}

//! Whether a field of that type can hold what the conversion makes.
bool fits(Conversion conversion, FieldValue::Type type)
{
    using Type = FieldValue::Type;
    switch (conversion) {
    case Conversion::AsIs:
        return true;
    case Conversion::Name:
    case Conversion::Email:
    case Conversion::Phone:
    case Conversion::Country:
        return type == Type::Text;
    case Conversion::Tags:
    case Conversion::ValueList:
        return type == Type::List || type == Type::Text;
    case Conversion::Date:
        return type == Type::Date || type == Type::Text;
    case Conversion::Number:
        return type == Type::Number || type == Type::Text;
    case Conversion::YesNo:
        return type == Type::Boolean || type == Type::Text;
    }
    Q_UNREACHABLE();
}

void appendTypeProblems(const FieldMapping &row, const PerSide<const ServiceSchema *> &schemas,
                        QList<MappingProblem> &problems)
{
    const FieldSpec *left = schemas.left->field(row.left.value(0));
    const FieldSpec *right = schemas.right->field(row.right.value(0));
    if (!left || !right)
        return;
    for (const FieldSpec *spec : {left, right}) {
        if (!fits(row.conversion, spec->type)) {
            problems.append(
                error(row,
                      Tr::tr("\"%1\" is another kind of field than the line \"%2\" expects. Choose "
                             "another field, or another way to convert it.")
                          .arg(spec->title, row.title)));
        }
    }
    if (row.conversion == Conversion::AsIs && left->type != right->type) {
        problems.append({MappingProblem::Severity::Hint, row.id,
                         Tr::tr("\"%1\" connects two kinds of field. Values that one of them "
                                "cannot hold stay as they are.")
                             .arg(row.title)});
    }
}

void appendSchemaProblems(const FieldMapping &row, Side side, const ServiceSchema &schema,
                          QList<MappingProblem> &problems)
{
    for (const FieldKey &key : row.keys(side)) {
        const FieldSpec *spec = schema.field(key);
        if (!spec) {
            problems.append(
                error(row,
                      Tr::tr("%1 has no field \"%2\" any more. Choose another one for \"%3\", or "
                             "remove the line.")
                          .arg(serviceName(side), key, row.title)));
            continue;
        }
        if (row.flowsTo(side) && spec->access == FieldAccess::ReadOnly) {
            problems.append({MappingProblem::Severity::Hint, row.id,
                             Tr::tr("%1 does not let \"%2\" be changed, so it is only read.")
                                 .arg(serviceName(side), spec->title)});
        } else if (row.flowsTo(side) && spec->access == FieldAccess::CreateOnly) {
            problems.append({MappingProblem::Severity::Hint, row.id,
                             Tr::tr("%1 takes \"%2\" only when a person is added and does not let "
                                    "it be changed later.")
                                 .arg(serviceName(side), spec->title)});
        }
    }
}

void appendUnconnectedNeeds(const MappingProfile &profile, Side side, const ServiceSchema &schema,
                            QList<MappingProblem> &problems)
{
    QSet<FieldKey> filled;
    for (const FieldMapping &row : profile.rows) {
        if (row.flowsTo(side))
            filled.unite(QSet<FieldKey>(row.keys(side).cbegin(), row.keys(side).cend()));
    }
    for (const FieldSpec &spec : schema.fields) {
        if (spec.need == FieldNeed::RequiredToCreate && !filled.contains(spec.key)) {
            problems.append({MappingProblem::Severity::Error,
                             {},
                             Tr::tr("%1 needs \"%2\" for every new person, but nothing fills it.")
                                 .arg(serviceName(side), spec.title)});
        }
    }
}

} // namespace

QList<MappingProblem> problemsOf(const MappingProfile &profile)
{
    QList<MappingProblem> problems;
    QSet<FieldId> ids;
    QHash<QString, QString> filledBy;
    for (const FieldMapping &row : profile.rows) {
        if (ids.contains(row.id))
            problems.append(error(row, Tr::tr("\"%1\" is there twice.").arg(row.title)));
        ids.insert(row.id);
        appendShapeProblems(row, problems);
        appendValuePairProblems(row, problems);
        for (const Side side : bothSides) {
            if (!row.flowsTo(side))
                continue;
            for (const FieldKey &key : row.keys(side)) {
                const QString target = node(side, key);
                if (filledBy.contains(target)) {
                    problems.append(
                        error(row,
                              Tr::tr("%1 cannot get \"%2\" from two lines: \"%3\" and \"%4\".")
                                  .arg(serviceName(side), key, filledBy.value(target), row.title)));
                }
                filledBy.insert(target, row.title);
            }
        }
    }
    appendLoops(profile, problems);
    return problems;
}

QList<MappingProblem> problemsOf(const MappingProfile &profile, const ServiceSchema &left,
                                 const ServiceSchema &right)
{
    QList<MappingProblem> problems = problemsOf(profile);
    for (const FieldMapping &row : profile.rows) {
        appendSchemaProblems(row, Side::Left, left, problems);
        appendSchemaProblems(row, Side::Right, right, problems);
        appendTypeProblems(row, {&left, &right}, problems);
    }
    appendUnconnectedNeeds(profile, Side::Left, left, problems);
    appendUnconnectedNeeds(profile, Side::Right, right, problems);
    return problems;
}

} // namespace twinbook
