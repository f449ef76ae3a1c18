// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/operationfinder.h"
#include "viewmodels/loggedrequest.h"

#include <QHash>

namespace twinbook {

//! Requests in the order of their first attempts, put together from the records of a file.
class RequestList
{
public:
    explicit RequestList(Catalogue catalogue);

    //! Takes up the next record: a new request, or one more attempt of one that is there. Returns
    //! its index.
    qsizetype add(const RequestRecord &record);
    //! Forgets the oldest; the indices of the others become smaller.
    void dropFirst(qsizetype count);

    //! Pointers in it live as long as the list.
    [[nodiscard]] const QList<LoggedRequest> &requests() const { return m_requests; }

private:
    const OperationFinder m_finder;
    QList<LoggedRequest> m_requests;
    QHash<quint64, qsizetype> m_byNumber; //!< of the newest start of the program
};

} // namespace twinbook
