// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/memorysecretstore.h"
#include "net/joboutcome.h"
#include "net/networktransport.h"
#include "officernd/client.h"
#include "officernd/service.h"
#include "sandbox/sandbox.h"

#include <algorithm>

namespace twinbook::test {

//! What the client believes and what the sandbox plays need not be the same.
struct Behaviours
{
    QuirkSet believed {};
    QuirkSet played {};
};

//! The client against the played OfficeRnD, over real HTTP.
struct PlayedOrganization
{
    explicit PlayedOrganization(int people = 60, const QStringList &furtherPermissions = {},
                                const Behaviours &behaviours = {})
        : sandbox(
            sandbox::SandboxOptions {.people = people, .seed = 7, .quirks = behaviours.played})
    {
        if (!sandbox.start())
            qFatal("the sandbox did not start");
        using namespace Qt::StringLiterals;
        using namespace std::chrono_literals;
        const auto credentials = sandbox.credentials();
        (void)outcome(
            secrets.write(officeRnDSecretKey(credentials.organization), credentials.clientSecret));
        OfficeRnDSettings settings;
        settings.apiUrl = sandbox.officerndUrl();
        settings.apiUrl.setPath(u"/api/v2"_s);
        settings.identityUrl = sandbox.identityUrl();
        settings.organization = credentials.organization;
        settings.clientId = credentials.clientId;
        settings.hosts = HostPolicy::AlsoLoopback;
        settings.quirks = behaviours.believed;
        settings.furtherPermissions = furtherPermissions;
        RetryTable quick;
        quick.network.base = quick.timeout.base = quick.rateLimited.base = quick.serverFault.base
            = 1ms;
        connection
            = OfficeRnDConnection::open(settings, secrets, clock, transport, quick, &log).value();
    }

    [[nodiscard]] OfficeRnDClient client(Lane lane = Lane::Person) const
    {
        return OfficeRnDClient(connection, lane);
    }
    [[nodiscard]] qsizetype requests(const QString &end) const
    {
        const auto &entries = sandbox.requestLog().entries();
        return std::count_if(entries.cbegin(), entries.cend(),
                             [&](const auto &entry) { return entry.path.endsWith(end); });
    }
    [[nodiscard]] officernd::MemberId somebody() const
    {
        using namespace Qt::StringLiterals;
        return officernd::MemberId(
            sandbox.people(Side::Left).constFirst().value("_id"_L1).toString());
    }

    sandbox::Sandbox sandbox;
    MemorySecretStore secrets;
    SystemClock clock;
    NetworkTransport transport {TransportLimits {.silence = std::chrono::milliseconds(500)}};
    RequestLog log;
    std::shared_ptr<OfficeRnDConnection> connection;
};

//! Why a job failed, for messages of tests.
template<class T>
QByteArray whyNot(const Result<T> &result)
{
    return result ? QByteArray() : (result.error().message + u' ' + result.error().detail).toUtf8();
}

} // namespace twinbook::test
