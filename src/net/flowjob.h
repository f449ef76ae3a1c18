// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <functional>
#include <memory>

namespace twinbook {

//! A job made of several requests, one after another. `Base` is the TypedJob to be implemented.
//! A request that fails ends the job with that error; cancelling ends it with the request that is
//! under way.
template<class Base>
class FlowJob : public Base
{
public:
    //! Whatever the job asks waits in `lane`.
    FlowJob(HttpClient &client, Lane lane)
        : m_client(client)
        , m_lane(lane)
    { }

protected:
    using Next = std::function<void(const QJsonObject &)>;
    using NextResult = std::function<void(const Result<QJsonObject> &)>;

    //! Sends and goes on with the reply.
    void send(const HttpRequest &request, Next next)
    {
        sendEither(request, [this, next = std::move(next)](const Result<QJsonObject> &reply) {
            if (reply)
                next(*reply);
            else
                this->finish(Failure(reply.error()));
        });
    }

    //! Sends and goes on with the reply or the error. Cancelling still ends the job.
    void sendEither(const HttpRequest &request, NextResult next)
    {
        Q_ASSERT(!m_current);
        HttpRequest sent = request;
        sent.lane = m_lane;
        m_current = m_client.send(sent);
        QObject::connect(m_current.get(), &Job::finished, this,
                         [this, next = std::move(next)] { proceed(next); });
        m_current->start();
    }

    void abort() override
    {
        m_cancelled = true;
        if (m_current)
            m_current->cancel();
        else
            this->finish(cancelled());
    }

private:
    [[nodiscard]] static Failure cancelled()
    {
        return Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}});
    }

    void proceed(const NextResult &next)
    {
        const Result<QJsonObject> reply = m_current->result();
        m_current.release()->deleteLater();
        if (m_cancelled)
            this->finish(cancelled());
        else
            next(reply);
    }

    HttpClient &m_client;
    const Lane m_lane;
    std::unique_ptr<ReplyJob> m_current;
    bool m_cancelled = false;
};

} // namespace twinbook
