// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/requestlist.h"

using namespace Qt::StringLiterals;

namespace twinbook {

RequestList::RequestList(Catalogue catalogue)
    : m_finder(std::move(catalogue))
{ }

qsizetype RequestList::add(const RequestRecord &record)
{
    // Numbers begin anew with each start of the program, first attempts too.
    const auto known = m_byNumber.constFind(record.number);
    if (record.attempt > 1 && known != m_byNumber.constEnd()) {
        LoggedRequest &request = m_requests[*known];
        if (request.last().attempt < record.attempt && request.last().service == record.service) {
            request.attempts.append(record);
            return *known;
        }
    }
    LoggedRequest request {.attempts = {record}};
    if (const std::optional<Side> service = request.service())
        request.operation = m_finder.find(*service, record.method, record.path.section(u'?', 0, 0));
    m_requests.append(std::move(request));
    m_byNumber.insert(record.number, m_requests.size() - 1);
    return m_requests.size() - 1;
}

void RequestList::dropFirst(qsizetype count)
{
    m_requests.remove(0, count);
    for (auto each = m_byNumber.begin(); each != m_byNumber.end();) {
        each.value() -= count;
        each = each.value() < 0 ? m_byNumber.erase(each) : std::next(each);
    }
}

} // namespace twinbook
