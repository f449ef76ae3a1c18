// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/requestlog.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

namespace {

constexpr qsizetype rememberedRequests = 20000;

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
    if (m_entries.size() >= rememberedRequests)
        m_entries.removeFirst();
    m_entries.append(std::move(entry));
}

void RequestLog::clear()
{
    m_entries.clear();
    m_reads = {};
    m_writes = {};
}

RequestNature natureOf(const QByteArray &method, const QString &path)
{
    if (path == "/oauth/token"_L1 || path.endsWith("/oauth/chooselocation"_L1))
        return RequestNature::SignIn;
    const bool reads = method == "GET" || method == "HEAD" || path.endsWith("/search"_L1)
        || path.endsWith("/search/filter-by-email"_L1);
    return reads ? RequestNature::Reading : RequestNature::Writing;
}

} // namespace twinbook::sandbox
