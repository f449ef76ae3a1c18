// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "net/httpclient.h"
#include "net/pagesize.h"
#include "officernd/accounttokens.h"
#include "officernd/codec.h"
#include "officernd/operations.h"
#include "officernd/settings.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>

namespace twinbook::officernd {

//! What was learned about an organisation so far.
struct Learned
{
    std::optional<QList<FieldSpec>> propertyFields {}; //!< custom properties of members, once read
    PropertyTypes propertyTypes {};
    CompanyNames companies {};
    //! The location for new people as the account told it when it was last read; empty before.
    QJsonObject placeForNewPeople {};
    //! Rows asked for in each page: 50 is the most that is taken (officernd.md 2.0), less if the
    //! service has said so or pages do not arrive.
    PageSize pages {50, 10};
    //! Filters that a list has refused, such as `modifiedAt` of memberships (officernd.md 7 item
    //! 5).
    QMap<Operation, QSet<QString>> refusedFilters {};
};

//! What the jobs of one connected organisation share: the way to it and what is known of it. One
//! for each lane, both with the same knowledge.
struct Account
{
    HttpClient &client;
    const Clock &clock;
    const AccountTokens &tokens;
    const OfficeRnDSettings &settings;
    Learned &learned;
    Lane lane;
};

} // namespace twinbook::officernd
