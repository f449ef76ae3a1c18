// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/pilotchoice.h"

#include "core/normalize.h"

#include <QCoreApplication>
#include <QMap>

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::PilotChoice)
};

} // namespace

QStringList tagsToTry(const PreparedPlan &prepared)
{
    const int row = prepared.projection.rowWithRole(FieldRole::Tags);
    if (row < 0)
        return {};
    QMap<QString, QString> tags; // by what makes two spellings one tag
    for (const PersonPlan &person : prepared.plan.people) {
        if (person.state == PersonState::InSync || person.state == PersonState::LeftOut)
            continue;
        for (const Side side : bothSides) {
            const int index = side == Side::Left ? person.left : person.right;
            if (index == PersonPlan::nobody)
                continue;
            const Observation &seen = prepared.side(side).people[static_cast<std::size_t>(index)];
            const QStringList all = seen.values[static_cast<std::size_t>(row)].list();
            for (const QString &tag : all) {
                const QString folded = foldedText(tag);
                if (!folded.isEmpty() && !tags.contains(folded))
                    tags.insert(folded, tag);
            }
        }
    }
    return tags.values();
}

QString applyToFewText(const Pilot &pilot, int takingPart)
{
    return pilot.tag.isEmpty() && !pilot.listed
        ? Tr::tr("Apply to the first %n people", nullptr, takingPart)
        : Tr::tr("Apply to %n people", nullptr, takingPart);
}

} // namespace twinbook
