// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/rawrequest.h"
#include "core/side.h"

namespace twinbook {

class Database;

//! One service's way for raw requests on which every write is kept in the database before it
//! leaves, see SendTestRequest.
class KeptRequests final : public RawRequests
{
public:
    //! All references must outlive the object, and it its jobs. `operation` is what the writes are
    //! kept under; not empty.
    KeptRequests(Side side, QString operation, RawRequests &service, const Database &database,
                 const Clock &clock);

    [[nodiscard]] QString accountId() const override { return m_service.accountId(); }
    [[nodiscard]] std::unique_ptr<RawReplyJob> sendRaw(const RawRequest &request) override;

private:
    const Side m_side;
    const QString m_operation;
    RawRequests &m_service;
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
