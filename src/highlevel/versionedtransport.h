// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/settings.h"
#include "net/transport.h"

namespace twinbook::highlevel {

//! Gives the `Version` header to whatever passes through, by the group its path belongs to, instead
//! of any that it had. The only place that does, so that no request can go without it or with
//! another group's.
class VersionedTransport final : public Transport
{
public:
    //! `next` must outlive this.
    VersionedTransport(Transport &next, const HighLevelSettings &settings);

    [[nodiscard]] std::unique_ptr<TransportJob> send(const WireRequest &request) override;

private:
    Transport &m_next;
    const QString m_basePath;
    const ApiVersion m_version;
};

} // namespace twinbook::highlevel
