// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/listquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

//! The most values of an `[$in]` filter (officernd.md 2.0).
constexpr qsizetype batchSize = 50;

} // namespace

void ListQuery::equal(const QString &name, const QString &value)
{
    add(name, {}, value);
}

void ListQuery::equal(const QString &name, std::optional<bool> value)
{
    if (value)
        add(name, {}, *value ? u"true"_s : u"false"_s);
}

void ListQuery::oneOf(const QString &name, const QStringList &values)
{
    if (values.size() == 1)
        add(name, {}, values.constFirst());
    else
        add(name, u"[$in]"_s, values.join(u','));
}

void ListQuery::since(const QString &name, const QDateTime &moment)
{
    if (moment.isValid())
        add(name, u"[$gte]"_s, toWire(moment).toString());
}

void ListQuery::before(const QString &name, const QDateTime &moment)
{
    if (moment.isValid())
        add(name, u"[$lt]"_s, toWire(moment).toString());
}

void ListQuery::changedSince(const QDateTime &moment)
{
    doubtfulSince(u"modifiedAt"_s, moment);
}

void ListQuery::doubtfulSince(const QString &name, const QDateTime &moment)
{
    if (moment.isValid())
        add(name, u"[$gte]"_s, toWire(moment).toString(), Filter::Standing::Doubtful);
}

void ListQuery::doubtfulBefore(const QString &name, const QDateTime &moment)
{
    if (moment.isValid())
        add(name, u"[$lt]"_s, toWire(moment).toString(), Filter::Standing::Doubtful);
}

void ListQuery::properties(const QMap<QString, QString> &values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        equal(QString("properties["_L1 + value.key() + u']'), value.value());
}

void ListQuery::select(const QStringList &members)
{
    if (members.isEmpty())
        return; // an empty $select is refused (officernd.md 2.0)
    QStringList wanted {u"_id"_s};
    wanted += members;
    wanted.removeDuplicates();
    add(u"$select"_s, {}, wanted.join(u','));
}

qsizetype ListQuery::batches() const
{
    return std::max<qsizetype>(1, (m_ids.size() + batchSize - 1) / batchSize);
}

QStringList ListQuery::doubtful(const Account &account) const
{
    QStringList names;
    for (const Filter &filter : m_filters) {
        if (filter.standing == Filter::Standing::Doubtful
            && !isRefused(filter, m_operation, account))
            names.append(filter.name);
    }
    names.removeDuplicates();
    return names;
}

bool ListQuery::isTakenInFull(const Account &account) const
{
    return std::none_of(m_filters.cbegin(), m_filters.cend(), [&](const Filter &filter) {
        return isRefused(filter, m_operation, account);
    });
}

Result<HttpRequest> ListQuery::request(qsizetype batch, const Account &account) const
{
    if (!m_usable)
        return Failure(idUnusable());
    const QStringList ids = m_ids.mid(batch * batchSize, batchSize);
    QueryItems query;
    if (ids.size() == 1)
        query.append({u"_id"_s, ids.constFirst()});
    else if (!ids.isEmpty())
        query.append({u"_id[$in]"_s, ids.join(u',')});
    for (const Filter &filter : m_filters) {
        if (!isRefused(filter, m_operation, account))
            query.append({filter.parameter, filter.value});
    }
    return operationRequest(m_operation, m_id, query);
}

bool ListQuery::isRefused(const Filter &filter, Operation operation, const Account &account)
{
    if (filter.standing == Filter::Standing::Known)
        return false;
    if (operation == Operation::ListTickets && filter.name == "modifiedAt"_L1
        && account.settings.quirks.holds(Quirk::TicketsRefuseModifiedFilter))
        return true;
    return account.learned.refusedFilters.value(operation).contains(filter.name);
}

void ListQuery::add(const QString &name, const QString &suffix, const QString &value,
                    Filter::Standing standing)
{
    if (!value.isEmpty())
        m_filters.append({name, QString(name + suffix), value, standing});
}

} // namespace twinbook::officernd
