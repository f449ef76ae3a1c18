// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/listquery.h"

#include "sandbox/stampsource.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

namespace {

using Filter = ListQuery::Filter;

constexpr qsizetype largestPage = 50;
constexpr qsizetype largestSet = 50;

//! "createdAt[$gte]" is {"createdAt", "$gte"}, "name" is {"name", ""}.
std::pair<QString, QString> nameAndBracket(const QString &parameter)
{
    const qsizetype open = parameter.indexOf(u'[');
    if (open <= 0 || !parameter.endsWith(u']'))
        return {parameter, QString()};
    return {parameter.first(open), parameter.sliced(open + 1, parameter.size() - open - 2)};
}

std::optional<Filter::Operator> rangeOperator(const QString &text)
{
    if (text == "$gte"_L1)
        return Filter::Operator::GreaterOrEqual;
    if (text == "$gt"_L1)
        return Filter::Operator::Greater;
    if (text == "$lte"_L1)
        return Filter::Operator::LessOrEqual;
    if (text == "$lt"_L1)
        return Filter::Operator::Less;
    return std::nullopt;
}

std::optional<QString> normalizedMoment(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    // A text without zone is UTC, as everything in this service.
    return isoStamp(text.contains(u'T') && moment.timeSpec() != Qt::LocalTime
                        ? moment
                        : QDateTime(moment.date(), moment.time(), Qt::UTC));
}

class Reader
{
public:
    Reader(const ListRules &rules, const QuirkSet &quirks, ListQuery &query)
        : m_rules(rules)
        , m_quirks(quirks)
        , m_query(query)
    { }

    void read(const QueryItem &item)
    {
        if (readFilter(item) || readPaging(item) || readSort(item))
            return;
        if (m_quirks.holds(Quirk::UnknownFieldIsRefused))
            m_problems.append(u"property "_s + item.first + u" should not exist"_s);
    }
    //! False if the parameter is no filter of this collection.
    bool readFilter(const QueryItem &item);

    [[nodiscard]] Served<ListQuery> outcome() const
    {
        if (m_cursors > 1)
            return m_quirks.holds(Quirk::BothCursorsTimeOut)
                ? refused(504, u"Gateway Timeout"_s)
                : refused(400, u"$cursorNext and $cursorPrev exclude each other"_s);
        if (!m_cursorProblem.isEmpty())
            return refused(500, m_cursorProblem);
        if (!m_problems.isEmpty())
            return refused(400, m_problems);
        return m_query;
    }

private:
    bool readPaging(const QueryItem &item);
    bool readSort(const QueryItem &item);
    void readLimit(const QString &value);
    void readCursor(const QString &value, ListQuery::Direction direction);

