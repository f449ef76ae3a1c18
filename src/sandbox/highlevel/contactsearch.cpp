// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/contactsearch.h"

#include "sandbox/highlevel/contactshape.h"
#include "sandbox/highlevel/searchfilter.h"
#include "sandbox/records/bodyrules.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

constexpr int largestSearchPage = 500;
constexpr int reachableByPage = 10000;
constexpr int largestListPage = 100;
constexpr qsizetype longestQuery = 75;

struct SortTerm
{
    QString field;
    Qt::SortOrder order = Qt::DescendingOrder;
};

struct SearchRequest
{
    SearchFilter filter;
    QList<SortTerm> sort;
    int pageLimit = 0;
    int page = 1;
    std::optional<RowPosition> after;
    QString query;
};

bool isMoment(const QString &field)
{
    return field == "dateAdded"_L1 || field == "dateUpdated"_L1;
}

//! Cursors carry moments as milliseconds.
QJsonValue toCursor(const QString &field, const QString &key)
{
    if (!isMoment(field))
        return key;
    return static_cast<double>(QDateTime::fromString(key, Qt::ISODateWithMs).toMSecsSinceEpoch());
}

QString fromCursor(const QString &field, const QJsonValue &value)
{
    if (!isMoment(field))
        return value.toString();
    return isoStamp(QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC));
}

Served<QList<SortTerm>> parseSort(const QJsonArray &sort)
{
    static const QHash<QString, QString> sortable {
        {u"firstNameLowerCase"_s, u"firstNameLowerCase"_s},
        {u"lastNameLowerCase"_s, u"lastNameLowerCase"_s},
        {u"businessName"_s, u"companyName"_s},
        {u"dateAdded"_s, u"dateAdded"_s},
        {u"dateUpdated"_s, u"dateUpdated"_s},
        {u"email"_s, u"emailLowerCase"_s},
        {u"dnd"_s, u"dnd"_s},
        {u"source"_s, u"source"_s},
    };
    if (sort.size() > 2)
        return refused(422, QStringList {u"sort must contain no more than 2 elements"_s});
    QList<SortTerm> terms;
    for (const QJsonValue &element : sort) {
        const QString field = element.toObject().value(u"field"_s).toString();
        const QString direction = element.toObject().value(u"direction"_s).toString();
        if (!sortable.contains(field))
            return refused(400, u"Invalid field "_s + field);
        if (direction != "asc"_L1 && direction != "desc"_L1)
            return refused(400, u"Invalid sort direction "_s + direction);
        terms.append({sortable.value(field),
                      direction == "asc"_L1 ? Qt::AscendingOrder : Qt::DescendingOrder});
    }
    if (terms.isEmpty())
        terms.append({u"dateAdded"_s, Qt::DescendingOrder});
    return terms;
}

QStringList searchViolations(const QJsonObject &body)
{
    using Kind = FieldRule::Kind;
    static const FieldRules rules {
        {.name = u"locationId"_s},
        {.name = u"pageLimit"_s, .kind = Kind::Number},
        {.name = u"page"_s, .kind = Kind::Number},
        {.name = u"searchAfter"_s, .kind = Kind::Any, .null = FieldRule::Null::Allowed},
        {.name = u"filters"_s, .kind = Kind::ObjectList},
        {.name = u"sort"_s, .kind = Kind::ObjectList},
        {.name = u"query"_s},
    };
    QStringList found = bodyViolations(body, rules, {u"pageLimit"_s});
    const double limit = body.value(u"pageLimit"_s).toDouble(1);
    if (limit > largestSearchPage)
        found.append(u"pageLimit must not be greater than 500"_s);
    if (limit < 1)
        found.append(u"pageLimit must not be less than 1"_s);
    if (std::floor(limit) < limit)
        found.append(u"pageLimit must be an integer number"_s);
    if (body.value(u"query"_s).toString().size() > longestQuery)
        found.append(u"query must be shorter than or equal to 75 characters"_s);
    return found;
}

Served<SearchRequest> parseSearch(const QJsonObject &body, const State &state)
{
    if (body.value(u"locationId"_s) != state.locationId)
        return refused(403, u"The token does not have access to this location."_s);
    if (const QStringList found = searchViolations(body); !found.isEmpty())
        return refused(422, found);
    SearchRequest request;
    request.pageLimit = body.value(u"pageLimit"_s).toInt();
    request.page = body.value(u"page"_s).toInt(1);
    request.query = body.value(u"query"_s).toString().trimmed();
    const auto filter = parseSearchFilters(body.value(u"filters"_s).toArray());
    if (!filter)
        return tl::unexpected(filter.error());
    request.filter = *filter;
    const auto sort = parseSort(body.value(u"sort"_s).toArray());
    if (!sort)
        return tl::unexpected(sort.error());
    request.sort = *sort;

    const QJsonArray after = body.value(u"searchAfter"_s).toArray();
    if (!after.isEmpty()) {
        if (after.size() != request.sort.size() + 1)
            return refused(400, u"searchAfter does not suit the sort order"_s);
        if (body.contains(u"page"_s))
            return refused(400, u"page and searchAfter cannot be used together"_s);
        RowPosition position;
        for (qsizetype i = 0; i < request.sort.size(); ++i)
            position.keys.append(fromCursor(request.sort.at(i).field, after.at(i)));
        position.id = after.last().toString();
        request.after = position;
    } else if (request.page < 1
               || (state.quirks.holds(Quirk::SearchWindowEnds)
                   && qint64(request.page) * request.pageLimit > reachableByPage)) {
        return refused(400, u"page * pageLimit must stay within the first 10000 records"_s);
    }
    return request;
}

