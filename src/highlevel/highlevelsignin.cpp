// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/highlevelsignin.h"

#include "auth/heldtoken.h"
#include "core/side.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct SignInText
{
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

constexpr int pageSize = 100;
//! More sub-accounts than anybody can choose from by hand.
constexpr qsizetype mostAccounts = 5000;

//! The application's id is what stands before the dash of the client id (highlevel.md 1.2).
QString applicationId(const QString &clientId)
{
    return clientId.section(u'-', 0, 0);
}

QList<AccountChoice> withoutNames(const TokenPair &tokens)
{
    QList<AccountChoice> choices;
    if (!tokens.accountId.isEmpty())
        choices.append({tokens.accountId, {}, {}});
    for (const QString &id : tokens.approvedAccounts) {
        if (id != tokens.accountId)
            choices.append({id, {}, {}});
    }
    return choices;
}

class HighLevelAccountsJob final : public AccountChoicesJob
{
public:
    HighLevelAccountsJob(const HttpParts &parts, const QUrl &apiUrl, const TokenPair &tokens,
                         QString application)
        : m_token(tokens.access)
        , m_client(parts.with(m_token), apiUrl, {{"Version"_ba, "2021-07-28"_ba}})
        , m_tokens(tokens)
        , m_application(std::move(application))
    { }

protected:
    void run() override
    {
        if (m_tokens.holder == TokenPair::Holder::Agency)
            readPage();
        else if (m_tokens.accountId.isEmpty())
            finish(QList<AccountChoice>());
        else
            readOne();
    }

    void abort() override
    {
        if (m_request)
            m_request->cancel();
        else
            finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    using Next = std::function<void(const QJsonObject &)>;

    //! Without an answer the ids alone are the choice, but a cancelled job is cancelled.
    void ask(HttpRequest request, Next next)
    {
        request.lane = Lane::Person;
        m_request = runJob(this, m_client.send(request),
                           [this, next = std::move(next)](const Result<QJsonObject> &reply) {
                               m_request = nullptr;
                               if (reply)
                                   next(*reply);
                               else if (reply.error().kind == ErrorKind::Cancelled)
                                   finish(Failure(reply.error()));
                               else
                                   finish(withoutNames(m_tokens));
                           });
    }

    void readOne()
    {
        ask(getRequest({u"locations"_s, m_tokens.accountId}), [this](const QJsonObject &reply) {
            const QJsonObject account = reply.value("location"_L1).toObject();
            finish(QList<AccountChoice> {{m_tokens.accountId, account.value("name"_L1).toString(),
                                          account.value("city"_L1).toString()}});
        });
    }

    void readPage()
    {
        HttpRequest request = getRequest({u"oauth"_s, u"installedLocations"_s},
                                         {{u"companyId"_s, m_tokens.agencyId},
                                          {u"appId"_s, m_application},
                                          {u"isInstalled"_s, u"true"_s},
                                          {u"skip"_s, QString::number(m_seen)},
                                          {u"limit"_s, QString::number(pageSize)}});
        request.expected = {{u"locations"_s, QJsonValue::Array}};
        ask(request, [this](const QJsonObject &reply) { takePage(reply); });
    }

    void takePage(const QJsonObject &reply)
    {
        const QJsonArray page = reply.value("locations"_L1).toArray();
        for (const auto element : page) {
            const QJsonObject account = element.toObject();
            const QString id = account.value("_id"_L1).toString();
            if (!id.isEmpty() && account.value("isInstalled"_L1).toBool(true))
                m_choices.append({id, account.value("name"_L1).toString(),
                                  account.value("address"_L1).toString()});
        }
        m_seen += page.size();
        if (page.size() == pageSize && m_seen < mostAccounts)
            readPage();
        else
            finish(m_choices.isEmpty() ? withoutNames(m_tokens) : m_choices);
    }

    HeldToken m_token;
    HttpClient m_client;
    const TokenPair m_tokens;
    const QString m_application;
    QList<AccountChoice> m_choices;
    qsizetype m_seen = 0;
    ReplyJob *m_request = nullptr;
};

} // namespace

QStringList highLevelScopes()
{
    return {u"contacts.readonly"_s, u"contacts.write"_s, u"locations.readonly"_s,
            u"locations/customFields.readonly"_s, u"locations/tags.readonly"_s};
}

QStringList highLevelAgencyScopes()
{
    return {u"oauth.readonly"_s, u"oauth.write"_s};
}

QString highLevelScopeTitle(const QString &scope)
{
    if (scope == "contacts.readonly"_L1)
        return SignInText::tr("View contacts");
    if (scope == "contacts.write"_L1)
        return SignInText::tr("Edit contacts");
    if (scope == "locations.readonly"_L1)
        return SignInText::tr("View locations");
    if (scope == "locations/customFields.readonly"_L1)
        return SignInText::tr("View custom fields");
    if (scope == "locations/tags.readonly"_L1)
        return SignInText::tr("View tags");
    if (scope == "oauth.readonly"_L1)
        return SignInText::tr("View which sub-accounts of the agency are open");
    if (scope == "oauth.write"_L1)
        return SignInText::tr("Open a sub-account of the agency");
    return scope;
}

QString highLevelPairKey(const TokenPair &pair)
{
    const bool agency = pair.holder == TokenPair::Holder::Agency;
    return "highlevel/"_L1 + (agency ? pair.agencyId : pair.accountId) + "/sign-in"_L1;
}

QString highLevelPairKey(const QString &locationId, const HighLevelSignIn &signIn)
{
    return "highlevel/"_L1 + (signIn.agencyId.isEmpty() ? locationId : signIn.agencyId)
        + "/sign-in"_L1;
}

QString highLevelClientSecretKey(const QString &clientId)
{
    return "highlevel/"_L1 + clientId + "/client-secret"_L1;
}

OAuthClient highLevelClient(const QUrl &apiUrl, const QString &clientId)
{
    OAuthClient client;
    client.service = serviceName(Side::Right);
    client.tokenHost = apiUrl;
    client.clientId = clientId;
    client.secretKey = highLevelClientSecretKey(clientId);
    return client;
}

LoopbackAddress highLevelLoopback()
{
    return {.port = LoopbackAddress::registeredPort};
}

QStringList highLevelPageHosts()
{
    // White-label customers sign in on the second (highlevel.md 1.2).
    return {u"marketplace.gohighlevel.com"_s, u"marketplace.leadconnectorhq.com"_s};
}

BrowserSignInSettings highLevelSignInSettings(const QString &clientId, const QUrl &hostedRedirect)
{
    BrowserSignInSettings settings;
    settings.authorizeUrl = QUrl(u"https://marketplace.gohighlevel.com/v2/oauth/chooselocation"_s);
    settings.scopes = highLevelScopes();
    settings.agencyScopes = highLevelAgencyScopes();
    // One developer found that the client id alone may lead to an error page (highlevel.md 1.2).
    settings.authorizeExtras = {{u"version_id"_s, applicationId(clientId)}};
    settings.hostedRedirect = hostedRedirect;
    // The hosted page is told the port; a redirect to here is registered with it.
    if (hostedRedirect.isEmpty())
        settings.loopback = highLevelLoopback();
    return settings;
}

HighLevelAccounts::HighLevelAccounts(const SignInNetwork &network, QUrl apiUrl, QString clientId)
    : m_network(network)
    , m_apiUrl(std::move(apiUrl))
    , m_clientId(std::move(clientId))
    , m_faults(serviceName(Side::Right), OAuthFaults::Grant::Exchange)
{ }

HighLevelAccounts::~HighLevelAccounts() = default;

std::unique_ptr<AccountChoicesJob> HighLevelAccounts::read(const TokenPair &tokens, const QString &)
{
    return std::make_unique<HighLevelAccountsJob>(
        m_network.parts(m_faults, serviceName(Side::Right)), m_apiUrl, tokens,
        applicationId(m_clientId));
}

} // namespace twinbook
