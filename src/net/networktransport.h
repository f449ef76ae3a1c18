// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/transport.h"

#include <QNetworkAccessManager>

#include <chrono>

namespace twinbook {

//! Bounds on one exchange. A reply that trickles for ever ends at `total`.
struct TransportLimits
{
    std::chrono::milliseconds silence = std::chrono::seconds(30); //!< without a single byte
    std::chrono::milliseconds total = std::chrono::minutes(2);
    qint64 replyBytes = 20LL * 1024 * 1024; //!< after decompression
};

//! The transport over Qt. Follows redirects within one origin only: by default Qt would re-send
//! `Authorization`, and after a 307 the body too, to any other host (experience.md M1). Keeps no
//! cookies and no cache. Never sends a request twice on its own.
class NetworkTransport final : public Transport
{
public:
    explicit NetworkTransport(TransportLimits limits = {});
    ~NetworkTransport() override;

    [[nodiscard]] std::unique_ptr<TransportJob> send(const WireRequest &request) override;

private:
    TransportLimits m_limits;
    QNetworkAccessManager m_network;
};

} // namespace twinbook
