// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/observationstore.h"

#include "store/digest.h"
#include "store/names.h"
#include "store/statement.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<Fidelity, 2> fidelityNames {"complete"_L1, "search-hit"_L1};

QString upsertSql()
{
    return uR"(
        INSERT INTO observation (side, remote_id, modified_ms, fidelity, fields, digest)
        VALUES (:side, :id, :modified, :fidelity, :fields, :digest)
        ON CONFLICT (side, remote_id) DO UPDATE SET modified_ms = excluded.modified_ms,
            fidelity = excluded.fidelity, fields = excluded.fields, digest = excluded.digest)"_s;
}

QByteArray digestOf(const RemoteRecord &person)
{
    Digest digest;
    digest.add(person.modifiedAt.isValid() ? person.modifiedAt.toMSecsSinceEpoch() : -1)
        .add(static_cast<qint64>(person.fidelity));
    for (auto it = person.fields.cbegin(); it != person.fields.cend(); ++it)
        digest.add(it.key()).add(it.value());
    return digest.result();
}

Result<> upsert(Statement &statement, Side side, const RemoteRecord &person,
                const QByteArray &digest)
{
    return statement.bind(u":side"_s, serviceKey(side))
        .bind(u":id"_s, person.id)
        .bind(u":modified"_s, person.modifiedAt)
        .bind(u":fidelity"_s, fidelityNames.of(person.fidelity))
        .bind(u":fields"_s, fieldsToText(person.fields))
        .bind(u":digest"_s, digest)
        .run()
        .map([](int) {});
}

std::optional<RemoteRecord> recordFrom(const Row &row)
{
    auto fields = fieldsFromText(row.text(3));
    if (!fields)
        return std::nullopt;
    return RemoteRecord {.id = row.remoteId(0),
                         .modifiedAt = row.moment(1),
                         .fidelity = fidelityNames.valueOf(row.text(2)),
                         .fields = std::move(*fields)};
}

Error damagedRecord(Side side)
{
    return damagedContentError("observation of "_L1 + serviceKey(side));
}

} // namespace

ObservationStore::ObservationStore(const Database &database)
    : m_database(database)
{ }

Result<> ObservationStore::replaceAll(Side side, const QList<RemoteRecord> &people)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());

    auto stored = digests(side);
    if (!stored)
        return Failure(stored.error());
    // Most looks find most people unchanged, and the disk need not know of those.
    Statement write(m_database, upsertSql());
    for (const RemoteRecord &person : people) {
        const QByteArray digest = digestOf(person);
        if (stored->take(person.id) == digest)
            continue;
        if (auto written = upsert(write, side, person, digest); !written)
            return written;
    }
    for (auto gone = stored->cbegin(); gone != stored->cend(); ++gone) {
        if (auto removed = remove(side, gone.key()); !removed)
            return removed;
    }

    Statement count(m_database, uR"(
        INSERT INTO last_look (side, people) VALUES (:side, :people)
        ON CONFLICT (side) DO UPDATE SET people = excluded.people)"_s);
    count.bind(u":side"_s, serviceKey(side)).bind(u":people"_s, qint64 {people.size()});
    if (auto counted = count.run(); !counted)
        return Failure(counted.error());
    return transaction->commit();
}

Result<> ObservationStore::put(Side side, const RemoteRecord &person)
{
    Statement write(m_database, upsertSql());
    return upsert(write, side, person, digestOf(person));
}

Result<> ObservationStore::remove(Side side, const RemoteId &id)
{
    return Statement(m_database,
                     u"DELETE FROM observation WHERE side = :side AND remote_id = :id"_s)
        .bind(u":side"_s, serviceKey(side))
        .bind(u":id"_s, id)
        .run()
        .map([](int) {});
}

Result<QList<RemoteRecord>> ObservationStore::all(Side side) const
{
    QList<RemoteRecord> people;
    bool damaged = false;
    const auto read = Statement(m_database, uR"(
        SELECT remote_id, modified_ms, fidelity, fields FROM observation
        WHERE side = :side ORDER BY remote_id)"_s)
                          .bind(u":side"_s, serviceKey(side))
                          .forEach([&](const Row &row) {
                              if (auto person = recordFrom(row))
                                  people.append(std::move(*person));
                              else
                                  damaged = true;
                          });
    if (!read)
        return Failure(read.error());
    if (damaged)
        return Failure(damagedRecord(side));
    return people;
}

Result<std::optional<RemoteRecord>> ObservationStore::find(Side side, const RemoteId &id) const
{
    const auto found = Statement(m_database, uR"(
        SELECT remote_id, modified_ms, fidelity, fields FROM observation
        WHERE side = :side AND remote_id = :id)"_s)
                           .bind(u":side"_s, serviceKey(side))
                           .bind(u":id"_s, id)
                           .first(recordFrom);
    if (!found)
        return Failure(found.error());
    if (!found->has_value())
        return std::nullopt;
    if (!(*found)->has_value())
        return Failure(damagedRecord(side));
    return **found;
}

Result<int> ObservationStore::count(Side side) const
{
    return Statement(m_database, u"SELECT people FROM last_look WHERE side = :side"_s)
        .bind(u":side"_s, serviceKey(side))
        .number()
        .map([](qint64 people) { return static_cast<int>(people); });
}

Result<QHash<RemoteId, QByteArray>> ObservationStore::digests(Side side) const
{
    QHash<RemoteId, QByteArray> digests;
    const auto read
        = Statement(m_database, u"SELECT remote_id, digest FROM observation WHERE side = :side"_s)
              .bind(u":side"_s, serviceKey(side))
              .forEach([&](const Row &row) { digests.insert(row.remoteId(0), row.bytes(1)); });
    if (!read)
        return Failure(read.error());
    return digests;
}

} // namespace twinbook
