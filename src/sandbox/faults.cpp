// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faults.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

bool matches(const FaultAim &aim, Side side, const QByteArray &method, const QString &path)
{
    if (aim.side != side || (!aim.method.isEmpty() && aim.method != method))
        return false;
    if (aim.pathPattern.isEmpty())
        return true;
    QString pattern = QRegularExpression::escape(aim.pathPattern);
    pattern.replace("\\*"_L1, ".*"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(path).hasMatch();
}

} // namespace

void FaultPlan::add(const FaultAim &aim, const Fault &fault)
{
    m_pending.append({aim, fault});
}

std::optional<Fault> FaultPlan::take(Side side, const QByteArray &method, const QString &path)
{
    std::optional<Fault> due;
    for (Pending &pending : m_pending) {
        if (!matches(pending.aim, side, method, path))
            continue;
        ++pending.seen;
        if (!due && pending.seen >= pending.aim.nth)
            due = pending.fault;
    }
    m_pending.removeIf([](const Pending &pending) {
        return pending.seen >= pending.aim.nth + pending.aim.times - 1;
    });
    return due;
}

} // namespace twinbook::sandbox
