// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/officerndsignin.h"

#include "auth/heldtoken.h"
#include "core/side.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct SignInText
{
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

class OrganizationJob final : public AccountChoicesJob
{
public:
    OrganizationJob(const HttpParts &parts, const QUrl &apiUrl, const TokenPair &tokens,
                    QString organization)
        : m_token(tokens.access)
        , m_client(parts.with(m_token), apiUrl)
        , m_organization(std::move(organization))
    { }

protected:
    void run() override
    {
        if (m_organization.isEmpty()) {
            finish(QList<AccountChoice>());
            return;
        }
        HttpRequest request = getRequest({u"organizations"_s, m_organization});
        request.lane = Lane::Person;
        m_request = runJob(this, m_client.send(request),
                           [this](const Result<QJsonObject> &reply) { take(reply); });
    }

    void abort() override
    {
        if (m_request)
            m_request->cancel();
        else
            finish(Failure(Error {.kind = ErrorKind::Cancelled, .message = {}, .detail = {}}));
    }

private:
    void take(const Result<QJsonObject> &reply)
    {
        m_request = nullptr;
        if (!reply && reply.error().kind == ErrorKind::Cancelled) {
            finish(Failure(reply.error()));
            return;
        }
        const QString name = reply ? reply->value("name"_L1).toString() : QString();
        finish(QList<AccountChoice> {{m_organization, name, {}}});
    }

    HeldToken m_token;
    HttpClient m_client;
    const QString m_organization;
    ReplyJob *m_request = nullptr;
};

} // namespace

QList<ScopeGroup> officeRnDScopeGroups()
{
    return {
        {u"people"_s,
         {u"flex.community.members.read"_s, u"flex.community.companies.read"_s,
          u"flex.space.locations.read"_s, u"flex.settings.customProperties.read"_s,
          u"flex.settings.organization.read"_s}},
        {u"people-changes"_s,
         {u"flex.community.members.create"_s, u"flex.community.members.update"_s}},
        {u"companies-changes"_s,
         {u"flex.community.companies.create"_s, u"flex.community.companies.update"_s}},
        {u"opportunities"_s,
         {u"flex.community.opportunities.read"_s, u"flex.community.opportunities.create"_s,
          u"flex.community.opportunities.update"_s, u"flex.community.opportunityStatuses.read"_s}},
        {u"tickets"_s,
         {u"flex.collaboration.tickets.read"_s, u"flex.collaboration.tickets.create"_s,
          u"flex.collaboration.tickets.update"_s, u"flex.collaboration.ticketComments.read"_s,
          u"flex.collaboration.ticketComments.create"_s,
          u"flex.collaboration.ticketOptions.read"_s}},
        {u"memberships"_s, {u"flex.community.memberships.read"_s, u"flex.billing.plans.read"_s}},
        {u"bookings"_s, {u"flex.space.bookings.read"_s}},
        {u"visits"_s,
         {u"flex.community.checkins.read"_s, u"flex.community.visits.read"_s,
          u"flex.community.visitors.read"_s}},
    };
}

QList<ScopeGroup> officeRnDScopeGroups(const QStringList &keys)
{
    QList<ScopeGroup> groups = officeRnDScopeGroups();
    const ScopeGroup required = groups.takeFirst();
    groups.removeIf([&keys](const ScopeGroup &group) { return !keys.contains(group.key); });
    groups.prepend(required);
    return groups;
}

QStringList scopesOf(const QList<ScopeGroup> &groups)
{
    QStringList scopes;
    for (const ScopeGroup &group : groups)
        scopes += group.scopes;
    return scopes;
}

QString officeRnDScopeGroupTitle(const QString &key)
{
    if (key == "people"_L1)
        return SignInText::tr("Read people");
    if (key == "people-changes"_L1)
        return SignInText::tr("Change people");
    if (key == "companies-changes"_L1)
        return SignInText::tr("Change companies");
    if (key == "opportunities"_L1)
        return SignInText::tr("Opportunities");
    if (key == "tickets"_L1)
        return SignInText::tr("Tickets");
    if (key == "memberships"_L1)
        return SignInText::tr("Memberships and plans");
    if (key == "bookings"_L1)
        return SignInText::tr("Bookings");
    if (key == "visits"_L1)
        return SignInText::tr("Check-ins and visits");
    return {};
}

QString officeRnDScopeTitle(const QString &scope)
{
    const QList<ScopeGroup> groups = officeRnDScopeGroups();
    for (const ScopeGroup &group : groups) {
        if (group.scopes.contains(scope))
            return officeRnDScopeGroupTitle(group.key);
    }
    return scope;
}

QString officeRnDPartnerSecretKey(const QString &clientId)
{
    return "officernd/"_L1 + clientId + "/client-secret"_L1;
}

OAuthClient officeRnDPartnerClient(const QUrl &identityUrl, const QString &clientId,
                                   const QStringList &scopes)
{
    OAuthClient client;
    client.service = serviceName(Side::Left);
    client.tokenHost = identityUrl;
    client.clientId = clientId;
    client.secretKey = officeRnDPartnerSecretKey(clientId);
    client.codeExtras = {{u"scope"_s, scopes.join(u' ')}};
    return client;
}

BrowserSignInSettings officeRnDPartnerSignInSettings(const QUrl &identityUrl,
                                                     const QStringList &scopes,
                                                     const QUrl &hostedRedirect)
{
    BrowserSignInSettings settings;
    settings.authorizeUrl = identityUrl;
    settings.authorizeUrl.setPath(identityUrl.path() + "/oauth/authorize"_L1);
    settings.scopes = scopes;
    // Redirects are registered with the application (officernd.md 1.3): not any free port.
    settings.loopback.port = LoopbackAddress::registeredPort;
    settings.hostedRedirect = hostedRedirect;
    return settings;
}

QString officeRnDPairKey(const QString &organization)
{
    return "officernd/"_L1 + organization + "/sign-in"_L1;
}

OfficeRnDOrganization::OfficeRnDOrganization(const SignInNetwork &network, QUrl apiUrl)
    : m_network(network)
    , m_apiUrl(std::move(apiUrl))
    , m_faults(serviceName(Side::Left), OAuthFaults::Grant::Exchange)
{ }

OfficeRnDOrganization::~OfficeRnDOrganization() = default;

std::unique_ptr<AccountChoicesJob> OfficeRnDOrganization::read(const TokenPair &tokens,
                                                               const QString &organization)
{
    return std::make_unique<OrganizationJob>(m_network.parts(m_faults, serviceName(Side::Left)),
                                             m_apiUrl, tokens, organization);
}

} // namespace twinbook
