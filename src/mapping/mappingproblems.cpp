// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping/mappingprofile.h"

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

QString node(Side side, const FieldKey &key)
{
    return serviceKey(side) + u'/' + key;
}

QList<Edge> edgesOf(const MappingProfile &profile)
{
    QList<Edge> edges;
    for (qsizetype i = 0; i < profile.rows.size(); ++i) {
        const FieldMapping &row = profile.rows.at(i);
        for (const Side to : bothSides) {
            if (!row.flowsTo(to))
                continue;
            for (const FieldKey &source : row.keys(opposite(to))) {
                for (const FieldKey &target : row.keys(to))
                    edges.append({node(opposite(to), source), node(to, target), i});
            }
        }
    }
    return edges;
}

//! Whether a value leaving `start` over `row` can come back to it by way of another row. A row
//! that goes both ways is no loop by itself.
bool comesBack(const QList<Edge> &edges, const QString &start, const QString &at, qsizetype row,
               QSet<QString> &seen)
{
    for (const Edge &edge : edges) {
        if (edge.from != at || edge.row == row)
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
    const QList<Edge> edges = edgesOf(profile);
    QSet<qsizetype> reported;
    for (const Edge &edge : edges) {
        QSet<QString> seen {edge.to};
        if (reported.contains(edge.row) || !comesBack(edges, edge.from, edge.to, edge.row, seen))
            continue;
        reported.insert(edge.row);
        const FieldMapping &row = profile.rows.at(edge.row);
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
    if (row.id.isEmpty() || row.left.isEmpty() || row.right.isEmpty()) {
        problems.append(
            error(row, Tr::tr("\"%1\" is not connected on both sides.").arg(row.title)));
        return;
    }
    const qsizetype wantedRight = row.conversion == Conversion::Name ? 2 : 1;
    if (row.left.size() != 1 || row.right.size() != wantedRight) {
        problems.append(
            error(row,
                  row.conversion == Conversion::Name
                      ? Tr::tr("\"%1\" needs one name in OfficeRnD and a first and a last name in "
                               "HighLevel.")
                            .arg(row.title)
                      : Tr::tr("\"%1\" must connect one field with one field.").arg(row.title)));
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
    }
    appendUnconnectedNeeds(profile, Side::Left, left, problems);
    appendUnconnectedNeeds(profile, Side::Right, right, problems);
    return problems;
}

} // namespace twinbook
