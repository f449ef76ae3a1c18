// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/oauthfaults.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct SignInText
{
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

bool isPaused(const Fault &fault)
{
    const auto says = [](const QString &text) {
        return text.contains("location is not active"_L1, Qt::CaseInsensitive);
    };
    return says(fault.serviceMessage) || says(fault.body.value("error"_L1).toString());
}

} // namespace

OAuthFaults::OAuthFaults(QString service, Grant grant)
    : m_service(std::move(service))
    , m_grant(grant)
{ }

Error OAuthFaults::read(const Fault &fault) const
{
    const bool refused = fault.stage == FaultStage::Status && fault.status >= 400
        && fault.status < 500 && fault.status != 408 && fault.status != 429;
    if (!refused)
        return commonError(fault, m_service);

    if (isPaused(fault)) {
        return faultError(
            fault, ErrorKind::Forbidden,
            SignInText::tr("This account is paused in %1, so nothing can be synchronized. Your "
                           "sign-in is kept. Have the account made active again in %1, then try "
                           "again.")
                .arg(m_service));
    }
    const QString code = fault.body.value("error"_L1).toString();
    if (code == "invalid_client"_L1 || code == "unauthorized_client"_L1) {
        return faultError(
            fault, ErrorKind::Unauthorized,
            SignInText::tr("%1 does not accept the Client ID and client secret. Check "
                           "both in the connection settings and sign in again.")
                .arg(m_service));
    }
    if (code == "invalid_scope"_L1) {
        return faultError(fault, ErrorKind::Forbidden,
                          SignInText::tr("%1 no longer grants all the permissions Twinbook needs. "
                                         "Have them added there, then sign in again.")
                              .arg(m_service));
    }
    if (fault.status == 404) // the address is wrong, which says nothing about the sign-in
        return commonError(fault, m_service);
    if (fault.body.isEmpty() && fault.status != 401) {
        Fault stranger = fault; // a proxy or a filter: what it says ends no sign-in
        stranger.stage = FaultStage::ContentType;
        return commonError(stranger, m_service);
    }
    return faultError(fault, ErrorKind::Unauthorized, refusal());
}

QString OAuthFaults::refusal() const
{
    switch (m_grant) {
    case Grant::Code:
        return SignInText::tr("%1 did not accept the sign-in: it took too long or was used before. "
                              "Nothing was changed. Start the sign-in again.")
            .arg(m_service);
    case Grant::Refresh:
        return SignInText::tr("%1 has ended Twinbook's sign-in. Nothing is synchronized until you "
                              "sign in again.")
            .arg(m_service);
    case Grant::Exchange:
        return SignInText::tr("%1 does not let this sign-in open the chosen account. Sign in again "
                              "and choose an account that you look after.")
            .arg(m_service);
    }
    Q_UNREACHABLE();
}

} // namespace twinbook
