// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/recognition.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinbook {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Recognition)
};

Recognition::Share &shareOf(Recognition &recognition, const PreparedPlan &prepared,
                            const PersonPlan &person)
{
    if (person.left != PersonPlan::nobody && person.right != PersonPlan::nobody)
        return recognition.recognised;
    if (person.question >= 0) {
        const auto index = static_cast<std::size_t>(person.question);
        if (prepared.plan.questions[index].key.kind == QuestionKind::SamePerson)
            return recognition.notSure;
    }
    return recognition.onlyOn[person.right == PersonPlan::nobody ? Side::Left : Side::Right];
}

} // namespace

QString personName(const PreparedPlan &prepared, const PersonPlan &person)
{
    for (FieldRole role : {FieldRole::Name, FieldRole::Email, FieldRole::Phone}) {
        const int row = prepared.projection.rowWithRole(role);
        if (row < 0)
            continue;
        for (Side side : bothSides) {
            const int record = side == Side::Left ? person.left : person.right;
            if (record == PersonPlan::nobody)
                continue;
            const FieldValue &value = prepared.side(side)
                                          .people[static_cast<std::size_t>(record)]
                                          .values[static_cast<std::size_t>(row)];
            if (!value.isEmpty())
                return value.toDisplay();
        }
    }
    return Words::tr("(no name)");
}

Recognition recognitionOf(const PreparedPlan &prepared, int sampleLimit)
{
    Recognition recognition;
    for (const PersonPlan &person : prepared.plan.people) {
        // Two records in one question are counted once, by the OfficeRnD record.
        if (person.left == PersonPlan::nobody && person.other != PersonPlan::nobody)
            continue;
        Recognition::Share &share = shareOf(recognition, prepared, person);
        ++share.count;
        if (share.samples.size() < sampleLimit)
            share.samples += personName(prepared, person);
    }
    return recognition;
}

QString recognitionText(const Recognition &recognition)
{
    const QLocale locale;
    return Words::tr("%1 recognised, %2 only in OfficeRnD, %3 only in HighLevel, %4 not sure")
        .arg(locale.toString(recognition.recognised.count),
             locale.toString(recognition.onlyOn.left.count),
             locale.toString(recognition.onlyOn.right.count),
             locale.toString(recognition.notSure.count));
}

} // namespace twinbook
