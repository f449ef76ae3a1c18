// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/paging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

Served<> inLocation(const State &state, const QString &locationId)
{
    if (locationId != state.locationId)
        return refused(403, u"The token does not have access to this location."_s);
    return {};
}

Served<Window> windowOf(const Call &call, WindowRule rule)
{
    bool limitIsNumber = false;
    bool skipIsNumber = false;
    const int limit = call.query(u"limit"_s, QString::number(rule.usual)).toInt(&limitIsNumber);
    const int skip = call.query(u"skip"_s, u"0"_s).toInt(&skipIsNumber);
    QStringList problems;
    if (!limitIsNumber || limit < 1)
        problems.append(u"limit must be a number string"_s);
    if (!skipIsNumber || skip < 0)
        problems.append(u"skip must be a number string"_s);
    if (!problems.isEmpty())
        return refused(422, problems);
    return Window {.skip = skip, .limit = std::min(limit, rule.largest)};
}

QJsonArray slice(const QList<QJsonObject> &records, Window window)
{
    QJsonArray page;
    const qsizetype end = std::min(records.size(), window.skip + window.limit);
    for (qsizetype i = window.skip; i < end; ++i)
        page.append(records.at(i));
    return page;
}

QList<QJsonObject> recordsOf(const RecordTable &table)
{
    QList<QJsonObject> records;
    for (const auto &[id, record] : table.all())
        records.append(record);
    return records;
}

QList<QJsonObject> recordsOf(const RecordTable &table, const QString &key)
{
    QList<QJsonObject> records;
    const QStringList ids = table.idsWithKey(key);
    for (const QString &id : ids)
        records.append(*table.find(id));
    return records;
}

} // namespace twinbook::sandbox::highlevel
