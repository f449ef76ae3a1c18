// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rowlook.h"

namespace twinbook {

RowLook lookOf(RowState state)
{
    switch (state) {
    case RowState::InSync:
        return {Icon::InSync, Tone::Muted};
    case RowState::Link:
        return {Icon::Link, Tone::Working};
    case RowState::New:
        return {Icon::New, Tone::Good};
    case RowState::Changed:
        return {Icon::Changed, Tone::Working};
    case RowState::NeedsYou:
        return {Icon::NeedsYou, Tone::Attention};
    case RowState::LeftOut:
        return {Icon::LeftOut, Tone::Muted};
    case RowState::Failed:
        return {Icon::Failed, Tone::Stopped};
    }
    Q_UNREACHABLE();
}

RowLook lookOf(const PeopleRow &row)
{
    RowLook look = lookOf(row.state);
    if (row.state == RowState::New)
        look.icon = row.halves.left.id.isEmpty() ? Icon::ToOfficeRnD : Icon::ToHighLevel;
    if (row.state != RowState::Changed)
        return look;
    if (row.toLeft > 0 && row.toRight > 0)
        look.icon = Icon::BothWays;
    else
        look.icon = row.toLeft > 0 ? Icon::ToOfficeRnD : Icon::ToHighLevel;
    return look;
}

RowLook lookOf(RunHistoryModel::Outcome outcome)
{
    switch (outcome) {
    case RunHistoryModel::Outcome::Good:
        return {Icon::Good, Tone::Good};
    case RunHistoryModel::Outcome::Partial:
        return {Icon::Warning, Tone::Attention};
    case RunHistoryModel::Outcome::Bad:
        return {Icon::Error, Tone::Stopped};
    case RunHistoryModel::Outcome::Running:
        return {Icon::Sync, Tone::Working};
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
