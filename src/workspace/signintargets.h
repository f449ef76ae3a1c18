// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/requestlog.h"
#include "workspace/accounts.h"
#include "workspace/signinconnecting.h"

namespace twinbook {

//! The application that opens a service's page, as a person registered it with the service.
struct SignInApp
{
    QString clientId;
    QString clientSecret; //!< forgotten after use; empty for the one that was kept before
    //! Where redirect.html is published; empty if the browser comes back to this computer by
    //! itself.
    QUrl redirectPage {};
    QUrl authorizeUrl {}; //!< the service's page, without its query; empty for its usual one
};

//! What the services of a sign-in are made with. All of it must outlive them.
struct SignInParts
{
    Accounts &accounts;
    const Clock &clock;
    Transport &transport;
    RequestLog *log;
};

//! The settings name the account's addresses; which account it is, the sign-in tells. InvalidInput
//! with a sentence for an address or a client ID that cannot be used.
[[nodiscard]] Result<std::unique_ptr<SignInTarget>> highLevelTarget(
    const HighLevelSettings &settings, const SignInApp &app, const QString &lockFile,
    const SignInParts &parts);
[[nodiscard]] Result<std::unique_ptr<SignInTarget>> officeRnDTarget(
    const OfficeRnDSettings &settings, const SignInApp &app, const QString &lockFile,
    const SignInParts &parts);

} // namespace twinbook
