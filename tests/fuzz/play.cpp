// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "play.h"

#include <utility>

namespace twinbook::fuzz {

namespace {

class ReplyAtHand final : public TransportJob
{
public:
    explicit ReplyAtHand(TransportReply reply)
        : m_reply(std::move(reply))
    { }

protected:
    void run() override { finish(std::move(m_reply)); }
    void abort() override
    {
        finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    TransportReply m_reply;
};

} // namespace

Play::Play()
    : m_headers(QList<HttpHeader> {{"Content-Type", "application/json; charset=utf-8"}})
{ }

void Play::set(const QByteArray &text, int status)
{
    m_text = text;
    m_status = status;
    m_pagesLeft = mostPages;
}

std::unique_ptr<TransportJob> Play::send(const WireRequest &request)
{
    static const QByteArray end = R"({"results":[],"contacts":[],"total":0})";
    TransportReply reply;
    reply.response.status = 200;
    reply.response.headers = m_headers;
    if (request.url.path().endsWith(QStringLiteral("/oauth/token"))) {
        reply.response.body = m_identityReply;
    } else if (m_pagesLeft > 0) {
        --m_pagesLeft;
        reply.response.status = m_status;
        reply.response.body = m_text;
    } else {
        reply.response.body = end;
    }
    return std::make_unique<ReplyAtHand>(std::move(reply));
}

} // namespace twinbook::fuzz
