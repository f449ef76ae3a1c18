// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "officernd/details.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! A site (officernd.md 2.8); only read.
struct Location
{
    LocationId id;
    std::optional<QString> name;
    std::optional<Address> address;
    std::optional<QString> timeZone; //!< IANA name
    std::optional<bool> isOpen;
    std::optional<bool> isPublic;
    std::optional<QString> image;
    std::optional<QString> code;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
};
void readFrom(ObjectReader &in, Location &location);

//! Filters; those left empty are not asked for.
struct LocationFilter
{
    QList<LocationId> ids {};
    QString name {}; //!< exactly
    std::optional<bool> isOpen {};
    std::optional<bool> isPublic {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! Jobs have not started; the account must outlive them.
class Locations final
{
public:
    explicit Locations(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Location> list(const LocationFilter &filter = {}) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Location>> get(const LocationId &id) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
