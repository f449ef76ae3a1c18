// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"

#include "core/job.h"

#include <memory>

namespace twinbook::officernd {

struct Account;

using OrganizationId = TextId<struct OrganizationIdTag>;

//! The organisation itself.
struct Organization
{
    std::optional<OrganizationId> id;
    QString name;
    std::optional<QString> slug;
    std::optional<QString> imageUrl;
    std::optional<QString> description;
    std::optional<QString> regionUrl; //!< where its data live; hostile text
};
void readFrom(ObjectReader &in, Organization &organization);

//! Reads the organisation, and has all later requests of the account go to its region if that is a
//! host of the vendor (officernd.md 1.4). The job has not started; the account must outlive it.
[[nodiscard]] std::unique_ptr<TypedJob<Organization>> organizationJob(Account &account);

} // namespace twinbook::officernd
