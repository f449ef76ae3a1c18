// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "facadejourney.h"
#include "highlevel/service.h"

namespace twinbook::test {

//! Everything that our client can ask of HighLevel, asked once at least, of a sub-account that is
//! played: it makes what it needs and takes away what it can.
class HighLevelJourney final : public FacadeJourney
{
public:
    //! `service` must outlive the journey.
    explicit HighLevelJourney(HighLevelService &service)
        : m_service(service)
        , m_client(service.client())
    { }

    //! Contacts with their tasks, notes, tags, followers, automations and appointments.
    void amongContacts(highlevel::ApiVersion version);
    //! Tags, custom fields, users, companies, calendars and the account itself.
    void aroundTheAccount(highlevel::ApiVersion version);
    //! The people's flows that a synchronization is made of.
    void throughThePort();

private:
    void withContact(highlevel::ApiVersion version);
    void withTasks();
    void withNotes();
    void withTags();
    void withCompany();
    void withAutomations();
    void withUsers(highlevel::ApiVersion version);
    void withFields();
    void withObjectFields();
    void withCalendar();

    HighLevelService &m_service;
    HighLevelClient &m_client;
    highlevel::ContactId m_contact;
    highlevel::UserId m_user;
    highlevel::CompanyId m_agency;
};

} // namespace twinbook::test
