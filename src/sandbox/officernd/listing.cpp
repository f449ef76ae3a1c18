// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/listing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

QJsonObject selected(const QJsonObject &document, const QStringList &members)
{
    if (members.isEmpty())
        return document;
    QJsonObject result {{u"_id"_s, document.value(u"_id"_s)}};
    for (const QString &member : members) {
        const auto found = document.constFind(member.trimmed());
        if (found != document.constEnd())
            result.insert(found.key(), found.value());
    }
    return result;
}

//! The ids that can match at all, if a filter of the query is indexed.
std::optional<QStringList> indexedCandidates(const RecordTable &table, const ListQuery &query,
                                             const QStringList &indexed)
{
    for (const ListQuery::Filter &filter : query.filters) {
        const QString &name = filter.path.constFirst();
        if (name == "_id"_L1) {
            QStringList ids = filter.values;
            ids.removeDuplicates();
            return ids;
        }
        if (indexed.contains(name) && filter.op == ListQuery::Filter::Operator::Equals)
            return table.idsWithKey(QString(name + u':' + filter.values.constFirst()));
    }
    return std::nullopt;
}

} // namespace

Listing::Listing(const State &state, const RecordTable &table, ListRules rules, Shape shape)
    : m_state(state)
    , m_table(table)
    , m_rules(std::move(rules))
    , m_shape(std::move(shape))
{ }

Served<QJsonObject> Listing::page(const HttpRequest &request)
{
    const auto query = parseListQuery(request, m_rules, m_state.quirks);
    if (!query)
        return tl::unexpected(query.error());
    const SortedRows &all = rows(*query);

    qsizetype first = 0;
    qsizetype end = 0;
    if (query->direction == ListQuery::Direction::Previous) {
        end = all.firstNotBefore(query->cursor);
        first = std::max<qsizetype>(0, end - query->limit);
    } else {
        if (query->direction == ListQuery::Direction::Next)
            first = all.firstAfter(query->cursor);
        end = std::min(all.size(), first + query->limit);
    }

    QJsonArray results;
    for (qsizetype i = first; i < end; ++i) {
        const QJsonObject &document = *m_table.find(all.at(i).id);
        results.append(selected(m_shape ? m_shape(document) : document, query->select));
    }
    QJsonObject envelope {{u"rangeStart"_s, results.isEmpty() ? 0 : first + 1},
                          {u"rangeEnd"_s, results.isEmpty() ? 0 : end},
                          {u"results"_s, results}};
    if (!results.isEmpty() && end < all.size())
        envelope.insert(u"cursorNext"_s, encodedCursor(all.at(end - 1)));
    else if (!m_state.holds(Quirk::LastPageHasNoCursor))
        envelope.insert(u"cursorNext"_s, QJsonValue::Null);
    if (!results.isEmpty() && first > 0)
        envelope.insert(u"cursorPrev"_s, encodedCursor(all.at(first)));
    return envelope;
}

Served<QJsonObject> Listing::count(const HttpRequest &request, const QStringList &groupable)
{
    const auto query = parseCountQuery(request, m_rules, m_state.quirks);
    if (!query)
        return tl::unexpected(query.error());
    const SortedRows &all = rows(*query);
    QJsonObject result {{u"total"_s, all.size()}};
    const auto groupBy = request.queryValue(u"$countBy"_s);
    if (!groupBy)
        return result;
    if (!groupable.contains(*groupBy))
        return refused(400,
                       QStringList {u"$countBy must be one of the following values: "_s
                                    + groupable.join(u", "_s)});
    QMap<QString, int> counts;
    for (qsizetype i = 0; i < all.size(); ++i)
        ++counts[m_table.find(all.at(i).id)->value(*groupBy).toString()];
    QJsonArray groups;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        groups.append(QJsonObject {{u"key"_s, count.key()}, {u"count"_s, count.value()}});
    result.insert(u"groups"_s, groups);
    return result;
}

const SortedRows &Listing::rows(const ListQuery &query)
{
    return m_cache.rows(query.signature(), m_table.revision(), [&] {
        SortedRows::Order order;
        if (!query.sortField.isEmpty()) {
            order.directions = {query.sortOrder};
            order.keysOf = [field = query.sortField](const QJsonObject &document) {
                return QStringList {document.value(field).toString()};
            };
        }
        const auto candidates = indexedCandidates(m_table, query, m_rules.indexed);
        return SortedRows(
            m_table, candidates ? &*candidates : nullptr,
            [&](const QJsonObject &document) { return query.matches(document); }, order);
    });
}

} // namespace twinbook::sandbox::officernd
