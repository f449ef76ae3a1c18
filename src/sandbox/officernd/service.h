// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/companies.h"
#include "sandbox/officernd/members.h"
#include "sandbox/officernd/tokendesk.h"
#include "sandbox/ratewindow.h"
#include "sandbox/sandboxoptions.h"
#include "sandbox/servicefront.h"

namespace twinbook::sandbox::officernd {

//! OfficeRnD: the token endpoint at /oauth/token and API v2 below
//! /api/v2/organizations/{slug}. Errors have the form of officernd.md 5.
class Service final : public PlayedService
{
public:
    //! `state` is not owned and must outlive the service.
    Service(State &state, SandboxOptions::Pace pace);

    [[nodiscard]] HttpReply handle(const HttpRequest &request) override;
    [[nodiscard]] HttpReply errorReply(const HttpRequest &request, int status,
                                       const QString &message) const override;
    [[nodiscard]] HttpReply emptyList() const override;

    [[nodiscard]] TokenDesk &tokens() { return m_tokens; }
    [[nodiscard]] Members &members() { return m_members; }

private:
    struct Route;
    using Action = Served<HttpReply> (Service::*)(const HttpRequest &, const QString &id);
    [[nodiscard]] static const QList<Route> &routes();
    [[nodiscard]] const Route *routeFor(const HttpRequest &request, QString &id) const;
    [[nodiscard]] Served<HttpReply> handleApi(const HttpRequest &request);
    [[nodiscard]] HttpReply failureReply(const HttpRequest &request,
                                         const ServiceFailure &failure) const;

    Served<HttpReply> organization(const HttpRequest &request, const QString &id);
    Served<HttpReply> listMembers(const HttpRequest &request, const QString &id);
    Served<HttpReply> countMembers(const HttpRequest &request, const QString &id);
    Served<HttpReply> getMember(const HttpRequest &request, const QString &id);
    Served<HttpReply> createMember(const HttpRequest &request, const QString &id);
    Served<HttpReply> updateMember(const HttpRequest &request, const QString &id);
    Served<HttpReply> moveMember(const HttpRequest &request, const QString &id);
    Served<HttpReply> setMemberStatus(const HttpRequest &request, const QString &id);
    Served<HttpReply> setPortalAccess(const HttpRequest &request, const QString &id);
    Served<HttpReply> deleteMember(const HttpRequest &request, const QString &id);
    Served<HttpReply> listCompanies(const HttpRequest &request, const QString &id);
    Served<HttpReply> getCompany(const HttpRequest &request, const QString &id);
    Served<HttpReply> createCompany(const HttpRequest &request, const QString &id);
    Served<HttpReply> updateCompany(const HttpRequest &request, const QString &id);
    Served<HttpReply> deleteCompany(const HttpRequest &request, const QString &id);
    Served<HttpReply> listLocations(const HttpRequest &request, const QString &id);
    Served<HttpReply> getLocation(const HttpRequest &request, const QString &id);
    Served<HttpReply> listCustomProperties(const HttpRequest &request, const QString &id);

    State &m_state;
    TokenDesk m_tokens;
    Members m_members;
    Companies m_companies;
    Listing m_locations;
    Listing m_customProperties;
    //! Reads and writes have budgets of their own (officernd.md 3).
    struct Budget
    {
        RateWindow minute;
        RateWindow day;
    };
    Budget m_reads;
    Budget m_writes;
};

} // namespace twinbook::sandbox::officernd
