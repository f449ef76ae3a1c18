// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/verifications.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

VerificationEntry entryFrom(const Row &row)
{
    return {.id = row.number(0),
            .at = row.moment(1),
            .mappingVersion = row.count(2),
            .digest = row.text(3),
            .compared = row.count(4),
            .equal = row.count(5),
            .drifted = row.count(6),
            .accepted = row.count(7),
            .questions = row.count(8),
            .onlyLeft = row.count(9),
            .onlyRight = row.count(10),
            .missing = row.count(11)};
}

} // namespace

Verifications::Verifications(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<VerificationEntry> Verifications::add(VerificationEntry entry)
{
    if (!entry.at.isValid())
        entry.at = m_clock.now();
    const Result<qint64> id = Statement(m_database, uR"(
        INSERT INTO verification (at_ms, mapping_version, digest, compared, equal, drifted,
            accepted, questions, only_left, only_right, missing)
        VALUES (:at, :mapping, :digest, :compared, :equal, :drifted, :accepted, :questions,
            :only_left, :only_right, :missing)
        RETURNING id)"_s)
                                  .bind(u":at"_s, entry.at)
                                  .bind(u":mapping"_s, entry.mappingVersion)
                                  .bind(u":digest"_s, entry.digest)
                                  .bind(u":compared"_s, entry.compared)
                                  .bind(u":equal"_s, entry.equal)
                                  .bind(u":drifted"_s, entry.drifted)
                                  .bind(u":accepted"_s, entry.accepted)
                                  .bind(u":questions"_s, entry.questions)
                                  .bind(u":only_left"_s, entry.onlyLeft)
                                  .bind(u":only_right"_s, entry.onlyRight)
                                  .bind(u":missing"_s, entry.missing)
                                  .number();
    if (!id)
        return Failure(id.error());
    entry.id = *id;
    return entry;
}

Result<QList<VerificationEntry>> Verifications::newest(int limit) const
{
    QList<VerificationEntry> entries;
    const auto read = Statement(m_database, uR"(
        SELECT id, at_ms, mapping_version, digest, compared, equal, drifted, accepted, questions,
            only_left, only_right, missing
        FROM verification ORDER BY id DESC LIMIT :limit)"_s)
                          .bind(u":limit"_s, limit)
                          .forEach([&](const Row &row) { entries.append(entryFrom(row)); });
    if (!read)
        return Failure(read.error());
    return entries;
}

} // namespace twinbook
