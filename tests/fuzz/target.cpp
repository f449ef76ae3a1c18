// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "target.h"

#include <QStringList>

namespace twinbook::fuzz {

namespace {

qint64 complaintCount = 0;
QStringList firstComplaints;
constexpr qsizetype mostKept = 20;

} // namespace

void complain(const QString &what)
{
    ++complaintCount;
    if (firstComplaints.size() < mostKept && !firstComplaints.contains(what))
        firstComplaints.append(what);
}

qint64 complaints()
{
    return complaintCount;
}

const QStringList &distinctComplaints()
{
    return firstComplaints;
}

} // namespace twinbook::fuzz
