// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/contactsearch.h"

#include "highlevel/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

struct SearchText
{
    Q_DECLARE_TR_FUNCTIONS(SearchText)
};

// A wrong name is refused with "Invalid field ..." (highlevel.md 2.3).
constexpr std::array filterable {
    "id"_L1,
    "email"_L1,
    "phone"_L1,
    "firstNameLowerCase"_L1,
    "lastNameLowerCase"_L1,
    "contactName"_L1,
    "type"_L1,
    "address"_L1,
    "city"_L1,
    "state"_L1,
    "country"_L1,
    "postalCode"_L1,
    "timezone"_L1,
    "website"_L1,
    "companyName"_L1,
    "businessName"_L1,
    "assignedTo"_L1,
    "followers"_L1,
    "source"_L1,
    "tags"_L1,
    "dateAdded"_L1,
    "dateUpdated"_L1,
    "dateOfBirth"_L1,
    "lastAppointment"_L1,
    "lastEmailClickedDate"_L1,
    "lastEmailOpenedDate"_L1,
    "dnd"_L1,
    "validEmail"_L1,
    "isValidWhatsapp"_L1,
    "activeWorkflows"_L1,
    "finishedWorkflows"_L1,
};
constexpr std::array nestedPrefixes {"customFields."_L1, "opportunities."_L1};
constexpr std::array sortable {"firstNameLowerCase"_L1,
                               "lastNameLowerCase"_L1,
                               "businessName"_L1,
                               "dateAdded"_L1,
                               "dateUpdated"_L1,
                               "email"_L1,
                               "dnd"_L1,
                               "source"_L1};
constexpr qsizetype mostOrders = 2;

template<class Names>
bool isAmong(const Names &names, const QString &field)
{
    return std::find(names.begin(), names.end(), field) != names.end();
}

bool isFilterable(const QString &field)
{
    return isAmong(filterable, field)
        || std::any_of(nestedPrefixes.begin(), nestedPrefixes.end(), [&](const auto prefix) {
               return field.startsWith(prefix) && field.size() > prefix.size();
           });
}

QString unknownField(const QString &field)
{
    return SearchText::tr("HighLevel cannot search by “%1”.").arg(quotable(field));
}

QString operatorName(SearchFilter::Test test)
{
    using Test = SearchFilter::Test;
    switch (test) {
    case Test::Equals:
        return u"eq"_s;
    case Test::EqualsNot:
        return u"not_eq"_s;
    case Test::Contains:
        return u"contains"_s;
    case Test::ContainsNot:
        return u"not_contains"_s;
    case Test::Exists:
        return u"exists"_s;
    case Test::ExistsNot:
        return u"not_exists"_s;
    }
    Q_UNREACHABLE();
}

//! In UTC with milliseconds, as the answers tell their dates.
QString bound(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
}

} // namespace

SearchFilter SearchFilter::where(const QString &field, Test test, const QJsonValue &value)
{
    const bool needsNone = test == Test::Exists || test == Test::ExistsNot;
    const bool contains = test == Test::Contains || test == Test::ContainsNot;
    SearchFilter filter;
    filter.m_json = {{u"field"_s, field}, {u"operator"_s, operatorName(test)}};
    if (!needsNone)
        filter.m_json.insert("value"_L1, value);
    if (!isFilterable(field))
        filter.m_objection = unknownField(field);
    else if (value.toString().size() > ContactSearch::longestQuery)
        filter.m_objection = SearchText::tr("HighLevel searches for at most %1 characters.")
                                 .arg(ContactSearch::longestQuery);
    else if (!needsNone && (value.isNull() || value.isUndefined()))
        filter.m_objection = SearchText::tr("There is nothing to search for.");
    else if (field == "email"_L1 && contains)
        filter.m_objection
            = SearchText::tr("HighLevel finds e-mail addresses only when they are complete.");
    return filter;
}

SearchFilter SearchFilter::between(const QString &field, const QDateTime &from,
                                   const QDateTime &until)
{
    QJsonObject range;
    if (from.isValid())
        range.insert("gte"_L1, bound(from));
    if (until.isValid())
        range.insert("lt"_L1, bound(until));
    SearchFilter filter;
    filter.m_json = {{u"field"_s, field}, {u"operator"_s, u"range"_s}, {u"value"_s, range}};
    if (!isFilterable(field))
        filter.m_objection = unknownField(field);
    else if (range.isEmpty())
        filter.m_objection = SearchText::tr("There is nothing to search for.");
    return filter;
}

SearchFilter SearchFilter::all(Joined joined, const QList<SearchFilter> &filters)
{
    SearchFilter group;
    QJsonArray inner;
    for (const SearchFilter &filter : filters) {
        inner.append(filter.json());
        if (group.m_objection.isEmpty())
            group.m_objection = filter.objection();
    }
    group.m_json
        = {{u"group"_s, joined == Joined::And ? u"AND"_s : u"OR"_s}, {u"filters"_s, inner}};
    return group;
}

ContactSearch ContactSearch::changedSince(const QDateTime &moment)
{
    ContactSearch search;
    search.pageLimit = longestPage;
    search.filters = {SearchFilter::between(u"dateUpdated"_s, moment)};
    search.sort = {{u"dateUpdated"_s, Qt::AscendingOrder}};
    return search;
}

QString ContactSearch::objection() const
{
    if (pageLimit < 1 || pageLimit > longestPage)
        return SearchText::tr("HighLevel finds one to %1 people at a time.").arg(longestPage);
    if (page && (*page < 1 || !searchAfter.isEmpty()))
        return SearchText::tr("A search goes on either by page or after the last person.");
    if (page && qint64(*page) * pageLimit > window)
        return SearchText::tr("HighLevel numbers the pages of the first %1 people only.")
            .arg(window);
    if (query.size() > longestQuery)
        return SearchText::tr("HighLevel searches for at most %1 characters.").arg(longestQuery);
    if (sort.size() > mostOrders)
        return SearchText::tr("HighLevel sorts by two fields at most.");
    for (const SearchOrder &order : sort) {
        if (!isAmong(sortable, order.field))
            return SearchText::tr("HighLevel cannot sort by “%1”.").arg(quotable(order.field));
    }
    for (const SearchFilter &filter : filters) {
        if (!filter.objection().isEmpty())
            return filter.objection();
    }
    return {};
}

QJsonObject ContactSearch::body(const QString &locationId) const
{
    QJsonObject body {{u"locationId"_s, locationId}, {u"pageLimit"_s, pageLimit}};
    if (page)
        body.insert("page"_L1, *page);
    if (!searchAfter.isEmpty())
        body.insert("searchAfter"_L1, searchAfter);
    if (!query.isEmpty())
        body.insert("query"_L1, query);
    QJsonArray conditions;
    for (const SearchFilter &filter : filters)
        conditions.append(filter.json());
    if (!conditions.isEmpty())
        body.insert("filters"_L1, conditions);
    QJsonArray orders;
    for (const SearchOrder &order : sort) {
        const bool ascending = order.order == Qt::AscendingOrder;
        orders.append(QJsonObject {{u"field"_s, order.field},
                                   {u"direction"_s, ascending ? u"asc"_s : u"desc"_s}});
    }
    if (!orders.isEmpty())
        body.insert("sort"_L1, orders);
    return body;
}

} // namespace twinbook::highlevel
