// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/retention.h"

#include "store/settingsstore.h"
#include "store/statement.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Retention)
};

QString section()
{
    return u"history"_s;
}

//! Runs whose rows are still needed.
QString neededRuns()
{
    return uR"( AND run NOT IN (
            SELECT undone_run FROM run
            WHERE purpose = 'undo' AND ending IN ('running', 'cut-off', 'stopped')
                AND undone_run IS NOT NULL AND started_ms >= :recent
            UNION
            SELECT run FROM intent WHERE state IN ('intended', 'unknown') AND run IS NOT NULL))"_s;
}

} // namespace

Retention::Retention(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<int> Retention::days() const
{
    return SettingsStore(m_database, m_clock).section(section()).map([](const QJsonObject &values) {
        return std::clamp(values.value("days"_L1).toInt(usualDays), fewestDays, mostDays);
    });
}

Result<> Retention::setDays(int days)
{
    if (days < fewestDays || days > mostDays)
        return Failure(
            Error {.kind = ErrorKind::InvalidInput,
                   .message
                   = Tr::tr("The history is kept for %1 to %2 days.").arg(fewestDays).arg(mostDays),
                   .detail = {}});
    return SettingsStore(m_database, m_clock).setSection(section(), {{u"days"_s, days}});
}

Result<> Retention::prune(qint64 most)
{
    const Result<int> kept = days();
    if (!kept)
        return Failure(kept.error());
    QDateTime oldest = m_clock.now().addDays(-*kept);
    const auto tooMany = Statement(m_database, uR"(
        SELECT at_ms FROM change ORDER BY at_ms DESC LIMIT 1 OFFSET :most)"_s)
                             .bind(u":most"_s, most)
                             .first([](const Row &row) { return row.moment(0); });
    if (!tooMany)
        return Failure(tooMany.error());
    if (*tooMany)
        oldest = std::max(oldest, (*tooMany)->addMSecs(1));
    return forgetBefore(oldest);
}

Result<> Retention::forgetBefore(const QDateTime &moment)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    // An undo that was given up long ago does not hold on to anything for ever.
    const QDateTime recent = m_clock.now().addDays(-fewestDays);
    for (const QString &table : {u"change"_s, u"link_change"_s}) {
        const auto forgotten
            = Statement(m_database,
                        "DELETE FROM "_L1 + table + " WHERE at_ms < :moment"_L1 + neededRuns())
                  .bind(u":moment"_s, moment)
                  .bind(u":recent"_s, recent)
                  .run();
        if (!forgotten)
            return Failure(forgotten.error());
    }
    const auto settled = Statement(m_database, uR"(
        DELETE FROM intent
        WHERE state IN ('done', 'failed', 'settled') AND intended_ms < :moment)"_s)
                             .bind(u":moment"_s, moment)
                             .run();
    if (!settled)
        return Failure(settled.error());
    return transaction->commit();
}

} // namespace twinbook
