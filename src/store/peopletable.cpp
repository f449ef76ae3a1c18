// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/peopletable.h"

#include "store/dialect.h"
#include "store/digest.h"
#include "store/nameorder.h"
#include "store/searchtext.h"
#include "store/statement.h"
#include "store/storageerror.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! States in the order of the column `attention`.
constexpr std::array byAttention {RowState::Failed, RowState::NeedsYou, RowState::Changed,
                                  RowState::New,    RowState::Link,     RowState::LeftOut,
                                  RowState::InSync};

int attentionOf(RowState state)
{
    return static_cast<int>(std::find(byAttention.cbegin(), byAttention.cend(), state)
                            - byAttention.cbegin());
}

RowState stateOf(int attention)
{
    return byAttention[static_cast<std::size_t>(attention)];
}

void bindHalf(Statement &statement, const QString &side, const RowHalf &half)
{
    statement.bind(side % "_name"_L1, half.name)
        .bind(side % "_email"_L1, half.email)
        .bind(side % "_phone"_L1, half.phone)
        .bind(side % "_company"_L1, half.company);
}

RowHalf halfFrom(const Row &row, int column)
{
    return {.id = row.remoteId(column),
            .name = row.text(column + 1),
            .email = row.text(column + 2),
            .phone = row.text(column + 3),
            .company = row.text(column + 4)};
}

PeopleRow rowFrom(const Row &row)
{
    return {.key = row.number(0),
            .state = stateOf(row.count(1)),
            .halves = {halfFrom(row, 2), halfFrom(row, 7)},
            .toLeft = row.count(12),
            .toRight = row.count(13),
            .note = row.text(14)};
}

QByteArray wordsDigest(const PeopleRow &row)
{
    Digest digest;
    for (const Side side : bothSides) {
        const RowHalf &half = row.halves[side];
        digest.add(half.name).add(half.email).add(half.phone).add(half.company);
    }
    return digest.result();
}

QByteArray restDigest(const PeopleRow &row)
{
    return Digest()
        .add(static_cast<qint64>(row.state))
        .add(row.halves.left.id.text())
        .add(row.halves.right.id.text())
        .add(row.toLeft)
        .add(row.toRight)
        .add(row.note)
        .result();
}

Statement &bindRest(Statement &statement, const PeopleRow &row)
{
    return statement.bind(u":key"_s, row.key)
        .bind(u":attention"_s, attentionOf(row.state))
        .bind(u":left_id"_s, row.halves.left.id)
        .bind(u":right_id"_s, row.halves.right.id)
        .bind(u":to_left"_s, row.toLeft)
        .bind(u":to_right"_s, row.toRight)
        .bind(u":note"_s, row.note)
        .bind(u":rest_digest"_s, restDigest(row));
}

Result<> insertRow(Statement &insert, qint64 position, const PeopleRow &row)
{
    bindRest(insert, row).bind(u":position"_s, position).bind(u":words_digest"_s, wordsDigest(row));
    bindHalf(insert, u":left"_s, row.halves.left);
    bindHalf(insert, u":right"_s, row.halves.right);
    return insert.run().map([](int) {});
}

Result<> insertWords(Statement &insert, qint64 position, const PeopleRow &row)
{
    const RowHalf &left = row.halves.left;
    const RowHalf &right = row.halves.right;
    return insert.bind(u":position"_s, position)
        .bind(u":name"_s, searchText({left.name, right.name}))
        .bind(u":email"_s, searchText({left.email, right.email}))
        .bind(u":phone"_s, searchDigits({left.phone, right.phone}))
        .bind(u":company"_s, searchText({left.company, right.company}))
        .run()
        .map([](int) {});
}

//! A CROSS JOIN keeps the search outside: the other way round SQLite would search once for each
//! row of a state, which takes minutes.
QString searchedRows()
{
    return " FROM "_L1 + dialect::searchSource()
        + " AS found CROSS JOIN person_row WHERE person_row.position = found.position"_L1;
}

//! The rows a query is about, as FROM and WHERE. The list of states holds nothing but our own
//! numbers.
QString rowsOf(const PeopleQuery &query, const QString &expression)
{
    QString sql = u" FROM person_row"_s;
    if (!expression.isEmpty())
        sql = searchedRows();
    QStringList attentions;
    for (const RowState state : query.states)
        attentions.append(QString::number(attentionOf(state)));
    attentions.sort(); // one statement for one set, whatever its order
    // The plus keeps SQLite from gathering the states one by one and sorting them by position.
    const bool inOrder = query.order == PeopleQuery::Order::Name && attentions.size() > 1;
    const QString column = inOrder ? u"+attention"_s : u"attention"_s;
    if (!attentions.isEmpty())
        sql += (expression.isEmpty() ? " WHERE "_L1 : " AND "_L1) + column + " IN ("_L1
            + attentions.join(u", "_s) + u')';
    return sql;
}

QString columns()
{
    return uR"(plan_key, attention, left_id, left_name, left_email, left_phone, left_company,
        right_id, right_name, right_email, right_phone, right_company, to_left, to_right, note)"_s;
}

} // namespace

PeopleTable::PeopleTable(const Database &database)
    : m_database(database)
{ }

Result<> PeopleTable::replaceAll(const QList<PeopleRow> &rows)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    const auto stored = digests();
    if (!stored)
        return Failure(stored.error());
    auto written = sameWords(*stored, rows) ? updateRest(*stored, rows) : rewrite(rows);
    if (!written)
        return written;
    return transaction->commit();
}

