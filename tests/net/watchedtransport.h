// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/networktransport.h"

#include <QStringList>

namespace twinbook::test {

//! Tells what leaves, and when nothing is under way, so that time may be moved.
class WatchedTransport final : public Transport
{
public:
    [[nodiscard]] std::unique_ptr<TransportJob> send(const WireRequest &request) override
    {
        auto job = m_network.send(request);
        sent.append(request.url.path());
        ++underWay;
        QObject::connect(job.get(), &Job::finished, &m_context, [this] { --underWay; });
        return job;
    }
    int underWay = 0;
    QStringList sent; //!< paths, in the order in which they left

private:
    NetworkTransport m_network;
    QObject m_context;
};

} // namespace twinbook::test
