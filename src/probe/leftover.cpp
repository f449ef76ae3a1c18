// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/leftover.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

//! The collection that a request adds a record to; empty if it adds none. Tasks are not among
//! them: they go with their contact.
QStringList collectionOf(const RawRequest &request)
{
    const QString first = request.path.value(0);
    const QString second = request.path.value(1);
    if (request.method != RawMethod::Post || request.effect != RawEffect::Writes)
        return {};
    if (request.path.size() == 3 && first == "locations"_L1
        && request.path.at(2) == "customFields"_L1)
        return request.path;
    const bool isUpsert = first == "contacts"_L1 && second == "upsert"_L1;
    return request.path.size() <= 2 && (second.isEmpty() || isUpsert) ? QStringList {first}
                                                                      : QStringList();
}

QString idIn(const ProbeReply &answer)
{
    // "buiseness" is the service's own spelling (highlevel.md 2.7).
    for (const QString &member : {u"contact"_s, u"buiseness"_s, u"business"_s, u"customField"_s}) {
        const QString id = answer.object(member).value(u"id"_s).toString();
        if (!id.isEmpty())
            return id;
    }
    return answer.json.value(u"_id"_s).toString();
}

QString deletePermission(const QString &collection)
{
    if (collection == "locations"_L1)
        return u"locations/customFields.write"_s;
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
    const QStringList collection = collectionOf(request);
    const bool wasThere = answer.json.value(u"new"_s) == QJsonValue(false);
    const QString id = idIn(answer);
    if (collection.isEmpty() || !answer.isGood() || wasThere || id.isEmpty())
        return {};
    return QStringList(collection) << id;
}

RawRequest removalOf(const Leftover &leftover)
{
    return writeRequest(RawMethod::Delete, leftover, {}, deletePermission(leftover.value(0)));
}

} // namespace twinbook
