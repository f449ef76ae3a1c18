// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "probe/experiments.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

using Query = QList<std::pair<QString, QString>>;

RawRequest members(const Query &query)
{
    return readRequest({u"members"_s}, query, u"flex.community.members.read"_s);
}

RawRequest tickets(const Query &query)
{
    return readRequest({u"tickets"_s}, query, u"flex.collaboration.tickets.read"_s);
}

RawRequest organization()
{
    return readRequest({}, {}, u"flex.settings.organization.read"_s);
}

Step longPageIsRefused(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return members({{u"$limit"_s, u"51"_s}});
    return either(scene.last().status == 400, scene.last().status == 200);
}

Step bothCursorsTimeOut(const ProbeScene &scene)
{
    const std::pair<QString, QString> limit {u"$limit"_s, u"1"_s};
    if (scene.step() == 0)
        return members({limit});
    const QString next = scene.answers.front().json.value(u"cursorNext"_s).toString();
    if (next.isEmpty())
        return unknown(u"The list of people has one page only."_s);
    if (scene.step() == 1)
        return members({limit, {u"$cursorNext"_s, next}});
    const QString previous = scene.answers[1].json.value(u"cursorPrev"_s).toString();
    if (previous.isEmpty())
        return unknown(u"The second page names no page before it."_s);
    if (scene.step() == 2)
        return members({limit, {u"$cursorNext"_s, next}, {u"$cursorPrev"_s, previous}});
    const int status = scene.last().status;
    return either(status == 504, status == 200 || status == 400);
}

//! Locations are few, so their first page is their last.
Step lastPageHasNoCursor(const ProbeScene &scene)
{
    constexpr qsizetype wholePage = 50;
    if (scene.step() == 0)
        return readRequest({u"locations"_s}, {{u"$limit"_s, QString::number(wholePage)}},
                           u"flex.space.locations.read"_s);
    const qsizetype found = scene.last().list(u"results"_s).size();
    if (!scene.last().isGood() || found == 0 || found == wholePage)
        return unknown(u"The list of locations has no last page to be seen."_s);
    const QJsonValue cursor = scene.last().json.value(u"cursorNext"_s);
    return either(cursor.isUndefined(), cursor.isNull());
}

//! Somebody or something in this list that seems to have no custom properties.
QString withoutProperties(const ProbeReply &list)
{
    const QJsonArray found = list.list(u"results"_s);
    for (const QJsonValue &each : found) {
        const QJsonObject record = each.toObject();
        if (record.value(u"properties"_s).toObject().isEmpty())
            return record.value(u"_id"_s).toString();
    }
    return {};
}

//! Looks among people, then among companies. A list may show less than the record itself, so the
//! record is asked for.
Step emptyPropertiesAreAbsent(const ProbeScene &scene)
{
    const std::pair<QString, QString> limit {u"$limit"_s, u"50"_s};
    const QString companiesRead = u"flex.community.companies.read"_s;
    if (scene.step() == 0)
        return members({limit});
    const QString member = withoutProperties(scene.answers.front());
    if (scene.step() == 1) {
        if (member.isEmpty())
            return readRequest({u"companies"_s}, {limit}, companiesRead);
        return readRequest({u"members"_s, member}, {}, u"flex.community.members.read"_s);
    }
    if (scene.step() == 2 && member.isEmpty()) {
        const QString company = withoutProperties(scene.last());
        if (company.isEmpty())
            return unknown(u"Nobody without custom properties was found."_s);
        return readRequest({u"companies"_s, company}, {}, companiesRead);
    }
    const QJsonValue bag = scene.last().json.value(u"properties"_s);
    return either(scene.last().isGood() && bag.isUndefined(),
                  bag.isObject() && bag.toObject().isEmpty());
}

Step readsAndWritesAreCountedApart(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return organization();
    const bool apart = !scene.last().header(u"x-ratelimit-limit-read-minute"_s).isEmpty();
    const bool together = !scene.last().header(u"x-ratelimit-limit-minute"_s).isEmpty();
    if (!apart && !together)
        return unknown(u"The reply tells no allowance."_s);
    return either(apart, together);
}

Step accountLivesOnRegionHost(const ProbeScene &scene)
{
    if (scene.step() == 0)
        return organization();
    if (!scene.last().isGood())
        return unknown(u"The organisation could not be read."_s);
    const QString host = scene.last().object(u"regionInfo"_s).value(u"regionUrl"_s).toString();
    return either(!host.isEmpty(), host.isEmpty());
}

//! A list that takes the filter and still shows everything has only ignored it.
Step ticketsRefuseModifiedFilter(const ProbeScene &scene)
{
    const std::pair<QString, QString> limit {u"$limit"_s, u"1"_s};
    if (scene.step() == 0)
        return tickets({limit});
    if (scene.answers.front().list(u"results"_s).isEmpty())
        return unknown(u"There are no tickets."_s);
    if (scene.step() == 1)
        return tickets({limit, {u"modifiedAt[$gte]"_s, u"2999-01-01T00:00:00.000Z"_s}});
    const ProbeReply &answer = scene.last();
    return either(answer.status == 400, answer.isGood() && answer.list(u"results"_s).isEmpty());
}

} // namespace

std::vector<Experiment> officeRnDViews()
{
    constexpr auto reads = RawEffect::Reads;
    return {
        {Quirk::LongPageIsRefused, reads, longPageIsRefused},
        {Quirk::BothCursorsTimeOut, reads, bothCursorsTimeOut},
        {Quirk::LastPageHasNoCursor, reads, lastPageHasNoCursor},
        {Quirk::EmptyPropertiesAreAbsent, reads, emptyPropertiesAreAbsent},
        {Quirk::ReadsAndWritesAreCountedApart, reads, readsAndWritesAreCountedApart},
        {Quirk::AccountLivesOnRegionHost, reads, accountLivesOnRegionHost},
        {Quirk::TicketsRefuseModifiedFilter, reads, ticketsRefuseModifiedFilter},
    };
}

} // namespace twinbook
