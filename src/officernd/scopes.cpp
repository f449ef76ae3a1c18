// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/scopes.h"

namespace twinbook::officernd {

QStringList readingScopes()
{
    return permissionsFor({Operation::ListMembers, Operation::ListCompanies,
                           Operation::ListLocations, Operation::ListCustomProperties,
                           Operation::GetOrganization});
}

QStringList writingScopes()
{
    return permissionsFor({Operation::CreateMember, Operation::UpdateMember});
}

QStringList permissionsFor(std::initializer_list<Operation> operations)
{
    QStringList permissions;
    for (const Operation operation : operations)
        permissions.append(permissionOf(operation));
    permissions.removeDuplicates();
    return permissions;
}

} // namespace twinbook::officernd
