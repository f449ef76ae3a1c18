// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/users.h"

#include "highlevel/operation.h"
#include "highlevel/rules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

struct UserRoles
{
    Text type;
    Text role;
    QList<LocationId> locations;
};

struct PlainUser : User
{
    UserRoles roles;
};

} // namespace

template<>
struct Shape<UserRoles>
{
    static constexpr std::tuple members {member("type"_L1, &UserRoles::type),
                                         member("role"_L1, &UserRoles::role),
                                         member("locationIds"_L1, &UserRoles::locations)};
};

template<>
struct Shape<PlainUser>
{
    static constexpr std::tuple members {required("id"_L1, &User::id),
                                         member("name"_L1, &User::name),
                                         member("firstName"_L1, &User::firstName),
                                         member("lastName"_L1, &User::lastName),
                                         member("email"_L1, &User::email),
                                         member("phone"_L1, &User::phone),
                                         member("deleted"_L1, &User::deleted),
                                         member("roles"_L1, &PlainUser::roles)};
};

static bool fromWire(const QJsonValue &json, User &user, Reading &reading)
{
    PlainUser plain;
    if (!fromWire(json, plain, reading))
        return false;
    user = plain;
    user.roleType = plain.roles.type;
    user.role = plain.roles.role;
    user.locations = plain.roles.locations;
    return true;
}

template<>
struct Shape<UserPage>
{
    static constexpr std::tuple members {required("users"_L1, &UserPage::users, "items"_L1),
                                         member("count"_L1, &UserPage::count)};
};

namespace {

using enum HttpMethod;

constexpr Endpoint searchUsers {Get, "users/search"_L1, scopes::usersRead, Subject::User};
constexpr Endpoint filterByEmail {Post, "users/search/filter-by-email"_L1, scopes::usersRead,
                                  Subject::User};
constexpr Endpoint getUser {Get, "users/{userId}"_L1, scopes::usersRead, Subject::User};
constexpr Endpoint listUsers {Get, "users/"_L1, scopes::usersRead, Subject::User};

} // namespace

Pending<UserPage> Users::search(const UserSearch &search) const
{
    Operation operation(account(), searchUsers);
    operation.requireId(search.company.text());
    QStringList ids;
    for (const UserId &id : search.ids) {
        operation.requireId(id.text());
        ids.append(id.text());
    }
    return operation
        .require(search.limit > 0 && search.skip >= 0,
                 QCoreApplication::translate("highlevel", "A page needs a size and a start."))
        .where(u"companyId"_s, search.company.text())
        .where(u"locationId"_s, location())
        .where(u"query"_s, search.query)
        .where(u"role"_s, search.role)
        .where(u"type"_s, search.type)
        .where(u"ids"_s, ids.join(u','))
        .where(u"skip"_s, search.skip)
        .where(u"limit"_s, search.limit)
        .whole<UserPage>();
}

Pending<UserPage> Users::findByEmail(const CompanyId &company, const QStringList &emails) const
{
    const bool usable = std::all_of(emails.cbegin(), emails.cend(), [](const QString &email) {
        return isEmailAddress(email) && !email.contains(u',');
    });
    return Operation(account(), filterByEmail)
        .requireId(company.text())
        .require(!emails.isEmpty() && usable,
                 QCoreApplication::translate("highlevel",
                                             "HighLevel finds users only by complete e-mail "
                                             "addresses."))
        .body({{u"companyId"_s, company.text()}, {u"emails"_s, emails.join(u',')}})
        .whole<UserPage>();
}

Pending<User> Users::get(const UserId &user) const
{
    return Operation(account(), getUser, {user.text()}).whole<User>();
}

Pending<UserPage> Users::ofLocation() const
{
    return Operation(account(), listUsers)
        .require(!isV3(),
                 QCoreApplication::translate("highlevel",
                                             "HighLevel no longer has this list. Search instead."))
        .where(u"locationId"_s, location())
        .whole<UserPage>();
}

} // namespace twinbook::highlevel
