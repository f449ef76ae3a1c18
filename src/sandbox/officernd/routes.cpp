// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/officernd/routes.h"

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/listing.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::officernd {

void Routes::add(const QByteArray &method, const QString &path, const QString &scope, Action action)
{
    m_routes.append({method, path.split(u'/', Qt::SkipEmptyParts), scope, std::move(action)});
}

void Routes::addObject(const QByteArray &method, const QString &path, const QString &scope,
                       int status, ObjectAction action)
{
    add(method, path, scope,
        [status, action = std::move(action)](const Call &call) -> Served<HttpReply> {
            return action(call).map(
                [status](const QJsonObject &object) { return HttpReply::json(status, object); });
        });
}

void Routes::addList(const QString &path, const QString &scope, Listing &listing)
{
    addObject("GET", path, scope, 200,
              [&listing](const Call &call) { return listing.page(call.request); });
}

void Routes::addCount(const QString &path, const QString &scope, Listing &listing,
                      const QStringList &groupable)
{
    addObject("GET", path + u"/count"_s, scope, 200, [&listing, groupable](const Call &call) {
        return listing.count(call.request, groupable);
    });
}

void Routes::addGet(const QString &path, const QString &scope, const Collection &collection)
{
    addObject("GET", path + u"/*"_s, scope, 200,
              [&collection](const Call &call) { return collection.get(call.id); });
}

const Route *Routes::find(const QByteArray &method, const QStringList &path, QString &id) const
{
    for (const Route &route : m_routes) {
        const QStringList &pattern = route.path;
        if (route.method != method || pattern.size() != path.size())
            continue;
        id.clear();
        bool fits = true;
        for (qsizetype i = 0; i < path.size() && fits; ++i) {
            if (pattern.at(i) == "*"_L1)
                id = path.at(i);
            else
                fits = pattern.at(i) == path.at(i);
        }
        if (fits)
            return &route;
    }
    return nullptr;
}

} // namespace twinbook::sandbox::officernd
