// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/practicefigures.h"

#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace twinbook::cli {

namespace {

QSet<QString> truths(const PreparedPlan &prepared, Side side, const sandbox::Sandbox &services)
{
    QSet<QString> people;
    for (const Observation &seen : prepared.side(side).people)
        people.insert(services.truthOf(side, seen.id));
    people.remove(QString());
    return people;
}

} // namespace

QJsonObject RecognitionFigures::toJson() const
{
    return {{u"truePairs"_s, truePairs},
            {u"linked"_s, linked},
            {u"wronglyLinked"_s, wronglyLinked},
            {u"asked"_s, asked},
            {u"wronglyAsked"_s, wronglyAsked}};
}

RecognitionFigures recognitionFigures(const PreparedPlan &prepared,
                                      const sandbox::Sandbox &services)
{
    RecognitionFigures figures;
    figures.truePairs = static_cast<int>(truths(prepared, Side::Left, services)
                                             .intersect(truths(prepared, Side::Right, services))
                                             .size());
    for (const PersonPlan &person : prepared.plan.people) {
        if (person.left == PersonPlan::nobody)
            continue;
        const bool linked = person.right != PersonPlan::nobody;
        const bool asked
            = !linked && person.basis == MatchBasis::Score && person.other != PersonPlan::nobody;
        if (!linked && !asked)
            continue;
        const auto right = static_cast<std::size_t>(linked ? person.right : person.other);
        const QString truth = services.truthOf(
            Side::Left, prepared.left.people[static_cast<std::size_t>(person.left)].id);
        const QString otherTruth = services.truthOf(Side::Right, prepared.right.people[right].id);
        if (truth.isEmpty() || otherTruth.isEmpty())
            continue; // one of the two was made by a sync, so there was nothing to recognise
        ++(linked ? figures.linked : figures.asked);
        if (truth != otherTruth)
            ++(linked ? figures.wronglyLinked : figures.wronglyAsked);
    }
    return figures;
}

int peakMemoryInMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QFile::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).replace("kB", "").trimmed().toInt() / 1024;
    }
    return 0;
}

} // namespace twinbook::cli
