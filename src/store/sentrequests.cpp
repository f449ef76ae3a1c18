// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sentrequests.h"

#include "store/names.h"
#include "store/sides.h"
#include "store/statement.h"
#include "store/storageerror.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<SentState, 4> stateNames {"intended"_L1, "answered"_L1, "not-sent"_L1,
                                          "unknown"_L1};

SentRequest requestFrom(const Row &row)
{
    return {.id = row.number(0),
            .side = sideFromKey(row.text(1)),
            .operation = row.text(2),
            .line = row.text(3),
            .intendedAt = row.moment(4),
            .state = stateNames.valueOf(row.text(5)),
            .status = row.isNull(6) ? std::nullopt : std::optional<int>(row.count(6)),
            .error = row.text(7)};
}

} // namespace

QString sentStateName(SentState state)
{
    return stateNames.of(state);
}

SentRequests::SentRequests(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<qint64> SentRequests::intend(const SentRequest &request)
{
    return Statement(m_database, uR"(
        INSERT INTO sent_request (side, operation, line, intended_ms, state)
        VALUES (:side, :operation, :line, :now, 'intended') RETURNING id)"_s)
        .bind(u":side"_s, serviceKey(request.side))
        .bind(u":operation"_s, request.operation)
        .bind(u":line"_s, request.line)
        .bind(u":now"_s, m_clock.now())
        .number();
}

Result<> SentRequests::settle(qint64 id, const SentRequest &outcome)
{
    Statement update(m_database, uR"(
        UPDATE sent_request SET state = :state, status = :status, outcome_ms = :now, error = :error
        WHERE id = :id)"_s);
    if (outcome.status)
        update.bind(u":status"_s, *outcome.status);
    else
        update.bindNull(u":status"_s);
    const auto updated = update.bind(u":state"_s, stateNames.of(outcome.state))
                             .bind(u":now"_s, m_clock.now())
                             .bind(u":error"_s, outcome.error)
                             .bind(u":id"_s, id)
                             .run();
    if (!updated)
        return Failure(updated.error());
    if (*updated == 0)
        return Failure(missingRowError(u"sent_request"_s, id));
    return {};
}

Result<QList<SentRequest>> SentRequests::newest(int limit) const
{
    QList<SentRequest> requests;
    const auto read = Statement(m_database, uR"(
        SELECT id, side, operation, line, intended_ms, state, status, error
        FROM sent_request ORDER BY id DESC LIMIT :limit)"_s)
                          .bind(u":limit"_s, limit)
                          .forEach([&](const Row &row) { requests.append(requestFrom(row)); });
    if (!read)
        return Failure(read.error());
    return requests;
}

} // namespace twinbook
