// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/organizations.h"

#include "officernd/region.h"
#include "officernd/resourcejobs.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

struct RegionInfo
{
    std::optional<QString> regionUrl;
};

void readFrom(ObjectReader &in, RegionInfo &region)
{
    in.read("regionUrl"_L1, region.regionUrl);
}

} // namespace

void readFrom(ObjectReader &in, Organization &organization)
{
    in.read("_id"_L1, organization.id);
    in.require("name"_L1, organization.name);
    in.read("slug"_L1, organization.slug);
    in.read("imageUrl"_L1, organization.imageUrl);
    in.read("description"_L1, organization.description);
    std::optional<RegionInfo> region;
    in.read("regionInfo"_L1, region);
    if (region)
        organization.regionUrl = region->regionUrl;
}

std::unique_ptr<TypedJob<Organization>> organizationJob(Account &account)
{
    return std::make_unique<RequestJob<Organization>>(
        account.client, account.lane, operationRequest(Operation::GetOrganization),
        [&account](const Result<QJsonObject> &reply) -> Result<Organization> {
            if (!reply)
                return Failure(reply.error());
            followRegion(account, *reply);
            return decoded<Organization>(*reply, serviceName(Side::Left));
        });
}

} // namespace twinbook::officernd
