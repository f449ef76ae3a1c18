// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/leftover.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! The collection that a request adds a record to. Tasks are not among them: they go with their
//! contact.
QString collectionOf(const RawRequest &request)
{
    const QString first = request.path.value(0);
    const QString second = request.path.value(1);
    if (request.method != RawMethod::Post || request.effect != RawEffect::Writes
        || request.path.size() > 2)
        return {};
    const bool isUpsert = first == "contacts"_L1 && second == "upsert"_L1;
    return second.isEmpty() || isUpsert ? first : QString();
}

QString idIn(const ProbeReply &answer)
{
    // "buiseness" is the service's own spelling (highlevel.md 2.7).
    for (const QString &member : {u"contact"_s, u"buiseness"_s, u"business"_s}) {
        const QString id = answer.object(member).value(u"id"_s).toString();
        if (!id.isEmpty())
            return id;
    }
    return answer.json.value(u"_id"_s).toString();
}

QString deletePermission(const QString &collection)
{
    if (collection == "contacts"_L1 || collection == "businesses"_L1)
        return collection + u".write"_s;
    return u"flex.community."_s + collection + u".delete"_s;
}

} // namespace

bool makesSomething(const RawRequest &request)
{
    return !collectionOf(request).isEmpty();
}

std::optional<Leftover> madeBy(const RawRequest &request, const ProbeReply &answer)
{
    const QString collection = collectionOf(request);
    const bool wasThere = answer.json.value(u"new"_s) == QJsonValue(false);
    const QString id = idIn(answer);
    if (collection.isEmpty() || !answer.isGood() || wasThere || id.isEmpty())
        return {};
    return Leftover {collection, id};
}

RawRequest removalOf(const Leftover &leftover)
{
    return writeRequest(RawMethod::Delete, leftover, {}, deletePermission(leftover.value(0)));
}

} // namespace twinbook
