// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"
#include "officernd/account.h"

#include <memory>
#include <vector>

namespace twinbook::officernd {

//! Sends what a person composed, below the connected organisation. The synchronization's sign-in
//! covers its own permissions only. One that is not granted would fail the whole sign-in
//! (officernd.md 1.2), so any other permission is asked for when it is first needed, together with
//! what its feature needs beside it, or alone if not all of that is granted.
class RawWay final
{
    Q_DISABLE_COPY_MOVE(RawWay)

public:
    //! What a sign-in for one more permission is made of. All must outlive the way.
    struct SignIn
    {
        SecretStore &secrets;
        HttpClient &identity;
        HttpParts api; //!< its token source is not used
    };

    //! `account` must outlive the way, and the way its jobs.
    RawWay(Account &account, SignIn signIn);
    ~RawWay();

    [[nodiscard]] std::unique_ptr<RawReplyJob> send(const RawRequest &request);

private:
    struct Permitted;

    [[nodiscard]] HttpClient &clientFor(const QString &permission);

    Account &m_account;
    SignIn m_signIn;
    std::vector<std::unique_ptr<Permitted>> m_permitted;
};

} // namespace twinbook::officernd
