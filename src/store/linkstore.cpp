// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/linkstore.h"

#include "store/statement.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

std::optional<QJsonObject> objectFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString textOf(const QJsonObject &object)
{
    return compactJson(QJsonDocument(object));
}

void mergeKnown(QJsonObject &stored, const std::vector<AgreedPair> &base,
                const QList<FieldId> &rows)
{
    Q_ASSERT(std::ssize(base) == rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const AgreedPair &pair = base[static_cast<std::size_t>(i)];
        if (pair.known == AgreedPair::Known::Yes)
            stored.insert(rows.at(i), pairToJson(pair));
    }
}

std::vector<AgreedPair> baseOf(const QJsonObject &stored, const QList<FieldId> &rows)
{
    std::vector<AgreedPair> base;
    base.reserve(static_cast<std::size_t>(rows.size()));
    for (const FieldId &row : rows)
        base.push_back(pairFromJson(stored.value(row)));
    return base;
}

} // namespace

LinkStore::LinkStore(const Database &database)
    : m_database(database)
{ }

Result<std::vector<Link>> LinkStore::all(const QList<FieldId> &rows) const
{
    std::vector<Link> links;
    bool damaged = false;
    const auto read
        = Statement(m_database, u"SELECT id, left_id, right_id, base FROM link ORDER BY id"_s)
              .forEach([&](const Row &row) {
                  const auto stored = objectFrom(row.text(3));
                  damaged = damaged || !stored;
                  links.push_back({.id = LinkId(row.number(0)),
                                   .left = row.remoteId(1),
                                   .right = row.remoteId(2),
                                   .base = baseOf(stored.value_or(QJsonObject()), rows)});
              });
    if (!read)
        return Failure(read.error());
    if (damaged)
        return Failure(damagedContentError(u"base of a link"_s));
    return links;
}

Result<std::optional<Link>> LinkStore::of(Side side, const RemoteId &record) const
{
    const QString sql = side == Side::Left
        ? u"SELECT id, left_id, right_id FROM link WHERE left_id = :record"_s
        : u"SELECT id, left_id, right_id FROM link WHERE right_id = :record"_s;
    return Statement(m_database, sql).bind(u":record"_s, record).first([](const Row &row) {
        return Link {.id = LinkId(row.number(0)),
                     .left = row.remoteId(1),
                     .right = row.remoteId(2),
                     .base = {}};
    });
}

Result<LinkId> LinkStore::add(const Link &link, const QList<FieldId> &rows)
{
    QJsonObject base;
    mergeKnown(base, link.base, rows);
    return Statement(m_database, uR"(
        INSERT INTO link (left_id, right_id, base) VALUES (:left, :right, :base)
        RETURNING id)"_s)
        .bind(u":left"_s, link.left)
        .bind(u":right"_s, link.right)
        .bind(u":base"_s, textOf(base))
        .number()
        .map([](qint64 id) { return LinkId(id); });
}

Result<> LinkStore::setBase(LinkId id, const std::vector<AgreedPair> &base,
                            const QList<FieldId> &rows)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    const auto found = Statement(m_database, u"SELECT base FROM link WHERE id = :id"_s)
                           .bind(u":id"_s, id.number())
                           .first([](const Row &row) { return row.text(0); });
    if (!found)
        return Failure(found.error());
    if (!found->has_value())
        return Failure(missingRowError(u"link"_s, id.number()));
    auto stored = objectFrom(**found);
    if (!stored)
        return Failure(damagedContentError(u"base of a link"_s));

    mergeKnown(*stored, base, rows);
    const auto written = Statement(m_database, u"UPDATE link SET base = :base WHERE id = :id"_s)
                             .bind(u":base"_s, textOf(*stored))
                             .bind(u":id"_s, id.number())
                             .run();
    if (!written)
        return Failure(written.error());
    return transaction->commit();
}

Result<> LinkStore::remove(LinkId id)
{
    return Statement(m_database, u"DELETE FROM link WHERE id = :id"_s)
        .bind(u":id"_s, id.number())
        .run()
        .map([](int) {});
}

} // namespace twinbook
