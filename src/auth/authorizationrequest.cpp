// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/authorizationrequest.h"

#include "auth/proofkey.h"
#include "core/redact.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct SignInText
{
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

constexpr int randomBytes = 32;
//! HighLevel's codes are short; a JSON web token may be long.
constexpr qsizetype longestCode = 4096;
constexpr qsizetype longestReason = 200;

//! A code as RFC 6749 A.11 writes it, without blanks.
bool isCode(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestCode
        && std::all_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
}

//! The one value of that name; empty if it is missing or, against RFC 6749 3.1, repeated.
QString single(const QUrlQuery &query, const QString &name)
{
    const QStringList values = query.allQueryItemValues(name, QUrl::FullyDecoded);
    return values.size() == 1 ? values.constFirst() : QString();
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

RedirectFault notOurs(const QString &detail)
{
    return {
        RedirectFault::Reason::NotOurs,
        {.kind = ErrorKind::Rejected,
         .message = SignInText::tr(
             "This is not the sign-in that Twinbook is waiting for. Start it again in Twinbook."),
         .detail = detail}};
}

} // namespace

AuthorizationRequest::AuthorizationRequest(AuthorizationQuestion question)
    : m_question(std::move(question))
    , m_state(randomUrlText(randomBytes))
    , m_verifier(randomUrlText(randomBytes))
{
    if (m_question.portInState != 0)
        m_state += '.' + QByteArray::number(m_question.portInState);
}

QUrl AuthorizationRequest::url() const
{
    QueryItems items {{u"response_type"_s, u"code"_s},
                      {u"client_id"_s, m_question.clientId},
                      {u"redirect_uri"_s, m_question.redirectUri.toString(QUrl::FullyEncoded)},
                      {u"scope"_s, m_question.scopes.join(u' ')},
                      {u"state"_s, QString::fromLatin1(m_state)},
                      {u"code_challenge"_s, QString::fromLatin1(proofChallenge(m_verifier))},
                      {u"code_challenge_method"_s, u"S256"_s}};
    items += m_question.extras;

    QByteArray query;
    for (const auto &[name, value] : std::as_const(items)) {
        if (!query.isEmpty())
            query += '&';
        query += encoded(name) + '=' + encoded(value);
    }
    QUrl url = m_question.authorizeUrl;
    url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

tl::expected<AuthorizationGrant, RedirectFault> AuthorizationRequest::read(
    const QUrlQuery &answer) const
{
    const QString code = single(answer, u"code"_s);
    if (!answer.hasQueryItem(u"state"_s) && isCode(code)) {
        return tl::unexpected(RedirectFault {
            RedirectFault::Reason::Unmarked,
            {.kind = ErrorKind::Rejected,
             .message
             = SignInText::tr("%1 did not say which sign-in this belongs to. Copy the whole "
                              "address of this page and paste it into Twinbook.")
                   .arg(m_question.service),
             .detail = u"redirect without state"_s}});
    }
    if (!equalInConstantTime(single(answer, u"state"_s).toUtf8(), m_state))
        return tl::unexpected(notOurs(u"redirect with a wrong state"_s));
    if (answer.hasQueryItem(u"error"_s))
        return tl::unexpected(RedirectFault {RedirectFault::Reason::Refused, refusal(answer)});
    if (!isCode(code))
        return tl::unexpected(notOurs(u"redirect without a usable code"_s));
    return grant(code, answer);
}

Result<AuthorizationGrant> AuthorizationRequest::readPasted(const QString &pasted) const
{
    const QString text = pasted.trimmed();
    const qsizetype question = text.indexOf(u'?');
    if (question < 0 && !text.contains("://"_L1) && isCode(text))
        return grant(text, {});

    const QUrlQuery answer(question < 0 ? QString() : text.mid(question + 1).section(u'#', 0, 0));
    const bool marked = answer.hasQueryItem(u"state"_s);
    if (marked && !equalInConstantTime(single(answer, u"state"_s).toUtf8(), m_state))
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = SignInText::tr("This belongs to an earlier sign-in. Open the browser again "
                                      "and paste the address it ends at."),
            .detail = {}});
    if (answer.hasQueryItem(u"error"_s))
        return Failure(refusal(answer));
    const QString code = single(answer, u"code"_s);
    if (!isCode(code))
        return Failure(Error {
            .kind = ErrorKind::InvalidInput,
            .message = SignInText::tr("There is no sign-in code in this text. Paste the code, or "
                                      "the whole address from the browser's address bar."),
            .detail = {}});
    return grant(code, answer);
}

AuthorizationGrant AuthorizationRequest::grant(const QString &code, const QUrlQuery &answer) const
{
    return {code, m_verifier, m_question.redirectUri, single(answer, u"org_slug"_s)};
}

Error AuthorizationRequest::refusal(const QUrlQuery &answer) const
{
    const QString code = single(answer, u"error"_s).left(longestReason);
    const QString reason = single(answer, u"error_description"_s).left(longestReason);
    Error error {.kind = ErrorKind::Forbidden,
                 .message
                 = SignInText::tr("%1 ended the sign-in without a yes. Nothing was changed. "
                                  "Try again, or ask the person who looks after your %1.")
                       .arg(m_question.service),
                 .detail = redacted(u"authorization refused: "_s + code + u" "_s + reason)};
    if (code == "access_denied"_L1) {
        error.message
            = SignInText::tr("The access was not allowed in the browser, so Twinbook is "
                             "not connected to %1. Nothing was changed. To connect, start "
                             "again and allow it.")
                  .arg(m_question.service);
    } else if (code == "invalid_scope"_L1) {
        error.message
            = SignInText::tr("%1 does not offer Twinbook all the permissions it needs. Ask "
                             "the person who set up Twinbook's access there to add them.")
                  .arg(m_question.service);
    }
    return error;
}

} // namespace twinbook