bool matchesQuery(const QJsonObject &contact, const QString &query)
{
    if (query.isEmpty())
        return true;
    for (const QString &member :
         {u"fullNameLowerCase"_s, u"email"_s, u"phone"_s, u"companyName"_s}) {
        if (contact.value(member).toString().contains(query, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

SortedRows::Order orderOf(const QList<SortTerm> &terms)
{
    SortedRows::Order order;
    for (const SortTerm &term : terms)
        order.directions.append(term.order);
    order.keysOf = [terms](const QJsonObject &contact) {
        QStringList keys;
        for (const SortTerm &term : terms)
            keys.append(contact.value(term.field).toVariant().toString());
        return keys;
    };
    return order;
}

std::optional<QStringList> candidates(const RecordTable &table, const std::optional<QString> &key)
{
    if (!key)
        return std::nullopt;
    return key->startsWith("id:"_L1) ? QStringList {key->sliced(3)} : table.idsWithKey(*key);
}

//! All of a body that decides which contacts are in the list and in what order.
QString signatureOf(QJsonObject body)
{
    for (const QString &paging : {u"page"_s, u"pageLimit"_s, u"searchAfter"_s})
        body.remove(paging);
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

Served<QJsonObject> ContactSearch::search(const QJsonObject &body)
{
    const auto request = parseSearch(body, m_state);
    if (!request)
        return tl::unexpected(request.error());
    const RecordTable &seen = m_state.searchable();
    const SortedRows &rows = m_searches.rows(signatureOf(body), seen.revision(), [&] {
        const auto limited = candidates(seen, request->filter.key);
        return SortedRows(
            seen, limited ? &*limited : nullptr,
            [&](const QJsonObject &contact) {
                return request->filter.matches(contact) && matchesQuery(contact, request->query);
            },
            orderOf(request->sort));
    });
    const qsizetype first = request->after
        ? rows.firstAfter(*request->after)
        : std::min<qsizetype>(rows.size(), qsizetype(request->page - 1) * request->pageLimit);
    const qsizetype end = std::min<qsizetype>(rows.size(), first + request->pageLimit);
    QJsonArray hits;
    for (qsizetype i = first; i < end; ++i) {
        const QJsonObject &contact = *seen.find(rows.at(i).id);
        QJsonObject hit
            = m_state.quirks.holds(Quirk::SearchHitsAreLowerCase) ? searchHit(contact) : contact;
        QJsonArray after;
        for (qsizetype term = 0; term < request->sort.size(); ++term)
            after.append(toCursor(request->sort.at(term).field, rows.at(i).keys.at(term)));
        after.append(rows.at(i).id);
        hit.insert(u"searchAfter"_s, after);
        hits.append(hit);
    }
    return QJsonObject {{u"contacts"_s, hits}, {u"total"_s, rows.size()}};
}

Served<QJsonObject> ContactSearch::list(const HttpRequest &request)
{
    if (request.queryValue(u"locationId"_s) != m_state.locationId)
        return refused(403, u"The token does not have access to this location."_s);
    const int limit = request.queryValue(u"limit"_s).value_or(u"20"_s).toInt();
    if (limit < 1 || limit > largestListPage)
        return refused(422, QStringList {u"limit must not be greater than 100"_s});
    const QString query = request.queryValue(u"query"_s).value_or(QString()).trimmed();
    const QList<SortTerm> newestFirst {{u"dateAdded"_s, Qt::DescendingOrder}};
    const SortedRows &rows = m_lists.rows(query, m_state.contacts.revision(), [&] {
        return SortedRows(
            m_state.contacts, nullptr,
            [&](const QJsonObject &contact) { return matchesQuery(contact, query); },
            orderOf(newestFirst));
    });
    qsizetype first = 0;
    const auto afterId = request.queryValue(u"startAfterId"_s);
    const auto after = request.queryValue(u"startAfter"_s);
    if (afterId.has_value() != after.has_value())
        return refused(422, QStringList {u"startAfter and startAfterId must be sent together"_s});
    if (afterId) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(after->toLongLong(), Qt::UTC);
        first = rows.firstAfter({{isoStamp(moment)}, *afterId});
    }
    const qsizetype end = std::min<qsizetype>(rows.size(), first + limit);
    QJsonArray contacts;
    for (qsizetype i = first; i < end; ++i)
        contacts.append(*m_state.contacts.find(rows.at(i).id));
    QJsonObject meta {{u"total"_s, rows.size()}, {u"currentPage"_s, first / limit + 1}};
    if (end > first && end < rows.size()) {
        const QString id = rows.at(end - 1).id;
        meta.insert(u"startAfterId"_s, id);
        meta.insert(u"startAfter"_s, toCursor(u"dateAdded"_s, rows.at(end - 1).keys.constFirst()));
        meta.insert(u"nextPage"_s, first / limit + 2);
    }
    return QJsonObject {{u"contacts"_s, contacts}, {u"count"_s, rows.size()}, {u"meta"_s, meta}};
}

} // namespace twinbook::sandbox::highlevel
