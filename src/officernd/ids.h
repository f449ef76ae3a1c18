// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"

namespace twinbook::officernd {

//! A person is a member at OfficeRnD.
using MemberId = RemoteId;
using CompanyId = TextId<struct CompanyIdTag>;
using LocationId = TextId<struct LocationIdTag>;
using OpportunityId = TextId<struct OpportunityIdTag>;
//! A stage of opportunities, which the service calls a status.
using StageId = TextId<struct StageIdTag>;
using TicketId = TextId<struct TicketIdTag>;
using TicketOptionId = TextId<struct TicketOptionIdTag>;
using TicketCommentId = TextId<struct TicketCommentIdTag>;
using MembershipId = TextId<struct MembershipIdTag>;
using PlanId = TextId<struct PlanIdTag>;
using BookingId = TextId<struct BookingIdTag>;
using ResourceId = TextId<struct ResourceIdTag>;
using CheckinId = TextId<struct CheckinIdTag>;
using VisitorId = TextId<struct VisitorIdTag>;
using VisitId = TextId<struct VisitIdTag>;
using WebhookId = TextId<struct WebhookIdTag>;
using CustomPropertyId = TextId<struct CustomPropertyIdTag>;
//! A person of the staff. No operation lists them (officernd.md 7 item 16).
using AdminId = TextId<struct AdminIdTag>;

} // namespace twinbook::officernd
