// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

//! A member being there (officernd.md 2.11). It has no time of change: read by `start`.
struct Checkin
{
    CheckinId id;
    std::optional<QDateTime> start;
    std::optional<QDateTime> end; //!< absent while they are there
    std::optional<LocationId> location;
    std::optional<CompanyId> company;
    std::optional<MemberId> member;
    std::optional<BookingId> booking;
    std::optional<QString> pass;
    std::optional<QString> resourceType;
    std::optional<QString> source;
};
void readFrom(ObjectReader &in, Checkin &checkin);

//! Filters; those left empty are not asked for.
struct CheckinFilter
{
    MemberId member {};
    CompanyId company {};
    LocationId location {};
    QDateTime startedSince {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! How a visitor was entered.
enum class VisitorType : quint8 { Preregistration, Reception, Other };
[[nodiscard]] QList<std::pair<QLatin1StringView, VisitorType>> wireNames(VisitorType);

//! A guest of a member. It has no times at all.
struct Visitor
{
    VisitorId id;
    std::optional<QString> name;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> description;
    std::optional<MemberId> member;
    std::optional<CompanyId> company;
    std::optional<VisitorType> type;
};
void readFrom(ObjectReader &in, Visitor &visitor);

//! Filters; those left empty are not asked for.
struct VisitorFilter
{
    QList<VisitorId> ids {};
    QString name {};
    QString email {};
    std::optional<VisitorType> type {};
};

//! One visit of a guest.
struct Visit
{
    VisitId id;
    std::optional<MemberId> member;
    std::optional<VisitorId> visitor;
    std::optional<LocationId> location;
    std::optional<QDateTime> start;
    std::optional<QDateTime> end;
    std::optional<QString> receptionFlow;
    std::optional<QJsonObject> properties; //!< custom values by key; see fieldValue()
};
void readFrom(ObjectReader &in, Visit &visit);

//! Who is or was there; only read. Jobs have not started; the account must outlive them.
class Presence final
{
public:
    explicit Presence(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Checkin> checkins(const CheckinFilter &filter = {}) const;
    [[nodiscard]] ListJob<Visitor> visitors(const VisitorFilter &filter = {}) const;
    //! All of them: no filter is known.
    [[nodiscard]] ListJob<Visit> visits() const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
