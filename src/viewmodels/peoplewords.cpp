// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/peoplewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace twinbook {

namespace {

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::PeopleWords)
};

QString fieldCount(int count)
{
    return count == 1 ? Say::tr("1 field") : Say::tr("%Ln fields", nullptr, count);
}

QString updateSentence(const PeopleRow &row)
{
    if (row.toLeft > 0 && row.toRight > 0) {
        return Say::tr("OfficeRnD will be updated (%1) and HighLevel too (%2)")
            .arg(fieldCount(row.toLeft), fieldCount(row.toRight));
    }
    const Side side = row.toLeft > 0 ? Side::Left : Side::Right;
    return Say::tr("%1 will be updated (%2)")
        .arg(serviceName(side), fieldCount(qMax(row.toLeft, row.toRight)));
}

} // namespace

QString personName(const PeopleRow &row)
{
    for (const Side side : bothSides) {
        if (!row.halves[side].name.isEmpty())
            return row.halves[side].name;
    }
    for (const Side side : bothSides) {
        if (!row.halves[side].email.isEmpty())
            return row.halves[side].email;
    }
    return Say::tr("(no name)");
}

QString stateWord(RowState state)
{
    switch (state) {
    case RowState::InSync:
        return Say::tr("In sync");
    case RowState::Link:
        return Say::tr("Link");
    case RowState::New:
        return Say::tr("New");
    case RowState::Changed:
        return Say::tr("Changed");
    case RowState::NeedsYou:
        return Say::tr("Needs you");
    case RowState::LeftOut:
        return Say::tr("Left out");
    case RowState::Failed:
        return Say::tr("Failed");
    }
    return {};
}

QString changeText(const PeopleRow &row)
{
    if (row.state == RowState::Changed && row.toLeft + row.toRight > 0)
        return fieldCount(row.toLeft + row.toRight);
    return stateWord(row.state);
}

QString changeSentence(const PeopleRow &row)
{
    switch (row.state) {
    case RowState::InSync:
        return Say::tr("the same in OfficeRnD and HighLevel");
    case RowState::Link:
        return Say::tr("recognised as the same person; nothing else changes");
    case RowState::New:
        return Say::tr("will be added to %1")
            .arg(serviceName(row.halves.left.id.isEmpty() ? Side::Left : Side::Right));
    case RowState::Changed:
        return updateSentence(row);
    case RowState::NeedsYou:
        return row.note.isEmpty() ? Say::tr("needs your decision")
                                  : Say::tr("needs your decision: %1").arg(row.note);
    case RowState::LeftOut:
        return Say::tr("left out");
    case RowState::Failed:
        return row.note.isEmpty() ? Say::tr("could not be synced")
                                  : Say::tr("could not be synced: %1").arg(row.note);
    }
    return {};
}

QString rowSentence(const PeopleRow &row)
{
    return Say::tr("%1, %2").arg(personName(row), changeSentence(row));
}

QString missingText(Side side, RowState state)
{
    return state == RowState::New ? Say::tr("not in %1 yet").arg(serviceName(side))
                                  : Say::tr("not in %1").arg(serviceName(side));
}

} // namespace twinbook
