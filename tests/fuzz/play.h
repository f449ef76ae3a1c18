// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "net/transport.h"

#include <QCoreApplication>

namespace twinbook::fuzz {

//! Answers every request with the same text, so that each reader in a flow of requests gets it.
//! After a few pages it answers with an end of the list, because hostile text may always name a
//! next page. Sign-in is answered as it should be.
class Play final : public Transport
{
public:
    Play();

    //! From now on; `replies` of the requests are answered with it.
    void set(const QByteArray &text, int status);
    void setIdentityReply(const QByteArray &reply) { m_identityReply = reply; }

    [[nodiscard]] std::unique_ptr<TransportJob> send(const WireRequest &request) override;

private:
    static constexpr int mostPages = 3;

    const HttpHeaders m_headers;
    QByteArray m_identityReply;
    QByteArray m_text;
    int m_status = 200;
    int m_pagesLeft = 0;
};

//! Starts the job and runs the loop until it has ended. Nothing waits: replies are at hand.
template<class T>
const Result<T> &ended(TypedJob<T> &job)
{
    job.start();
    // Most steps are posted events; asking the kernel about sockets and timers costs more.
    for (int round = 0; !job.isFinished(); ++round) {
        QCoreApplication::sendPostedEvents();
        if (round > 0 && !job.isFinished())
            QCoreApplication::processEvents();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return job.result();
}

} // namespace twinbook::fuzz
