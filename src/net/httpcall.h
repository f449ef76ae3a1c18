// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <QElapsedTimer>
#include <QTimer>

namespace twinbook {

//! One request from its token to its final outcome, over as many attempts as the policy grants.
class HttpCall final : public ReplyJob
{
public:
    HttpCall(HttpClient &client, HttpRequest request);
    ~HttpCall() override;

protected:
    void run() override;
    void abort() override;

private:
    void requestToken();
    void queue();
    void transmit(RatePermit permit);
    void received();
    void failed(Fault fault);
    void logOutcome(const TransportReply &reply) const;
    void record(const TransportReply &reply, const QJsonObject &body, const QString &error) const;
    [[nodiscard]] bool renewToken(Fault &fault);

    HttpClient &m_client;
    const HttpRequest m_request;
    std::unique_ptr<TokenJob> m_tokenJob;
    std::unique_ptr<TransportJob> m_exchange;
    RatePermit m_permit;
    QByteArray m_token;
    QTimer m_pause;
    QDateTime m_sentAt;
    QElapsedTimer m_elapsed;
    const quint64 m_number;
    int m_attempt = 0;
    bool m_tokenRenewed = false;
};

} // namespace twinbook
