// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "net/httprequest.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

namespace twinbook {

//! What a service is asked to let a person approve.
struct AuthorizationQuestion
{
    QString service; //!< the name people know
    QUrl authorizeUrl; //!< the page a person sees in the browser
    QString clientId;
    QStringList scopes;
    QueryItems
        extras {}; //!< further parameters of that page, such as `version_id` (highlevel.md 1.2)
    QUrl redirectUri; //!< exactly as it is registered with the service
    //! Where the hosted page finds this program; 0 if the browser comes back by itself.
    quint16 portInState = 0;
};

//! A person's approval, to be redeemed once.
struct AuthorizationGrant
{
    QString code;
    QByteArray verifier;
    QUrl redirectUri;
    QString organization; //!< OfficeRnD's `org_slug` (officernd.md 1.3); empty elsewhere
};

//! Why what came back from the browser is no grant.
struct RedirectFault
{
    enum class Reason : quint8 {
        NotOurs, //!< not an answer to this question: somebody else's, repeated or made up
        Unmarked, //!< a code without our mark: the service does not send `state` back
        Refused, //!< the person or the service said no; final
    };

    Reason reason = Reason::NotOurs;
    Error error {};
};

//! One question to a service (RFC 6749 4.1, with PKCE of RFC 7636) and the reading of its answer.
//! Pure apart from the random mark and proof it is made with. The proof is always sent; a service
//! that does not know it ignores it (highlevel.md 1.2).
class AuthorizationRequest
{
public:
    explicit AuthorizationRequest(AuthorizationQuestion question);

    //! What the browser has to open.
    [[nodiscard]] QUrl url() const;
    //! Reads the query of the redirect. Only an answer that carries our mark counts.
    [[nodiscard]] tl::expected<AuthorizationGrant, RedirectFault> read(
        const QUrlQuery &answer) const;
    //! Reads what a person pasted: the code, or the whole address the browser ended at. A mark
    //! that is missing is let pass here, because the person vouches; a wrong one is not. Errors
    //! are of kind InvalidInput, or Forbidden if the address tells of a refusal.
    [[nodiscard]] Result<AuthorizationGrant> readPasted(const QString &pasted) const;

private:
    [[nodiscard]] AuthorizationGrant grant(const QString &code, const QUrlQuery &answer) const;
    [[nodiscard]] Error refusal(const QUrlQuery &answer) const;

    AuthorizationQuestion m_question;
    QByteArray m_state;
    QByteArray m_verifier;
};

} // namespace twinbook
