// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/requestlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr qsizetype rememberedRequests = 20000;
constexpr int tooManyRequests = 429;

} // namespace

void RequestLog::add(RequestLogEntry entry)
{
    switch (natureOf(entry.method, entry.path)) {
    case RequestNature::SignIn:
        break;
    case RequestNature::Reading:
        ++m_reads[entry.side];
        break;
    case RequestNature::Writing:
        ++m_writes[entry.side];
        break;
    }
    if (entry.status == tooManyRequests)
        ++m_refusals[entry.side];
    if (m_entries.size() >= rememberedRequests)
        m_entries.removeFirst();
    m_entries.append(std::move(entry));
}

void RequestLog::clear()
{
    m_entries.clear();
    m_reads = {};
    m_writes = {};
    m_refusals = {};
}

QList<WindowUse> RequestLog::windows(const Allowance &allowance) const
{
    QList<WindowUse> windows;
    for (const RequestLogEntry &entry : m_entries) {
        const RequestNature nature = natureOf(entry.method, entry.path);
        if (entry.side != allowance.side || nature == RequestNature::SignIn
            || (allowance.nature && *allowance.nature != nature))
            continue;
        const bool opens = windows.isEmpty()
            || windows.constLast().opened.msecsTo(entry.at) >= allowance.window.count();
        if (opens)
            windows.append({.opened = entry.at});
        if (entry.status == tooManyRequests)
            ++windows.last().refused;
        else
            ++windows.last().accepted;
    }
    return windows;
}

double RequestLog::highestUse(const Allowance &allowance) const
{
    int highest = 0;
    const QList<WindowUse> all = windows(allowance);
    for (const WindowUse &window : all)
        highest = std::max(highest, window.accepted);
    return 100.0 * highest / allowance.limit;
}

RequestNature natureOf(const QByteArray &method, const QString &path)
{
    const bool signsIn = path == "/oauth/token"_L1 || path == "/oauth/authorize"_L1
        || path.endsWith("/oauth/chooselocation"_L1);
    if (signsIn)
        return RequestNature::SignIn;
    const bool reads = method == "GET" || method == "HEAD" || path.endsWith("/search"_L1)
        || path.endsWith("/search/filter-by-email"_L1);
    return reads ? RequestNature::Reading : RequestNature::Writing;
}

} // namespace twinbook::sandbox
