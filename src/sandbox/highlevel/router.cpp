// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/router.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

//! The ids in `segments`, or nothing if they do not fit the path.
std::optional<QStringList> idsIn(const QStringList &segments, const QStringList &path)
{
    if (segments.size() != path.size())
        return std::nullopt;
    QStringList ids;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path.at(i) == "*"_L1)
            ids.append(segments.at(i));
        else if (path.at(i) != segments.at(i))
            return std::nullopt;
    }
    return ids;
}

bool speaks(const Operation &operation, Dialect dialect)
{
    switch (operation.spoken) {
    case Operation::Spoken::Always:
        return true;
    case Operation::Spoken::DatedOnly:
        return dialect == Dialect::Dated;
    case Operation::Spoken::Version3Only:
        return dialect == Dialect::Version3;
    }
    return false;
}

} // namespace

void Router::add(const Operations &operations)
{
    for (const Operation &operation : operations)
        m_routes.push_back({operation.path.split(u'/', Qt::SkipEmptyParts), operation});
}

std::optional<Router::Found> Router::find(const HttpRequest &request, Dialect dialect) const
{
    std::optional<Found> best;
    for (const Route &route : m_routes) {
        if (route.operation.method != request.method || !speaks(route.operation, dialect))
            continue;
        const auto ids = idsIn(request.segments, route.path);
        if (ids && (!best || ids->size() < best->ids.size()))
            best = Found {&route.operation, *ids};
    }
    return best;
}

} // namespace twinbook::sandbox::highlevel