    const ListRules &m_rules;
    const QuirkSet &m_quirks;
    ListQuery &m_query;
    QStringList m_problems;
    QString m_cursorProblem;
    int m_cursors = 0;
};

bool Reader::readFilter(const QueryItem &item)
{
    const auto [name, bracket] = nameAndBracket(item.first);
    if (bracket.isEmpty()) {
        if (!m_rules.equality.contains(name))
            return false;
        m_query.filters.append({{name}, Filter::Operator::Equals, {item.second}});
        return true;
    }
    if (name == "properties"_L1 && m_rules.properties == ListRules::CustomProperties::Filterable) {
        m_query.filters.append({{name, bracket}, Filter::Operator::Equals, {item.second}});
        return true;
    }
    if (bracket == "$in"_L1 && m_rules.sets.contains(name)) {
        const QStringList values = item.second.split(u',');
        if (values.size() > largestSet)
            m_problems.append(name + u" must contain no more than 50 elements"_s);
        m_query.filters.append({{name}, Filter::Operator::In, values});
        return true;
    }
    const auto op = rangeOperator(bracket);
    if (!op || !m_rules.ranges.contains(name))
        return false;
    const auto moment = normalizedMoment(item.second);
    if (!moment)
        m_problems.append(item.first + u" must be a valid ISO 8601 date string"_s);
    else
        m_query.filters.append({{name}, *op, {*moment}});
    return true;
}

bool Reader::readPaging(const QueryItem &item)
{
    if (item.first == "$limit"_L1) {
        readLimit(item.second);
    } else if (item.first == "$cursorNext"_L1) {
        readCursor(item.second, ListQuery::Direction::Next);
    } else if (item.first == "$cursorPrev"_L1) {
        readCursor(item.second, ListQuery::Direction::Previous);
    } else if (item.first == "$select"_L1) {
        m_query.select = item.second.split(u',', Qt::SkipEmptyParts);
        if (m_query.select.isEmpty())
            m_problems.append(u"$select should not be empty"_s);
    } else {
        return false;
    }
    return true;
}

//! The wire form of $sort is not known (officernd.md 9 item 13): `$sort[field]=asc` and the JSON
//! form are both understood.
bool Reader::readSort(const QueryItem &item)
{
    const auto [name, bracket] = nameAndBracket(item.first);
    if (name != "$sort"_L1 || m_rules.sortable.isEmpty())
        return false;
    QString field = bracket;
    QString order = item.second;
    if (field.isEmpty()) {
        const QJsonObject json = QJsonDocument::fromJson(item.second.toUtf8()).object();
        field = json.isEmpty() ? QString() : json.begin().key();
        order = json.isEmpty() ? QString() : json.begin().value().toVariant().toString();
    }
    const bool descending = order == "desc"_L1 || order == "-1"_L1;
    if (!m_rules.sortable.contains(field))
        m_problems.append(u"property $sort."_s + field + u" should not exist"_s);
    else if (!descending && order != "asc"_L1 && order != "1"_L1)
        m_problems.append(u"$sort."_s + field
                          + u" must be one of the following values: asc, desc"_s);
    m_query.sortField = field;
    m_query.sortOrder = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    return true;
}

void Reader::readLimit(const QString &value)
{
    bool isNumber = false;
    const int limit = value.toInt(&isNumber);
    if (!isNumber || limit < 0)
        m_problems.append(u"$limit must be a positive integer"_s);
    else if (limit > largestPage && m_quirks.holds(Quirk::LongPageIsRefused))
        m_problems.append(u"$limit must not be greater than 50"_s);
    else
        // Without the quirk a longer page is cut, as the documentation says.
        m_query.limit = limit == 0
            ? 20
            : std::min<qsizetype>(limit,
                                  largestPage); // 0 was seen to give 20 (officernd.md 7 item 1)
}

void Reader::readCursor(const QString &value, ListQuery::Direction direction)
{
    ++m_cursors;
    QJsonParseError error;
    const QJsonDocument json
        = QJsonDocument::fromJson(QByteArray::fromBase64(value.toLatin1()), &error);
    const QJsonObject cursor = json.object();
    if (cursor.isEmpty()) {
        m_cursorProblem = u"Unexpected token in JSON at position %1"_s.arg(error.offset);
        return;
    }
    m_query.direction = direction;
    m_query.cursor.id = cursor.value(u"id"_s).toString();
    const QJsonArray keys = cursor.value(u"keys"_s).toArray();
    for (const QJsonValue &key : keys)
        m_query.cursor.keys.append(key.toString());
}

bool holds(const Filter &filter, const QString &value)
{
    switch (filter.op) {
    case Filter::Operator::Equals:
    case Filter::Operator::In:
        return filter.values.contains(value);
    case Filter::Operator::Less:
        return !value.isEmpty() && value < filter.values.constFirst();
    case Filter::Operator::LessOrEqual:
        return !value.isEmpty() && value <= filter.values.constFirst();
    case Filter::Operator::Greater:
        return value > filter.values.constFirst();
    case Filter::Operator::GreaterOrEqual:
        return value >= filter.values.constFirst();
    }
    return false;
}

} // namespace

QString ListQuery::signature() const
{
    QJsonArray parts {sortField, static_cast<int>(sortOrder)};
    for (const Filter &filter : filters) {
        parts.append(QJsonArray::fromStringList(filter.path));
        parts.append(static_cast<int>(filter.op));
        parts.append(QJsonArray::fromStringList(filter.values));
    }
    return QString::fromUtf8(QJsonDocument(parts).toJson(QJsonDocument::Compact));
}

bool ListQuery::matches(const QJsonObject &document) const
{
    return std::all_of(filters.begin(), filters.end(), [&](const Filter &filter) {
        QJsonValue value = document.value(filter.path.constFirst());
        if (filter.path.size() > 1)
            value = value.toObject().value(filter.path.at(1));
        if (value.isBool())
            return holds(filter, value.toBool() ? u"true"_s : u"false"_s);
        return holds(filter, value.toString());
    });
}

Served<ListQuery> parseListQuery(const HttpRequest &request, const ListRules &rules,
                                 const QuirkSet &quirks)
{
    ListQuery query;
    Reader reader(rules, quirks, query);
    for (const QueryItem &item : request.query)
        reader.read(item);
    return reader.outcome();
}

Served<ListQuery> parseCountQuery(const HttpRequest &request, const ListRules &rules,
                                  const QuirkSet &quirks)
{
    ListQuery query;
    Reader reader(rules, quirks, query);
    for (const QueryItem &item : request.query)
        (void)reader.readFilter(item);
    return reader.outcome();
}

QString encodedCursor(const RowPosition &position)
{
    const QJsonObject cursor {{u"id"_s, position.id},
                              {u"keys"_s, QJsonArray::fromStringList(position.keys)}};
    return QString::fromLatin1(QJsonDocument(cursor).toJson(QJsonDocument::Compact).toBase64());
}

} // namespace twinbook::sandbox::officernd