Result<> PeopleTable::rewrite(const QList<PeopleRow> &rows)
{
    for (const QString &clear : {u"DELETE FROM person_row"_s, dialect::clearSearchIndex()}) {
        if (auto cleared = Statement(m_database, clear).run(); !cleared)
            return Failure(cleared.error());
    }
    Statement row(m_database, uR"(
        INSERT INTO person_row (position, plan_key, attention, left_id, left_name, left_email,
            left_phone, left_company, right_id, right_name, right_email, right_phone,
            right_company, to_left, to_right, note, words_digest, rest_digest)
        VALUES (:position, :key, :attention, :left_id, :left_name, :left_email, :left_phone,
            :left_company, :right_id, :right_name, :right_email, :right_phone, :right_company,
            :to_left, :to_right, :note, :words_digest, :rest_digest))"_s);
    Statement words(m_database, uR"(
        INSERT INTO person_search (rowid, name, email, phone, company)
        VALUES (:position, :name, :email, :phone, :company))"_s);
    qint64 position = 0;
    for (const qsizetype index : nameOrder(rows)) {
        ++position;
        if (auto inserted = insertRow(row, position, rows.at(index)); !inserted)
            return inserted;
        if (auto inserted = insertWords(words, position, rows.at(index)); !inserted)
            return inserted;
    }
    return {};
}

Result<> PeopleTable::updateRest(const Digests &stored, const QList<PeopleRow> &rows)
{
    Statement update(m_database, uR"(
        UPDATE person_row SET attention = :attention, left_id = :left_id, right_id = :right_id,
            to_left = :to_left, to_right = :to_right, note = :note, rest_digest = :rest_digest
        WHERE plan_key = :key)"_s);
    for (const PeopleRow &row : rows) {
        if (stored.value(row.key).rest == restDigest(row))
            continue;
        if (auto updated = bindRest(update, row).run(); !updated)
            return Failure(updated.error());
    }
    return {};
}

Result<PeopleTable::Digests> PeopleTable::digests() const
{
    Digests digests;
    const auto read
        = Statement(m_database, u"SELECT plan_key, words_digest, rest_digest FROM person_row"_s)
              .forEach([&](const Row &row) {
                  digests.insert(row.number(0), {row.bytes(1), row.bytes(2)});
              });
    if (!read)
        return Failure(read.error());
    return digests;
}

bool PeopleTable::sameWords(const Digests &stored, const QList<PeopleRow> &rows)
{
    return stored.size() == rows.size()
        && std::all_of(rows.cbegin(), rows.cend(), [&](const PeopleRow &row) {
               const auto known = stored.constFind(row.key);
               return known != stored.cend() && known->words == wordsDigest(row);
           });
}

Result<> PeopleTable::setState(qint64 key, RowState state, const QString &note)
{
    const auto changed = Statement(m_database, uR"(
        UPDATE person_row SET attention = :attention, note = :note, rest_digest = :unknown
        WHERE plan_key = :key)"_s)
                             .bind(u":attention"_s, attentionOf(state))
                             .bind(u":note"_s, note)
                             .bind(u":key"_s, key)
                             .bind(u":unknown"_s, QByteArray())
                             .run();
    if (!changed)
        return Failure(changed.error());
    if (*changed == 0)
        return Failure(missingRowError(u"person_row"_s, key));
    return {};
}

Result<int> PeopleTable::count(const PeopleQuery &query) const
{
    const QString expression = searchExpression(query.search);
    Statement select(m_database, "SELECT count(*)"_L1 + rowsOf(query, expression));
    if (!expression.isEmpty())
        select.bind(u":words"_s, expression);
    return select.number().map([](qint64 count) { return static_cast<int>(count); });
}

Result<QList<PeopleRow>> PeopleTable::page(const PeopleQuery &query, int offset, int limit) const
{
    const QString expression = searchExpression(query.search);
    const QString order = query.order == PeopleQuery::Order::Name
        ? u"person_row.position"_s
        : u"attention, person_row.position"_s;
    // The wanted rows are found in an index first and only they are read in full, so that the
    // last page costs little more than the first.
    Statement select(m_database,
                     "SELECT "_L1 + columns()
                         + " FROM person_row WHERE position IN (SELECT person_row.position"_L1
                         + rowsOf(query, expression) + " ORDER BY "_L1 + order
                         + " LIMIT :limit OFFSET :offset) ORDER BY "_L1 + order);
    select.bind(u":limit"_s, limit).bind(u":offset"_s, offset);
    if (!expression.isEmpty())
        select.bind(u":words"_s, expression);
    QList<PeopleRow> rows;
    rows.reserve(limit);
    const auto read = select.forEach([&](const Row &row) { rows.append(rowFrom(row)); });
    if (!read)
        return Failure(read.error());
    return rows;
}

Result<std::array<int, 7>> PeopleTable::countsByState() const
{
    std::array<int, 7> counts {};
    const auto read
        = Statement(m_database, u"SELECT attention, count(*) FROM person_row GROUP BY attention"_s)
              .forEach([&](const Row &row) {
                  const RowState state = stateOf(row.count(0));
                  counts[static_cast<std::size_t>(state)] = row.count(1);
              });
    if (!read)
        return Failure(read.error());
    return counts;
}

} // namespace twinbook
