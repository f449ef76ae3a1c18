// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/rawrequest.h"

#include "net/rawcall.h"

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

RawWay::RawWay(HttpClient &client, const HttpParts &parts)
    : m_client(client)
    , m_calendars(parts, client.baseUrl(), {{"Version"_ba, "2021-04-15"_ba}})
{ }

std::unique_ptr<RawReplyJob> RawWay::send(const RawRequest &request)
{
    const bool isCalendar = request.path.value(0) == "calendars"_L1;
    return (isCalendar ? m_calendars : m_client).sendRaw(httpRequest(request));
}

} // namespace twinbook::highlevel
