// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judge.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::test {

namespace {

bool explains(const Contradiction &row, const QString &operation, const Violation &violation)
{
    const QRegularExpression all(QRegularExpression::anchoredPattern(QLatin1String(row.violation)));
    const QLatin1String where = row.in == Contradiction::In::Request ? "request"_L1 : "response"_L1;
    return violation.where == where && operation.startsWith(QLatin1String(row.operation))
        && all.match(violation.what).hasMatch();
}

} // namespace

QStringList Judge::surprises(const QString &operation, const QList<Violation> &violations)
{
    QStringList unknown;
    for (const Violation &violation : violations) {
        const auto *const known = std::find_if(
            std::begin(knownContradictions), std::end(knownContradictions),
            [&](const Contradiction &row) { return explains(row, operation, violation); });
        if (known == std::end(knownContradictions))
            unknown.append(operation + u' ' + violation.where + u": "_s + violation.what);
        else
            m_met.insert(known);
    }
    return unknown;
}

QStringList Judge::idle() const
{
    QStringList sources;
    for (const Contradiction &row : knownContradictions) {
        if ((row.metBy & m_party) != 0 && !m_met.contains(&row))
            sources.append(QLatin1String(row.operation) + u": "_s + QLatin1String(row.source));
    }
    return sources;
}

} // namespace twinbook::test
