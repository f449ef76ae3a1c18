// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "net/httpclient.h"

namespace twinbook::highlevel {

//! Sends what a person composed, with the sign-in and the allowance of the account. Calendars are
//! asked for in another version than everything else (highlevel.md 1.7).
class RawWay final
{
    Q_DISABLE_COPY_MOVE(RawWay)

public:
    //! `client` is the account's, `parts` what it is made of. Both must outlive the way, and the
    //! way its jobs.
    RawWay(HttpClient &client, const HttpParts &parts);

    [[nodiscard]] std::unique_ptr<RawReplyJob> send(const RawRequest &request);

private:
    HttpClient &m_client;
    HttpClient m_calendars;
};

} // namespace twinbook::highlevel
