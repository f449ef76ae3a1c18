// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secretstore.h"
#include "net/httpclient.h"
#include "officernd/account.h"
#include "officernd/faults.h"
#include "officernd/rawrequest.h"
#include "officernd/settings.h"

#include <memory>

namespace twinbook {

//! Everything between the jobs of one organisation and the transport: one sign-in, one allowance
//! and one memory of what the organisation can do, shared by all who hold the connection.
class OfficeRnDConnection final
{
    Q_DISABLE_COPY_MOVE(OfficeRnDConnection)

public:
    //! Checks the settings. Everything referred to must outlive the connection. ErrorKind::
    //! InvalidInput with a sentence for an address, organisation or client ID that cannot be used.
    [[nodiscard]] static Result<std::shared_ptr<OfficeRnDConnection>> open(
        OfficeRnDSettings settings, SecretStore &secrets, const Clock &clock, Transport &transport,
        RetryTable retries = {}, RequestLog *log = nullptr);

    //! For settings that have been checked.
    OfficeRnDConnection(OfficeRnDSettings settings, SecretStore &secrets, const Clock &clock,
                        Transport &transport, RetryTable retries, RequestLog *log);
    ~OfficeRnDConnection();

    //! For what a person waits for, or for work that nobody watches.
    [[nodiscard]] officernd::Account &account(Lane lane)
    {
        return lane == Lane::Person ? m_person : m_background;
    }
    //! Of everything but signing in, which has an allowance of its own.
    [[nodiscard]] CallAllowance allowance() const { return m_limiter.callAllowance(); }
    //! For what a person composed.
    [[nodiscard]] officernd::RawWay &raw() { return m_raw; }

private:
    // In the order in which they depend on each other.
    OfficeRnDSettings m_settings;
    officernd::Learned m_learned;
    RateLimiter m_identityLimiter;
    officernd::IdentityFaults m_identityFaults;
    HttpClient m_identity;
    officernd::AccountTokens m_tokens;
    RateLimiter m_limiter;
    officernd::ApiFaults m_faults;
    HttpClient m_client;
    officernd::Account m_background;
    officernd::Account m_person;
    officernd::RawWay m_raw;
};

} // namespace twinbook
