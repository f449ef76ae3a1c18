// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/requestreport.h"

#include "sandbox/ratelimits.h"
#include "sandbox/stampsource.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

QString countedBy(const Allowance &allowance)
{
    if (!allowance.nature)
        return u"requests"_s;
    return *allowance.nature == RequestNature::Reading ? u"reads"_s : u"writes"_s;
}

QJsonObject useOf(const Allowance &allowance, const RequestLog &log)
{
    QJsonArray windows;
    int refused = 0;
    const QList<WindowUse> used = log.windows(allowance);
    for (const WindowUse &window : used) {
        refused += window.refused;
        windows.append(QJsonObject {{u"opened"_s, isoStamp(window.opened)},
                                    {u"accepted"_s, window.accepted},
                                    {u"refused"_s, window.refused}});
    }
    return {{u"side"_s, serviceKey(allowance.side)},
            {u"counts"_s, countedBy(allowance)},
            {u"limit"_s, allowance.limit},
            {u"windowMs"_s, static_cast<qint64>(allowance.window.count())},
            {u"highestUsePercent"_s, log.highestUse(allowance)},
            {u"refused"_s, refused},
            {u"windows"_s, windows}};
}

} // namespace

QList<Allowance> judgedAllowances(SandboxOptions::Pace pace)
{
    const int factor = pace == SandboxOptions::Pace::Exact ? 1 : relaxedFactor;
    return {{.side = Side::Left,
             .nature = RequestNature::Reading,
             .limit = officerndReadsPerMinute * factor,
             .window = std::chrono::minutes(1)},
            {.side = Side::Left,
             .nature = RequestNature::Writing,
             .limit = officerndWritesPerMinute * factor,
             .window = std::chrono::minutes(1)},
            {.side = Side::Right,
             .limit = highlevelRequestsPerWindow * factor,
             .window = std::chrono::seconds(highlevelWindowSeconds)}};
}

QJsonObject requestReport(const RequestLog &log, SandboxOptions::Pace pace)
{
    QJsonArray entries;
    for (const RequestLogEntry &entry : log.entries()) {
        entries.append(QJsonObject {{u"at"_s, isoStamp(entry.at)},
                                    {u"side"_s, serviceKey(entry.side)},
                                    {u"method"_s, QString::fromLatin1(entry.method)},
                                    {u"path"_s, entry.path},
                                    {u"status"_s, entry.status},
                                    {u"fault"_s, entry.fault}});
    }
    QJsonArray allowances;
    const QList<Allowance> judged = judgedAllowances(pace);
    for (const Allowance &allowance : judged)
        allowances.append(useOf(allowance, log));
    QJsonObject report {{u"entries"_s, entries}, {u"allowances"_s, allowances}};
    for (const Side side : bothSides)
        report.insert(serviceKey(side),
                      QJsonObject {{u"reads"_s, log.reads(side)},
                                   {u"writes"_s, log.writes(side)},
                                   {u"refusals"_s, log.refusals(side)}});
    return report;
}

} // namespace twinbook::sandbox
