// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quirks/quirktables.h"

namespace twinbook {

void appendOfficeRnDQuirks(std::vector<QuirkFacts> &rows)
{
    rows.insert(
        rows.end(),
        {
            {Quirk::LongPageIsRefused, "officernd.long-page-is-refused", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 2.0",
             "$limit above 50 is refused with 400."},
            {Quirk::BothCursorsTimeOut, "officernd.both-cursors-time-out", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 5",
             "A request with both cursors is answered with 504."},
            {Quirk::LastPageHasNoCursor, "officernd.last-page-has-no-cursor", Side::Left,
             Evidence::VendorPage, "officernd.md 2.0", "The last page has no cursorNext at all."},
            {Quirk::BusinessRuleAnswers500, "officernd.business-rule-answers-500", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 5",
             "A broken business rule is answered with 500."},
            {Quirk::MissingScopeAnswers401, "officernd.missing-scope-answers-401", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 5",
             "A missing permission is answered with 401, like an expired token."},
            {Quirk::StatusIsComputed, "officernd.status-is-computed", Side::Left,
             Evidence::VendorPage, "officernd.md 2.1",
             "A member's status follows memberships and opportunities."},
            {Quirk::TicketsHaveNoDueDate, "officernd.tickets-have-no-due-date", Side::Left,
             Evidence::VendorPage, "officernd.md 2.4", "Tickets have no due date."},
            {Quirk::TicketsRefuseModifiedFilter, "officernd.tickets-refuse-modified-filter",
             Side::Left, Evidence::Unknown, "officernd.md 2.4",
             "The ticket list refuses a filter on modifiedAt."},
            {Quirk::TokenRequestsAreFew, "officernd.token-requests-are-few", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 1.2", "Five tokens a minute, no more."},
            {Quirk::EmptyPropertiesAreAbsent, "officernd.empty-properties-are-absent", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 2.6",
             "A record without custom properties has no properties member."},
            {Quirk::PropertiesAreReplaced, "officernd.properties-are-replaced", Side::Left,
             Evidence::Unknown, "officernd.md 2.6",
             "PUT replaces all custom properties instead of merging them."},
            {Quirk::TagsAreReplaced, "officernd.tags-are-replaced", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 2.7",
             "PUT replaces the whole list of tags."},
            {Quirk::CompanyTagsAreReadOnly, "officernd.company-tags-are-read-only", Side::Left,
             Evidence::VendorPage, "officernd.md 2.2", "A company's tags cannot be written."},
            {Quirk::UnknownFieldIsRefused, "officernd.unknown-field-is-refused", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 5",
             "An unknown field is refused with 400 and its name."},
            {Quirk::SameValueKeepsModifiedAt, "officernd.same-value-keeps-modified-at", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 7 (33)",
             "A PUT that changes nothing leaves modifiedAt as it was."},
            {Quirk::UnknownOrganizationAnswers500, "officernd.unknown-organization-answers-500",
             Side::Left, Evidence::MeasuredByOthers, "officernd.md 5",
             "An unknown organisation is answered with 500."},
            {Quirk::MemberEmailIsNotUnique, "officernd.member-email-is-not-unique", Side::Left,
             Evidence::VendorPage, "officernd.md 7 (11)",
             "Two members may have the same e-mail address."},
            {Quirk::MergedMemberVanishes, "officernd.merged-member-vanishes", Side::Left,
             Evidence::VendorPage, "officernd.md 7 (13)",
             "Of two merged members one id vanishes, without a trace in any list."},
            {Quirk::ReadsAndWritesAreCountedApart, "officernd.reads-and-writes-are-counted-apart",
             Side::Left, Evidence::VendorPage, "officernd.md 3",
             "Reading and writing have allowances of their own, by minute and by day."},
            {Quirk::AccountLivesOnRegionHost, "officernd.account-lives-on-region-host", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 1.4",
             "The organisation names another host for its requests."},
            {Quirk::OfficeRnDNullClears, "officernd.null-clears", Side::Left, Evidence::Unknown,
             "officernd.md 9 (4)", "null empties a field."},
            {Quirk::OfficeRnDWebhooksAreSigned, "officernd.webhooks-are-signed", Side::Left,
             Evidence::MeasuredByOthers, "officernd.md 4",
             "Events carry an HMAC of their body and a time stamp."},
        });
}

} // namespace twinbook
