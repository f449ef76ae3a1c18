// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/officernd/collection.h"
#include "sandbox/officernd/routes.h"

namespace twinbook::sandbox::officernd {

//! Tickets, their comments and the options they are filed under (officernd.md 2.4): a member's
//! requests to the house. No due date while Quirk::TicketsHaveNoDueDate holds, no filters at all
//! while Quirk::TicketsRefuseModifiedFilter does; never deleted, never assigned by a request.
class Tickets : public Collection
{
public:
    //! `state` is not owned and must outlive this.
    explicit Tickets(State &state);

    void addTo(Routes &routes);

    [[nodiscard]] Served<QJsonObject> create(const QJsonObject &body);
    //! Resolving stamps resolvedDate, anything else takes it away.
    [[nodiscard]] Served<QJsonObject> update(const QString &id, const QJsonObject &body);
    //! A member's comment must be public.
    [[nodiscard]] Served<QJsonObject> addComment(const QString &ticketId, const QJsonObject &body);
    //! The comments of one ticket, as a page.
    [[nodiscard]] Served<QJsonObject> comments(const QString &ticketId, const HttpRequest &request);

private:
    //! The fields that can be written, with the due date if there is one.
    [[nodiscard]] FieldRules writable(FieldRules fields) const;
    //! Refused by rule unless type, severity and priority are options of their own kind.
    [[nodiscard]] Served<> checkOptions(const QJsonObject &body) const;
    [[nodiscard]] QString nextNumber() const;

    Listing m_filterable;
    class Comments : public Collection
    {
    public:
        explicit Comments(State &state);
        using Collection::add;
        using Collection::checked;
        using Collection::rules;
    };
    Comments m_comments;
    Collection m_options;
};

} // namespace twinbook::sandbox::officernd
