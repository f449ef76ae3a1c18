// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/resource.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace twinbook::highlevel {

//! Somebody who works in HighLevel; tasks, notes and people are assigned to them.
struct User
{
    UserId id;
    Text name;
    Text firstName;
    Text lastName;
    Text email;
    Text phone;
    Flag deleted;
    Text roleType; //!< "account" or "agency"
    Text role; //!< "admin" or "user"
    QList<LocationId> locations;
    QJsonObject whole; //!< as it was told
};

struct UserPage
{
    QList<User> users;
    std::optional<int> count; //!< of all pages, where the service tells
};

//! `company` comes from the sign-in or from Locations::get().
struct UserSearch
{
    CompanyId company;
    QString query {};
    QString role {};
    QString type {};
    QList<UserId> ids {};
    int skip = 0;
    int limit = 25;
};

class Users final : public Resource
{
public:
    using Resource::Resource;

    //! Users of this account.
    [[nodiscard]] Pending<UserPage> search(const UserSearch &search) const;
    //! Needs the sign-in of an agency.
    [[nodiscard]] Pending<UserPage> findByEmail(const CompanyId &company,
                                                const QStringList &emails) const;
    [[nodiscard]] Pending<User> get(const UserId &user) const;
    //! All users of this account, without an agency's id. Deprecated by the service; not in
    //! ApiVersion::V3: InvalidInput.
    [[nodiscard]] Pending<UserPage> ofLocation() const;
};

} // namespace twinbook::highlevel
