// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalogue/testrequest.h"
#include "store/sentrequests.h"

namespace twinbook {

//! Sends a request that a person composed. One that writes is kept in the database before it
//! leaves, and its end afterwards; if it cannot be kept it is not sent.
class SendTestRequest final : public RawReplyJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendTestRequest)

public:
    //! All references must outlive the job.
    SendTestRequest(TestRequest request, RawRequests &service, const Database &database,
                    const Clock &clock);
    ~SendTestRequest() override;

protected:
    void run() override;
    void abort() override;

private:
    [[nodiscard]] bool writes() const;
    [[nodiscard]] Result<> keep();
    void ended(Result<RawReply> reply);
    void settle(const Result<RawReply> &reply);

    const TestRequest m_request;
    RawRequests &m_service;
    SentRequests m_sent;
    qint64 m_id = 0;
    RawReplyJob *m_running = nullptr;
};

} // namespace twinbook
