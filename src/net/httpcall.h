// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/sending.h"

#include <QTimer>

namespace twinbook {

//! One request from its token to its final outcome, over as many attempts as the policy grants.
class HttpCall final : public ReplyJob
{
public:
    HttpCall(HttpClient &client, HttpRequest request, const RetryPolicy &retry);
    ~HttpCall() override;

protected:
    void run() override;
    void abort() override;

private:
    void received(const TransportReply &reply);
    void failed(Fault fault);
    void logOutcome(const TransportReply &reply) const;
    [[nodiscard]] bool renewToken(Fault &fault);

    const RetryPolicy &m_retry;
    Sending m_sending;
    QTimer m_pause;
};

} // namespace twinbook
