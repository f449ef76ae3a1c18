// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"

#include <QString>

namespace twinbook {

//! What a token endpoint's refusal means (RFC 6749 5.2). HighLevel keeps to the words of the
//! standard only in part: it answers 401 "UnAuthorized!" to a spent code and a plain 400 for a
//! paused account, and lists none of it (highlevel.md 1.3).
class OAuthFaults final : public FaultReader
{
public:
    enum class Grant : quint8 {
        Code, //!< a person is waiting for the sign-in to end
        Refresh, //!< a sign-in of earlier is renewed
        Exchange, //!< an agency's token is changed for one of its accounts
    };

    OAuthFaults(QString service, Grant grant);

    //! Unauthorized if only signing in again helps, Forbidden if the sign-in stays good but the
    //! account or a permission is in the way.
    [[nodiscard]] Error read(const Fault &fault) const override;

private:
    [[nodiscard]] QString refusal() const;

    QString m_service;
    Grant m_grant;
};

} // namespace twinbook
