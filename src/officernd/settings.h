// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "net/baseurl.h"
#include "quirks/quirkset.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace twinbook {

//! A sign-in through the browser, for the application of a listed partner (officernd.md 1.3). Its
//! pair of tokens stands in the secret store under officeRnDPairKey().
struct OfficeRnDSignIn
{
    QString lockFile; //!< one program on this computer renews at a time

    friend bool operator==(const OfficeRnDSignIn &, const OfficeRnDSignIn &) = default;
};

//! How to reach one OfficeRnD organisation. Holds no secret: the client secret stands in the
//! secret store under officeRnDSecretKey().
struct OfficeRnDSettings
{
    QUrl apiUrl {QStringLiteral("https://app.officernd.com/api/v2")};
    QUrl identityUrl {QStringLiteral("https://identity.officernd.com")};
    QString organization; //!< the slug, from organizationSlug()
    QString clientId;
    //! Where new people are placed; empty for the first open location.
    QString defaultLocation;
    HostPolicy hosts = HostPolicy::ServiceOnly;
    //! Instead of the organisation's own client credentials.
    std::optional<OfficeRnDSignIn> signIn {};
    //! How this organisation is known or believed to behave. All of it, until a probe knows better.
    QuirkSet quirks {};
    //! Permissions asked for besides those that people need, such as permissionOf() an operation.
    //! One that is not granted costs all of them, but not the people (officernd.md 1.2).
    QStringList furtherPermissions {};
};

//! "officernd/<slug>/client-secret".
[[nodiscard]] QString officeRnDSecretKey(const QString &organization);

} // namespace twinbook
