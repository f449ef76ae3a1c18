// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "net/sending.h"

namespace twinbook {

//! One request that a person composed, from its token to the reply as it came. Waits for the
//! limiter like every request. Sent once; only a read whose token was refused and could be renewed
//! is sent a second time. Made by HttpClient::sendRaw().
class RawCall final : public RawReplyJob
{
public:
    RawCall(HttpClient &client, HttpRequest request);
    ~RawCall() override;

protected:
    void run() override;
    void abort() override;

private:
    void received(const TransportReply &reply);
    [[nodiscard]] Error errorOf(const TransportReply &reply) const;
    [[nodiscard]] bool renewToken(int status);
    [[nodiscard]] RawReply replyFrom(const HttpResponse &response) const;

    Sending m_sending;
};

//! As the request path wants it; a writing one is marked as not to be repeated.
[[nodiscard]] HttpRequest httpRequest(const RawRequest &raw);

//! A reply's text without the credentials in it: the members of JSON named after one, tokens known
//! by their shape, and `token` itself wherever it stands. Names and addresses stay, because the
//! person asked for them.
[[nodiscard]] QString withoutCredentials(const QString &text, const QByteArray &token);

} // namespace twinbook
