// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/keptrequests.h"

#include "workspace/sendtestrequest.h"

namespace twinbook {

KeptRequests::KeptRequests(Side side, QString operation, RawRequests &service,
                           const Database &database, const Clock &clock)
    : m_side(side)
    , m_operation(std::move(operation))
    , m_service(service)
    , m_database(database)
    , m_clock(clock)
{ }

std::unique_ptr<RawReplyJob> KeptRequests::sendRaw(const RawRequest &request)
{
    const QString line = rawMethodName(request.method) + QStringLiteral(" /")
        + request.path.join(QLatin1Char('/'));
    return std::make_unique<SendTestRequest>(
        TestRequest {.service = m_side, .operation = m_operation, .line = line, .request = request},
        m_service, m_database, m_clock);
}

} // namespace twinbook
