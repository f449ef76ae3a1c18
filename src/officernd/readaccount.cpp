// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/readaccount.h"

#include "core/country.h"
#include "officernd/accountjob.h"
#include "officernd/placedjob.h"
#include "officernd/region.h"
#include "officernd/scopes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

class CheckConnection final : public AccountJob<ConnectionJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        ask(operationRequest(Operation::GetOrganization), [this](const QJsonObject &organization) {
            followRegion(account(), organization);
            m_report.accountName = organization.value("name"_L1).toString();
            ask(operationRequest(Operation::CountMembers), [this](const QJsonObject &count) {
                m_report.peopleCount = count.value("total"_L1).toInt();
                m_report.writing = writing();
                finish(m_report);
            });
        });
    }

private:
    [[nodiscard]] ConnectionReport::Writing writing()
    {
        const QStringList granted = account().tokens.grantedScopes();
        const QStringList needed = writingScopes();
        const bool allowed = std::all_of(needed.cbegin(), needed.cend(), [&](const QString &scope) {
            return granted.contains(scope);
        });
        return allowed ? ConnectionReport::Writing::Allowed : ConnectionReport::Writing::NotAllowed;
    }

    ConnectionReport m_report;
};

class ReadSchema final : public AccountJob<SchemaJob>
{
public:
    using AccountJob::AccountJob;

protected:
    void run() override
    {
        ask(operationRequest(Operation::GetOrganization), [this](const QJsonObject &organization) {
            followRegion(account(), organization);
            m_schema.accountName = organization.value("name"_L1).toString();
            m_schema.accountId = account().settings.organization;
            readProperties([this] { readLocations(); });
        });
    }

private:
    void readLocations()
    {
        account().learned.placeForNewPeople = {};
        walk(
            operationRequest(Operation::ListLocations),
            [this](const QJsonObject &page) {
                const QJsonArray elements = page.value("results"_L1).toArray();
                for (const auto location : elements)
                    take(location.toObject());
            },
            [this] {
                m_schema.fields = standardFields() + *account().learned.propertyFields;
                finish(m_schema);
            });
    }

    //! The organisation itself has neither country nor time zone: the first location with one, or
    //! the one that new people are placed in, stands for it.
    void take(const QJsonObject &location)
    {
        if (account().learned.placeForNewPeople.isEmpty()
            && takesNewPeople(location, account().settings.defaultLocation))
            account().learned.placeForNewPeople = location;
        const bool preferred
            = location.value("_id"_L1).toString() == account().settings.defaultLocation;
        const QString country
            = countryCode(location.value("address"_L1).toObject().value("country"_L1).toString());
        const QString timeZone = location.value("timezone"_L1).toString();
        if (!country.isEmpty() && (preferred || m_schema.country.isEmpty()))
            m_schema.country = country;
        if (!timeZone.isEmpty() && (preferred || m_schema.timeZone.isEmpty()))
            m_schema.timeZone = timeZone;
    }

    ServiceSchema m_schema;
};

} // namespace

std::unique_ptr<ConnectionJob> checkConnectionJob(Account &account)
{
    return std::make_unique<CheckConnection>(account);
}

std::unique_ptr<SchemaJob> readSchemaJob(Account &account)
{
    return std::make_unique<ReadSchema>(account);
}

} // namespace twinbook::officernd
