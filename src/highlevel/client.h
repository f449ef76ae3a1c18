// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/automations.h"
#include "highlevel/businesses.h"
#include "highlevel/calendars.h"
#include "highlevel/contactactions.h"
#include "highlevel/contacts.h"
#include "highlevel/customfields.h"
#include "highlevel/locations.h"
#include "highlevel/locationtags.h"
#include "highlevel/notes.h"
#include "highlevel/objectfields.h"
#include "highlevel/tasks.h"
#include "highlevel/users.h"

namespace twinbook {

//! Everything that Twinbook can ask one HighLevel sub-account, by kind of record:
//! `client.tasks().create(contact, draft)` makes a job that has not started (highlevel::Pending).
//! One request each, through the same pacing, retries and sign-in as HighLevelService, whose
//! client() this is. The service must outlive it and its jobs. One thread.
//!
//! Ids and the other rules of the service are checked before anything is sent.
class HighLevelClient final
{
    Q_DISABLE_COPY_MOVE(HighLevelClient)

public:
    explicit HighLevelClient(highlevel::Account &account)
        : m_account(account)
    { }

    [[nodiscard]] highlevel::Contacts contacts() { return view<highlevel::Contacts>(); }
    [[nodiscard]] highlevel::ContactActions contactActions()
    {
        return view<highlevel::ContactActions>();
    }
    [[nodiscard]] highlevel::Tasks tasks() { return view<highlevel::Tasks>(); }
    [[nodiscard]] highlevel::Notes notes() { return view<highlevel::Notes>(); }
    [[nodiscard]] highlevel::Businesses businesses() { return view<highlevel::Businesses>(); }
    [[nodiscard]] highlevel::Users users() { return view<highlevel::Users>(); }
    [[nodiscard]] highlevel::Locations locations() { return view<highlevel::Locations>(); }
    [[nodiscard]] highlevel::LocationTags tags() { return view<highlevel::LocationTags>(); }
    [[nodiscard]] highlevel::CustomFields customFields() { return view<highlevel::CustomFields>(); }
    [[nodiscard]] highlevel::ObjectFields objectFields() { return view<highlevel::ObjectFields>(); }
    [[nodiscard]] highlevel::Calendars calendars() { return view<highlevel::Calendars>(); }
    [[nodiscard]] highlevel::Automations automations() { return view<highlevel::Automations>(); }

private:
    template<class View>
    [[nodiscard]] View view()
    {
        return View(m_account);
    }

    highlevel::Account &m_account;
};

} // namespace twinbook
