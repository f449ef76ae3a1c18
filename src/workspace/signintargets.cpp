// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/signintargets.h"

#include "highlevel/highlevelsignin.h"
#include "highlevel/service.h"
#include "officernd/accounttokens.h"
#include "officernd/officerndsignin.h"
#include "officernd/service.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::SignInTarget)
};

Failure invalid(const QString &sentence)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}});
}

//! The page is public and holds no secret, but what passes through it is one for a minute.
Result<> checkedPage(const QUrl &page, HostPolicy hosts)
{
    const bool isHere = checkedBaseUrl(page, {}, hosts).has_value(); // on this computer, if at all
    const bool isPublished = page.scheme() == "https"_L1 && !page.host().isEmpty();
    const bool isPlain = page.isValid() && page.userInfo().isEmpty() && !page.hasFragment();
    if (page.isEmpty() || (isPlain && (isHere || isPublished)))
        return {};
    return invalid(Tr::tr("Enter the address of your redirect page as it is registered with the "
                          "application. It begins with https://."));
}

Result<SignInApp> checkedApp(SignInApp app, Side side, HostPolicy hosts,
                             const QStringList &pageHosts)
{
    app.clientId = app.clientId.trimmed();
    if (app.clientId.isEmpty())
        return invalid(
            Tr::tr("Enter the Client ID of your %1 application.").arg(serviceName(side)));
    if (const Result<> page = checkedPage(app.redirectPage, hosts); !page)
        return Failure(page.error());
    if (!app.authorizeUrl.isEmpty()) {
        const Result<QUrl> checked = checkedBaseUrl(app.authorizeUrl, pageHosts, hosts);
        if (!checked)
            return Failure(checked.error());
        app.authorizeUrl = *checked;
    }
    return app;
}

class HighLevelTarget final : public SignInTarget
{
public:
    HighLevelTarget(HighLevelSettings settings, SignInApp app, QString lockFile,
                    const SignInParts &parts)
        : m_settings(std::move(settings))
        , m_app(std::move(app))
        , m_lockFile(std::move(lockFile))
        , m_parts(parts)
    { }

    OAuthClient client() const override
    {
        return highLevelClient(m_settings.apiUrl, m_app.clientId);
    }

    BrowserSignInSettings settings() const override
    {
        BrowserSignInSettings settings
            = highLevelSignInSettings(m_app.clientId, m_app.redirectPage);
        if (!m_app.authorizeUrl.isEmpty())
            settings.authorizeUrl = m_app.authorizeUrl;
        return settings;
    }

    std::unique_ptr<AccountReader> reader(const SignInNetwork &network) const override
    {
        return std::make_unique<HighLevelAccounts>(network, m_settings.apiUrl, m_app.clientId);
    }

    QString scopeTitle(const QString &scope) const override { return highLevelScopeTitle(scope); }

    QString pairKey(const TokenPair &pair, const QString &) const override
    {
        return highLevelPairKey(pair);
    }

    Result<std::unique_ptr<PeopleService>> open(const TokenPair &pair, const QString &account,
                                                SecretStore &secrets) override
    {
        return createHighLevelService(opened(pair, account), secrets, m_parts.clock,
                                      m_parts.transport, {}, m_parts.log);
    }

    Result<> keep(const TokenPair &pair, const QString &account, const QString &name) override
    {
        return m_parts.accounts.setHighLevel(opened(pair, account), name);
    }

private:
    [[nodiscard]] HighLevelSettings opened(const TokenPair &pair, const QString &account) const
    {
        HighLevelSettings settings = m_settings;
        settings.locationId = account;
        const bool isAgency = pair.holder == TokenPair::Holder::Agency;
        settings.signIn
            = HighLevelSignIn {m_app.clientId, isAgency ? pair.agencyId : QString(), m_lockFile};
        return settings;
    }

    const HighLevelSettings m_settings;
    const SignInApp m_app;
    const QString m_lockFile;
    const SignInParts m_parts;
};

class OfficeRnDTarget final : public SignInTarget
{
public:
    OfficeRnDTarget(OfficeRnDSettings settings, SignInApp app, const SignInParts &parts)
        : m_settings(std::move(settings))
        , m_app(std::move(app))
        , m_parts(parts)
        , m_scopes(scopesOf(officernd::scopeGroupsOf(m_settings)))
    { }

    OAuthClient client() const override
    {
        return officeRnDPartnerClient(m_settings.identityUrl, m_settings.clientId, m_scopes);
    }

    BrowserSignInSettings settings() const override
    {
        BrowserSignInSettings settings
            = officeRnDPartnerSignInSettings(m_settings.identityUrl, m_scopes, m_app.redirectPage);
        if (!m_app.authorizeUrl.isEmpty())
            settings.authorizeUrl = m_app.authorizeUrl;
        return settings;
    }

    std::unique_ptr<AccountReader> reader(const SignInNetwork &network) const override
    {
        return std::make_unique<OfficeRnDOrganization>(network, m_settings.apiUrl);
    }

    QString scopeTitle(const QString &scope) const override { return officeRnDScopeTitle(scope); }

    QString pairKey(const TokenPair &, const QString &account) const override
    {
        return officeRnDPairKey(account);
    }

    Result<std::unique_ptr<PeopleService>> open(const TokenPair &, const QString &account,
                                                SecretStore &secrets) override
    {
        return createOfficeRnDService(opened(account), secrets, m_parts.clock, m_parts.transport,
                                      {}, m_parts.log);
    }

    Result<> keep(const TokenPair &, const QString &account, const QString &name) override
    {
        return m_parts.accounts.setOfficeRnD(opened(account), name);
    }

private:
    [[nodiscard]] OfficeRnDSettings opened(const QString &account) const
    {
        OfficeRnDSettings settings = m_settings;
        settings.organization = account;
        return settings;
    }

    const OfficeRnDSettings m_settings;
    const SignInApp m_app;
    const SignInParts m_parts;
    const QStringList m_scopes;
};

} // namespace

Result<std::unique_ptr<SignInTarget>> highLevelTarget(const HighLevelSettings &settings,
                                                      const SignInApp &app, const QString &lockFile,
                                                      const SignInParts &parts)
{
    const Result<SignInApp> checked
        = checkedApp(app, Side::Right, settings.hosts, highLevelPageHosts());
    if (!checked)
        return Failure(checked.error());
    const Result<QUrl> apiUrl = checkedBaseUrl(settings.apiUrl, highLevelHosts(), settings.hosts);
    if (!apiUrl)
        return Failure(apiUrl.error());
    HighLevelSettings reached = settings;
    reached.apiUrl = *apiUrl;
    return std::make_unique<HighLevelTarget>(std::move(reached), *checked, lockFile, parts);
}

Result<std::unique_ptr<SignInTarget>> officeRnDTarget(const OfficeRnDSettings &settings,
                                                      const SignInApp &app, const QString &lockFile,
                                                      const SignInParts &parts)
{
    const Result<SignInApp> checked = checkedApp(app, Side::Left, settings.hosts, officeRnDHosts());
    if (!checked)
        return Failure(checked.error());
    OfficeRnDSettings reached = settings;
    for (QUrl *url : {&reached.apiUrl, &reached.identityUrl}) {
        const Result<QUrl> usable = checkedBaseUrl(*url, officeRnDHosts(), settings.hosts);
        if (!usable)
            return Failure(usable.error());
        *url = *usable;
    }
    reached.clientId = checked->clientId;
    reached.signIn = OfficeRnDSignIn {lockFile};
    return std::make_unique<OfficeRnDTarget>(std::move(reached), *checked, parts);
}

} // namespace twinbook
