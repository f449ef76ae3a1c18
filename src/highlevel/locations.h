// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace twinbook::highlevel {

//! A sub-account.
struct Location
{
    LocationId id;
    std::optional<CompanyId> company; //!< its agency
    Text name;
    Text email;
    Text country; //!< ISO 3166 alpha-2
    Text timezone; //!< IANA name
    Flag allowsDuplicateContacts; //!< whether a second person may have the same e-mail or phone
    QJsonObject whole; //!< as it was told
};

//! An agency.
struct Company
{
    CompanyId id;
    Text name;
    Text email;
    Text timezone;
    QJsonObject whole; //!< as it was told
};

struct LocationSearch
{
    std::optional<CompanyId> company {};
    QString email {};
    int skip = 0;
    int limit = 10;
};

class Locations final : public Resource
{
public:
    using Resource::Resource;

    //! The account this client is connected to.
    [[nodiscard]] Pending<Location> get() const;
    [[nodiscard]] Pending<QList<Location>> search(const LocationSearch &search) const;
    //! The time zones the account may use. The form of this answer is not documented.
    [[nodiscard]] Pending<QStringList> timezones() const;
    //! Needs the sign-in of an agency.
    [[nodiscard]] Pending<Company> company(const CompanyId &company) const;
};

} // namespace twinbook::highlevel
