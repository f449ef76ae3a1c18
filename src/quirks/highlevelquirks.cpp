// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quirks/quirktables.h"

namespace twinbook {

void appendHighLevelQuirks(std::vector<QuirkFacts> &rows)
{
    rows.insert(
        rows.end(),
        {
            {Quirk::SearchIndexLags, "highlevel.search-index-lags", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.3",
             "A write shows in the search only after seconds, at most about a minute."},
            {Quirk::SearchHitsAreLowerCase, "highlevel.search-hits-are-lower-case", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.3",
             "The search answers names in lower case and address instead of address1."},
            {Quirk::SearchWindowEnds, "highlevel.search-window-ends", Side::Right,
             Evidence::VendorPage, "highlevel.md 2.3",
             "Pages by number end at 10,000 records; only searchAfter goes further."},
            {Quirk::DuplicateIsRefused, "highlevel.duplicate-is-refused", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.2",
             "A second contact with the same e-mail or phone is refused with 400 and the "
             "first one's id in meta."},
            {Quirk::CreateMayAnswer422, "highlevel.create-may-answer-422", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.2",
             "A creation may be answered with 422 although the contact was made."},
            {Quirk::UpsertDropsIdentifier, "highlevel.upsert-drops-identifier", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.2",
             "An upsert whose e-mail and phone belong to two contacts updates one and "
             "drops the other identifier."},
            {Quirk::TagsBecomeLowerCase, "highlevel.tags-become-lower-case", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.9",
             "Tags are stored in lower case without outer blanks."},
            {Quirk::CustomFieldShapesDiffer, "highlevel.custom-field-shapes-differ", Side::Right,
             Evidence::VendorSpecification, "highlevel.md 2.6",
             "Custom fields are read as id and value and written as id and field_value."},
            {Quirk::UnknownCustomFieldIsDropped, "highlevel.unknown-custom-field-is-dropped",
             Side::Right, Evidence::MeasuredByOthers, "highlevel.md 2.6",
             "A custom field nobody knows is dropped without an error."},
            {Quirk::UnknownPropertyIsRefused, "highlevel.unknown-property-is-refused", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2",
             "A property that is not on the list is refused with 422."},
            {Quirk::VersionIsRequired, "highlevel.version-is-required", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 1.7",
             "A request without the Version header is answered with 401."},
            {Quirk::RefreshTokenRotates, "highlevel.refresh-token-rotates", Side::Right,
             Evidence::VendorPage, "highlevel.md 1.4",
             "A refresh token is replaced at each use and lives 30 seconds on."},
            {Quirk::TaskUpdateNeedsTitleAndDue, "highlevel.task-update-needs-title-and-due",
             Side::Right, Evidence::MeasuredByOthers, "highlevel.md 2.5",
             "Changing a task fails unless its title and due date are sent too."},
            {Quirk::TaskDueRefusesMilliseconds, "highlevel.task-due-refuses-milliseconds",
             Side::Right, Evidence::MeasuredByOthers, "highlevel.md 2.5",
             "A due date with milliseconds is refused."},
            {Quirk::SuccessFlagIsMisspelt, "highlevel.success-flag-is-misspelt", Side::Right,
             Evidence::VendorSpecification, "highlevel.md 2.9",
             "The success flag of version 2 is spelt succeded."},
            {Quirk::BusinessReplyIsMisspelt, "highlevel.business-reply-is-misspelt", Side::Right,
             Evidence::VendorSpecification, "highlevel.md 2.7",
             "Creating a business answers with a member called buiseness."},
            {Quirk::WorkflowAnswers201, "highlevel.workflow-answers-201", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.9",
             "Enrolling in a workflow is answered with 201."},
            {Quirk::CompanyNameIsNotUpdatable, "highlevel.company-name-is-not-updatable",
             Side::Right, Evidence::VendorSpecification, "highlevel.md 2.1",
             "PUT of a contact refuses companyName."},
            {Quirk::CustomFieldsMerge, "highlevel.custom-fields-merge", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.6",
             "PUT of custom fields leaves those that are not named as they are."},
            {Quirk::AppointmentsHaveNoZone, "highlevel.appointments-have-no-zone", Side::Right,
             Evidence::VendorSpecification, "highlevel.md 2.5",
             "A contact's appointments are told without a time zone."},
            {Quirk::PhoneBecomesE164, "highlevel.phone-becomes-e164", Side::Right,
             Evidence::MeasuredByOthers, "highlevel.md 2.1",
             "Phone numbers are kept in international form."},
            {Quirk::HighLevelNullClears, "highlevel.null-clears", Side::Right, Evidence::Unknown,
             "highlevel.md 8 (9)", "null empties a field that may be empty."},
            {Quirk::MergedContactVanishes, "highlevel.merged-contact-vanishes", Side::Right,
             Evidence::Unknown, "highlevel.md 7 (20)",
             "Of two merged contacts one id vanishes, without a trace in any list."},
            {Quirk::BurstAllowanceIsShared, "highlevel.burst-allowance-is-shared", Side::Right,
             Evidence::VendorSpecification, "highlevel.md 3",
             "100 requests in 10 seconds and 200,000 a day, told in five headers, for "
             "reading and writing together."},
            {Quirk::WebhooksAreSigned, "highlevel.webhooks-are-signed", Side::Right,
             Evidence::VendorPage, "highlevel.md 4",
             "Events carry an Ed25519 signature of their body."},
        });
}

} // namespace twinbook
