// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "highlevel/apiversion.h"
#include "net/baseurl.h"
#include "quirks/quirkset.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace twinbook {

//! A sign-in through the browser that opens a sub-account. Its pair of tokens stands in the secret
//! store under highLevelPairKey().
struct HighLevelSignIn
{
    QString clientId; //!< of the application at HighLevel's marketplace
    QString agencyId; //!< whose admin signed in; empty if the sub-account itself was opened
    QString lockFile; //!< one program on this computer renews at a time

    friend bool operator==(const HighLevelSignIn &, const HighLevelSignIn &) = default;
};

//! How to reach one HighLevel sub-account ("location"). Holds no secret: the private integration
//! token stands in the secret store under highLevelSecretKey().
struct HighLevelSettings
{
    QUrl apiUrl {QStringLiteral("https://services.leadconnectorhq.com")};
    QString locationId;
    HostPolicy hosts = HostPolicy::ServiceOnly;
    //! Instead of the private integration token.
    std::optional<HighLevelSignIn> signIn {};
    highlevel::ApiVersion version = highlevel::ApiVersion::Dated;
    //! Which of the service's behaviours hold for this account: all, until a probe found otherwise.
    QuirkSet quirks {};
};

//! "highlevel/<locationId>/private-token".
[[nodiscard]] QString highLevelSecretKey(const QString &locationId);

//! The sub-account's id from what a person pasted: the id itself or any address of its pages
//! ("https://app.gohighlevel.com/v2/location/<id>/settings/company"). Errors are of kind
//! InvalidInput and say what to paste.
[[nodiscard]] Result<QString> locationId(const QString &pasted);

} // namespace twinbook
