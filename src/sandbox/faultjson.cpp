// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faultjson.h"

#include "sandbox/faultkinds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

Failure wrong(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

bool isWhole(const QJsonObject &json, const QString &name, int least)
{
    const QJsonValue value = json.value(name);
    return value.isUndefined() || (value.isDouble() && value.toInt(least - 1) >= least);
}

} // namespace

std::optional<Side> sideNamed(const QString &word)
{
    const auto *side = std::find_if(bothSides.begin(), bothSides.end(),
                                    [&](Side candidate) { return serviceKey(candidate) == word; });
    return side == bothSides.end() ? std::nullopt : std::optional(*side);
}

Result<AimedFault> faultFromJson(const QJsonObject &json)
{
    static const QStringList known {u"name"_s,   u"side"_s,     u"method"_s, u"path"_s,
                                    u"nth"_s,    u"times"_s,    u"share"_s,  u"seed"_s,
                                    u"status"_s, u"lastingMs"_s};
    const QStringList given = json.keys();
    for (const QString &name : given) {
        if (!known.contains(name))
            return wrong(u"A fault has no \"%1\"."_s.arg(name.left(80)));
    }
    const auto kind = faultNamed(json.value(u"name"_s).toString());
    if (!kind)
        return wrong(u"\"name\" is not the name of a fault; GET /faults/kinds lists them."_s);
    const auto side = sideNamed(json.value(u"side"_s).toString());
    if (!side)
        return wrong(u"\"side\" takes officernd or highlevel."_s);
    for (const auto &[name, least] :
         {std::pair(u"nth"_s, 1), std::pair(u"times"_s, 0), std::pair(u"seed"_s, 0),
          std::pair(u"status"_s, 100), std::pair(u"lastingMs"_s, 0)}) {
        if (!isWhole(json, name, least))
            return wrong(u"\"%1\" takes a whole number from %2."_s.arg(name).arg(least));
    }
    const double share = json.value(u"share"_s).toDouble(1);
    if (!(share >= 0 && share <= 1))
        return wrong(u"\"share\" takes a number from 0 to 1."_s);
    const int times = json.value(u"times"_s).toInt(1);
    return AimedFault {
        .aim = {.side = *side,
                .method = json.value(u"method"_s).toString().toUpper().toLatin1(),
                .pathPattern = json.value(u"path"_s).toString(),
                .nth = json.value(u"nth"_s).toInt(1),
                .times = times == 0 ? FaultAim::always : times,
                .share = share,
                .seed = static_cast<quint64>(json.value(u"seed"_s).toInteger(1))},
        .fault = {.kind = *kind,
                  .status = json.value(u"status"_s).toInt(500),
                  .lasting = std::chrono::milliseconds(json.value(u"lastingMs"_s).toInt(1000))},
    };
}

QJsonObject toJson(const PendingFault &fault)
{
    const FaultAim &aim = fault.aim;
    return {{u"name"_s, QString::fromLatin1(factsOf(fault.fault.kind).name)},
            {u"side"_s, serviceKey(aim.side)},
            {u"method"_s, QString::fromLatin1(aim.method)},
            {u"path"_s, aim.pathPattern},
            {u"nth"_s, aim.nth},
            {u"times"_s, aim.times == FaultAim::always ? 0 : aim.times},
            {u"share"_s, aim.share},
            {u"seed"_s, static_cast<qint64>(aim.seed)},
            {u"status"_s, fault.fault.status},
            {u"lastingMs"_s, static_cast<qint64>(fault.fault.lasting.count())},
            {u"seen"_s, fault.seen},
            {u"hits"_s, fault.hits}};
}

} // namespace twinbook::sandbox
