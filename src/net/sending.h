// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <QElapsedTimer>

namespace twinbook {

//! The way of one request to the service: its token, its turn, the wire. Can be gone again, by
//! whoever decides about that; one at a time. Everything comes from the event loop.
class Sending final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sending)

public:
    //! The client must outlive it.
    Sending(HttpClient &client, HttpRequest request);
    ~Sending() override;

    //! Asks for a token, then for a turn.
    void begin();
    //! Once more with the same token.
    void again();
    //! Ends with failed(), at once if nothing is on the wire.
    void cancel();

    //! Whether a token that the service refused may be replaced: it has one, and this was not
    //! tried before.
    [[nodiscard]] bool mayRenewToken() const;
    //! Tells the source of tokens about the refusal. begin() then comes with another one, if that
    //! is possible.
    [[nodiscard]] TokenSource::Renewal renewToken();
    [[nodiscard]] bool isTokenRenewed() const { return m_tokenRenewed; }

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    [[nodiscard]] int attempt() const { return m_attempt; } //!< from 1
    [[nodiscard]] std::chrono::milliseconds took() const;
    [[nodiscard]] const FaultReader &faults() const;
    [[nodiscard]] QDateTime now() const;

    //! Writes the last attempt into the request log, if there is one; `body` is that of the reply
    //! and `error` what became of it.
    void record(const TransportReply &reply, const QJsonObject &body, const QString &error) const;

Q_SIGNALS:
    //! The service answered, or the way there failed. The allowance knows about it already.
    void received(const twinbook::TransportReply &reply);
    //! There is nothing to be received: no token, no turn, no address, or cancelled.
    void failed(const twinbook::Error &error);

private:
    void queue();
    void transmit(RatePermit permit);
    void receive();

    HttpClient &m_client;
    const HttpRequest m_request;
    const quint64 m_number;
    std::unique_ptr<TokenJob> m_tokenJob;
    std::unique_ptr<TransportJob> m_exchange;
    RatePermit m_permit;
    QByteArray m_token;
    QDateTime m_sentAt;
    QElapsedTimer m_elapsed;
    int m_attempt = 0;
    bool m_tokenRenewed = false;
    bool m_cancelled = false;
};

} // namespace twinbook
