// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/failedpeople.h"

#include "store/statement.h"

using namespace Qt::StringLiterals;

namespace twinbook {

FailedPeople::FailedPeople(const Database &database)
    : m_database(database)
{ }

Result<> FailedPeople::add(const FailedPerson &person)
{
    return Statement(m_database, uR"(
        INSERT INTO failed_person (left_id, right_id, run, why)
        VALUES (:left, :right, :run, :why)
        ON CONFLICT (left_id, right_id) DO UPDATE SET run = excluded.run, why = excluded.why)"_s)
        .bind(u":left"_s, person.ids.left)
        .bind(u":right"_s, person.ids.right)
        .bind(u":run"_s, person.run.number())
        .bind(u":why"_s, person.why)
        .run()
        .map([](int) {});
}

Result<> FailedPeople::remove(const PerSide<RemoteId> &ids)
{
    return Statement(m_database, uR"(
        DELETE FROM failed_person
        WHERE (left_id <> '' AND left_id = :left) OR (right_id <> '' AND right_id = :right))"_s)
        .bind(u":left"_s, ids.left)
        .bind(u":right"_s, ids.right)
        .run()
        .map([](int) {});
}

Result<> FailedPeople::keepOnlyOf(RunId run)
{
    return Statement(m_database, u"DELETE FROM failed_person WHERE run <> :run"_s)
        .bind(u":run"_s, run.number())
        .run()
        .map([](int) {});
}

Result<QList<FailedPerson>> FailedPeople::all() const
{
    QList<FailedPerson> people;
    const auto read = Statement(m_database, uR"(
        SELECT left_id, right_id, run, why FROM failed_person ORDER BY run, left_id, right_id)"_s)
                          .forEach([&](const Row &row) {
                              people.append({.ids = {row.remoteId(0), row.remoteId(1)},
                                             .run = RunId(row.number(2)),
                                             .why = row.text(3)});
                          });
    if (!read)
        return Failure(read.error());
    return people;
}

Result<QSet<RemoteId>> FailedPeople::records() const
{
    return all().map([](const QList<FailedPerson> &people) {
        QSet<RemoteId> records;
        for (const FailedPerson &person : people) {
            for (const Side side : bothSides) {
                if (!person.ids[side].isEmpty())
                    records.insert(person.ids[side]);
            }
        }
        return records;
    });
}

} // namespace twinbook
