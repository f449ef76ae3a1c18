// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/change.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

enum class TicketStatus : quint8 {
    Open,
    New,
    Pending,
    Resolved,
    Other, //!< one that this program does not know; it cannot be written
};
[[nodiscard]] QList<std::pair<QLatin1StringView, TicketStatus>> wireNames(TicketStatus);

//! A support request of a member, who sees it in the portal (officernd.md 2.4). It has no due
//! date, and whom it is assigned to can only be read.
struct Ticket
{
    TicketId id;
    std::optional<QString> number; //!< as people call it; seen in exports only
    std::optional<QString> subject;
    std::optional<QString> message;
    std::optional<TicketOptionId> type;
    std::optional<TicketOptionId> severity;
    std::optional<TicketOptionId> priority;
    std::optional<MemberId> member;
    std::optional<CompanyId> company;
    std::optional<LocationId> location;
    std::optional<TicketStatus> status;
    std::optional<AdminId> assignedTo;
    std::optional<QDateTime> resolvedAt;
    std::optional<QStringList> attachments; //!< addresses of pictures
    std::optional<QDateTime> createdAt; //!< seen in exports only
    std::optional<QDateTime> modifiedAt; //!< seen in exports only
};
void readFrom(ObjectReader &in, Ticket &ticket);

struct TicketFilter
{
    //! Only asked for where Quirk::TicketsRefuseModifiedFilter does not hold; else, and wherever it
    //! is refused, all tickets are read.
    QDateTime changedSince {};
    QStringList select {}; //!< members of the rows to be told; all if empty
};

//! The member is told of it by the service.
struct NewTicket
{
    QString subject {}; //!< must not be blank
    std::optional<QString> message {};
    TicketOptionId type {};
    TicketOptionId severity {};
    TicketOptionId priority {};
    MemberId member {};
    CompanyId company {};
    LocationId location {};
};

//! All that can be changed of a ticket.
struct TicketChange
{
    Change<QString> subject {}; //!< cannot be emptied
    Change<QString> message {};
    Change<TicketOptionId> severity {};
    Change<TicketOptionId> priority {};
    std::optional<TicketStatus> status {};
};

struct TicketComment
{
    TicketCommentId id;
    std::optional<QString> text;
    std::optional<TicketId> ticket;
    std::optional<QString> targetType; //!< "issue" for a comment of a ticket
    std::optional<MemberId> member;
    std::optional<bool> isPublic;
};
void readFrom(ObjectReader &in, TicketComment &comment);

//! A comment by a member, which everybody who sees the ticket sees: the service takes no other
//! (officernd.md 2.4).
struct NewTicketComment
{
    QString text {}; //!< must not be blank
    MemberId author {};
};

//! A value that type, severity or priority may have.
struct TicketOption
{
    TicketOptionId id;
    enum class Category : quint8 { Priority, Severity, Type, Other };
    std::optional<Category> category;
    std::optional<QString> label;
};
[[nodiscard]] QList<std::pair<QLatin1StringView, TicketOption::Category>> wireNames(
    TicketOption::Category);
void readFrom(ObjectReader &in, TicketOption &option);

//! Tickets with their comments and options. Jobs have not started; the account must outlive them.
class Tickets final
{
public:
    explicit Tickets(Account &account)
        : m_account(account)
    { }

    [[nodiscard]] ListJob<Ticket> list(const TicketFilter &filter = {}) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Ticket>> get(const TicketId &id) const;
    //! Never repeated blindly: see leavesWriteUnknown(). What else than a subject the service
    //! wants of a ticket is not known; it will say so.
    [[nodiscard]] std::unique_ptr<TypedJob<Ticket>> create(const NewTicket &ticket) const;
    [[nodiscard]] std::unique_ptr<TypedJob<Ticket>> update(const TicketId &id,
                                                           const TicketChange &change) const;
    [[nodiscard]] ListJob<TicketComment> comments(const TicketId &ticket) const;
    //! Never repeated blindly: see leavesWriteUnknown().
    [[nodiscard]] std::unique_ptr<TypedJob<TicketComment>> addComment(
        const TicketId &ticket, const NewTicketComment &comment) const;
    [[nodiscard]] ListJob<TicketOption> options() const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
