// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace/accounts.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

QString sectionOf(Side side)
{
    return "account-"_L1 + serviceKey(side);
}

QString draftSectionOf(Side side)
{
    return "account-draft-"_L1 + serviceKey(side);
}

} // namespace

Accounts::Accounts(const Database &database, const Clock &clock, HostPolicy hosts,
                   QString signInLock)
    : m_settings(database, clock)
    , m_hosts(hosts)
    , m_signInLock(std::move(signInLock))
{ }

Result<std::optional<OfficeRnDSettings>> Accounts::officeRnD() const
{
    const Result<QJsonObject> stored = m_settings.section(sectionOf(Side::Left));
    if (!stored)
        return Failure(stored.error());
    if (stored->isEmpty())
        return std::optional<OfficeRnDSettings>();
    OfficeRnDSettings account;
    account.apiUrl = QUrl(stored->value("url"_L1).toString());
    account.identityUrl = QUrl(stored->value("identityUrl"_L1).toString());
    account.organization = stored->value("organization"_L1).toString();
    account.clientId = stored->value("clientId"_L1).toString();
    account.defaultLocation = stored->value("location"_L1).toString();
    if (stored->value("signIn"_L1).toBool())
        account.signIn = OfficeRnDSignIn {m_signInLock};
    account.hosts = m_hosts;
    return std::optional(account);
}

Result<std::optional<HighLevelSettings>> Accounts::highLevel() const
{
    const Result<QJsonObject> stored = m_settings.section(sectionOf(Side::Right));
    if (!stored)
        return Failure(stored.error());
    if (stored->isEmpty())
        return std::optional<HighLevelSettings>();
    HighLevelSettings account;
    account.apiUrl = QUrl(stored->value("url"_L1).toString());
    account.locationId = stored->value("location"_L1).toString();
    if (const QJsonObject signIn = stored->value("signIn"_L1).toObject(); !signIn.isEmpty()) {
        account.signIn = HighLevelSignIn {signIn.value("clientId"_L1).toString(),
                                          signIn.value("agency"_L1).toString(), m_signInLock};
    }
    account.hosts = m_hosts;
    return std::optional(account);
}

Result<> Accounts::setOfficeRnD(const OfficeRnDSettings &account, const QString &name)
{
    return m_settings.setSection(sectionOf(Side::Left),
                                 {{u"url"_s, account.apiUrl.toString()},
                                  {u"identityUrl"_s, account.identityUrl.toString()},
                                  {u"organization"_s, account.organization},
                                  {u"clientId"_s, account.clientId},
                                  {u"location"_s, account.defaultLocation},
                                  {u"signIn"_s, account.signIn.has_value()},
                                  {u"name"_s, name}});
}

Result<> Accounts::setHighLevel(const HighLevelSettings &account, const QString &name)
{
    QJsonObject stored {{u"url"_s, account.apiUrl.toString()},
                        {u"location"_s, account.locationId},
                        {u"name"_s, name}};
    if (account.signIn) {
        stored.insert(u"signIn"_s,
                      QJsonObject {{u"clientId"_s, account.signIn->clientId},
                                   {u"agency"_s, account.signIn->agencyId}});
    }
    return m_settings.setSection(sectionOf(Side::Right), stored);
}

Result<QJsonObject> Accounts::draft(Side side) const
{
    return m_settings.section(draftSectionOf(side));
}

Result<> Accounts::setDraft(Side side, const QJsonObject &fields)
{
    return m_settings.setSection(draftSectionOf(side), fields);
}

Result<QString> Accounts::name(Side side) const
{
    return m_settings.section(sectionOf(side)).map([](const QJsonObject &stored) {
        return stored.value("name"_L1).toString();
    });
}

} // namespace twinbook
