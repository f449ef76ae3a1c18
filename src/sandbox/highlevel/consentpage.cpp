// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/highlevel/consentpage.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace twinbook::sandbox::highlevel {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::sandbox::ConsentPage)
};

HttpReply page(int status, const QString &body)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "text/html; charset=utf-8";
    reply.headers = {{"Cache-Control", "no-store"}, {"X-Frame-Options", "DENY"}};
    reply.body = QString(u"<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>"_s
                         + Tr::tr("Practice HighLevel").toHtmlEscaped() + u"</title></head><body>"_s
                         + body + u"</body></html>"_s)
                     .toUtf8();
    return reply;
}

HttpReply complaint(const QString &text)
{
    return page(400, u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s);
}

bool isOnThisComputer(const QUrl &address)
{
    const QString host = address.host();
    return address.isValid() && (address.scheme() == "http"_L1 || address.scheme() == "https"_L1)
        && (host == "localhost"_L1 || QHostAddress(host).isLoopback());
}

//! What is wrong with what the app asks for; empty if nothing.
QString problemWith(const HttpRequest &asked, const QString &clientId)
{
    if (asked.queryValue(u"client_id"_s) != clientId)
        return Tr::tr("HighLevel does not know this app. Compare its client ID with the one in "
                      "the app's settings.");
    if (asked.queryValue(u"response_type"_s) != u"code"_s)
        return Tr::tr("The app asks for something HighLevel does not give out.");
    if (!isOnThisComputer(QUrl(asked.queryValue(u"redirect_uri"_s).value_or(QString()))))
        return Tr::tr("The app wants to be called back at an address that is not on this "
                      "computer, which practice mode does not do.");
    if (asked.queryValue(u"scope"_s).value_or(QString()).simplified().isEmpty())
        return Tr::tr("The app does not say what it wants to read and change.");
    return {};
}

QString hiddenField(const QString &name, const QString &value)
{
    return u"<input type=\"hidden\" name=\"%1\" value=\"%2\">"_s.arg(name.toHtmlEscaped(),
                                                                     value.toHtmlEscaped());
}

QString choice(const QString &value, const QString &label)
{
    return u"<p><button name=\"install_as\" value=\"%1\">%2</button></p>"_s.arg(
        value, label.toHtmlEscaped());
}

} // namespace

bool ConsentPage::isAt(const QString &path)
{
    return path == "/v2/oauth/chooselocation"_L1 || path == "/oauth/chooselocation"_L1;
}

HttpReply ConsentPage::answer(const HttpRequest &request)
{
    if (request.isRead())
        return question(request);
    HttpRequest form = request;
    form.query = parseUrlEncoded(request.body);
    return request.method == "POST" ? decision(form) : complaint(Tr::tr("There is nothing here."));
}

HttpReply ConsentPage::question(const HttpRequest &asked) const
{
    if (const QString problem = problemWith(asked, m_tokens.clientId()); !problem.isEmpty())
        return complaint(problem);
    QString fields;
    for (const auto &[name, value] : asked.query) {
        if (name != "install_as"_L1) // only a person decides
            fields += hiddenField(name, value);
    }
    const QString scopes = asked.queryValue(u"scope"_s).value_or(QString()).simplified();
    return page(200,
                QString(u"<h1>"_s + m_state.name.toHtmlEscaped() + u"</h1><p>"_s
                        + Tr::tr("An app wants to read and change:").toHtmlEscaped()
                        + u"</p><pre>"_s + scopes.toHtmlEscaped().replace(u' ', u'\n')
                        + u"</pre><form method=\"post\" action=\"/v2/oauth/chooselocation\">"_s
                        + fields
                        + choice(u"Location"_s, Tr::tr("Allow, as administrator of this location"))
                        + choice(u"Company"_s, Tr::tr("Allow, as administrator of the agency"))
                        + choice(u"nobody"_s, Tr::tr("Do not allow")) + u"</form>"_s));
}

HttpReply ConsentPage::decision(const HttpRequest &form)
{
    if (const QString problem = problemWith(form, m_tokens.clientId()); !problem.isEmpty())
        return complaint(problem);
    const QString role = form.queryValue(u"install_as"_s).value_or(QString());
    if (role != "Location"_L1 && role != "Company"_L1)
        return page(200,
                    u"<p>"_s
                        + Tr::tr("The app was not let in. You can close this page.").toHtmlEscaped()
                        + u"</p>"_s);
    const QString redirectUri = form.queryValue(u"redirect_uri"_s).value_or(QString());
    const QString scopes = form.queryValue(u"scope"_s).value_or(QString());
    const QString code = m_tokens.issueCode(
        {.kind = role == "Location"_L1 ? TokenKind::Location : TokenKind::Company,
         .scopes = scopes.simplified().split(u' '),
         .userId = m_state.users.all().empty() ? QString() : m_state.users.all().begin()->first,
         .redirectUri = redirectUri});
    QUrl target(redirectUri);
    QUrlQuery query(target);
    query.addQueryItem(u"code"_s, code);
    const auto state = form.queryValue(u"state"_s);
    if (state && m_state.quirks.holds(Quirk::SignInHandsBackState))
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(*state)));
    target.setQuery(query);
    HttpReply reply = HttpReply::empty(302);
    reply.headers = {{"Location", target.toEncoded()}, {"Cache-Control", "no-store"}};
    return reply;
}

} // namespace twinbook::sandbox::highlevel
