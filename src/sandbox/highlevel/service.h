// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/appointments.h"
#include "sandbox/highlevel/businesses.h"
#include "sandbox/highlevel/calendaradministration.h"
#include "sandbox/highlevel/calendargroups.h"
#include "sandbox/highlevel/calendarnotifications.h"
#include "sandbox/highlevel/calendarresources.h"
#include "sandbox/highlevel/calendars.h"
#include "sandbox/highlevel/companyfields.h"
#include "sandbox/highlevel/consentpage.h"
#include "sandbox/highlevel/contactoperations.h"
#include "sandbox/highlevel/contacts.h"
#include "sandbox/highlevel/contacttags.h"
#include "sandbox/highlevel/customfields.h"
#include "sandbox/highlevel/customvalues.h"
#include "sandbox/highlevel/location.h"
#include "sandbox/highlevel/memberships.h"
#include "sandbox/highlevel/messagetemplates.h"
#include "sandbox/highlevel/notes.h"
#include "sandbox/highlevel/recurringtasks.h"
#include "sandbox/highlevel/router.h"
#include "sandbox/highlevel/schedules.h"
#include "sandbox/highlevel/tagdictionary.h"
#include "sandbox/highlevel/tasks.h"
#include "sandbox/highlevel/tokenendpoint.h"
#include "sandbox/highlevel/tokenstore.h"
#include "sandbox/highlevel/users.h"
#include "sandbox/ratewindow.h"
#include "sandbox/sandboxoptions.h"
#include "sandbox/servicefront.h"

namespace twinbook::sandbox::highlevel {

//! HighLevel for one location. Errors have the form of highlevel.md 5; every reply carries a
//! traceId. Which behaviours it has is told by State::quirks.
class Service final : public PlayedService
{
public:
    //! `state` is not owned and must outlive the service.
    Service(State &state, const SandboxOptions &options);

    [[nodiscard]] HttpReply handle(const HttpRequest &request) override;
    [[nodiscard]] HttpReply errorReply(const HttpRequest &request, int status,
                                       const QString &message) const override;
    [[nodiscard]] HttpReply emptyList() const override;
    [[nodiscard]] QJsonObject memory() const override { return m_state.toJson(); }
    [[nodiscard]] HttpReply recall(const QJsonObject &memory, const HttpRequest &request) override;

    [[nodiscard]] Contacts &contacts() { return m_contacts; }
    [[nodiscard]] TokenStore &tokens() { return m_tokens; }

private:
    //! The allowances of the one token and location, for reading and writing together.
    struct Allowance
    {
        RateWindow burst;
        RateWindow day;
    };
    [[nodiscard]] Allowance &allowanceFor(const HttpRequest &request);
    [[nodiscard]] Served<> allow(const HttpRequest &request, const Operation &operation) const;
    [[nodiscard]] Served<Outcome> handleApi(const HttpRequest &request);

    State &m_state;
    Contacts m_contacts;
    ContactOperations m_contactOperations;
    ContactTags m_contactTags;
    Memberships m_memberships;
    Tasks m_tasks;
    Notes m_notes;
    TagDictionary m_tags;
    CustomFields m_customFields;
    CustomValues m_customValues;
    Users m_users;
    Businesses m_businesses;
    CompanyFields m_companyFields;
    Location m_location;
    Calendars m_calendars;
    Appointments m_appointments;
    CalendarAdministration m_calendarAdministration;
    CalendarGroups m_calendarGroups;
    CalendarResources m_calendarResources;
    CalendarNotifications m_calendarNotifications;
    Schedules m_schedules;
    RecurringTasks m_recurringTasks;
    MessageTemplates m_messageTemplates;
    Router m_router;
    TokenStore m_tokens;
    TokenEndpoint m_tokenEndpoint;
    ConsentPage m_consentPage;
    Allowance m_allowance;
    Allowance m_writeAllowance;
};

} // namespace twinbook::sandbox::highlevel
