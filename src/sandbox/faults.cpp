// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faults.h"

#include "sandbox/faultkinds.h"
#include "sandbox/requestlog.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

bool matchesPattern(const QString &pattern, const QString &text)
{
    if (pattern.isEmpty())
        return true;
    QString expression = QRegularExpression::escape(pattern);
    expression.replace("\\*"_L1, ".*"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression))
        .match(text)
        .hasMatch();
}

//! A page behind the first: by a parameter of the address or, for HighLevel's search, of the body.
bool continuesAList(const HttpRequest &request)
{
    for (const QString &name :
         {u"$cursorNext"_s, u"$cursorPrev"_s, u"startAfterId"_s, u"startAfter"_s}) {
        if (request.queryValue(name))
            return true;
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    return request.queryValue(u"page"_s).value_or(u"1"_s).toInt() > 1
        || body.contains(u"searchAfter"_s) || body.value(u"page"_s).toInt(1) > 1;
}

bool isTarget(FaultTarget target, const HttpRequest &request)
{
    const RequestNature nature = natureOf(request.method, request.path);
    switch (target) {
    case FaultTarget::AnyRequest:
        return true;
    case FaultTarget::Reading:
        return nature == RequestNature::Reading;
    case FaultTarget::FurtherPage:
        return nature == RequestNature::Reading && continuesAList(request);
    case FaultTarget::Writing:
        return nature == RequestNature::Writing;
    case FaultTarget::Operation:
        return nature != RequestNature::SignIn;
    case FaultTarget::SignIn:
        return nature == RequestNature::SignIn;
    case FaultTarget::Event:
        return false;
    }
    return false;
}

} // namespace

void FaultPlan::add(const FaultAim &aim, const Fault &fault)
{
    PendingFault pending {.aim = aim, .fault = fault, .dice = Dice(aim.seed)};
    if (fault.kind == Fault::Kind::UnauthorizedForEver)
        pending.aim.times = FaultAim::always;
    m_pending.append(pending);
}

std::optional<Fault> FaultPlan::take(Side side, const HttpRequest &request)
{
    return takeWhere([&](const PendingFault &pending) {
        const FaultAim &aim = pending.aim;
        return aim.side == side && (aim.method.isEmpty() || aim.method == request.method)
            && isTarget(factsOf(pending.fault.kind).target, request)
            && matchesPattern(aim.pathPattern, request.path);
    });
}

std::optional<Fault> FaultPlan::takeForEvent(Side side, const QString &type)
{
    return takeWhere([&](const PendingFault &pending) {
        return pending.aim.side == side && factsOf(pending.fault.kind).target == FaultTarget::Event
            && matchesPattern(pending.aim.pathPattern, type);
    });
}

template<class Fits>
std::optional<Fault> FaultPlan::takeWhere(const Fits &fits)
{
    constexpr int certainty = 1'000'000;
    std::optional<Fault> due;
    for (PendingFault &pending : m_pending) {
        if (!fits(pending))
            continue;
        ++pending.seen;
        const FaultAim &aim = pending.aim;
        if (pending.seen < aim.nth)
            continue;
        if (aim.share < 1 && pending.dice.below(certainty) >= aim.share * certainty)
            continue;
        ++pending.hits;
        if (!due)
            due = pending.fault;
    }
    m_pending.removeIf([](const PendingFault &pending) {
        return pending.aim.times != FaultAim::always && pending.hits >= pending.aim.times;
    });
    return due;
}

} // namespace twinbook::sandbox
