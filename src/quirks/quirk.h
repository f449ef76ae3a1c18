// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

#include <QString>

#include <optional>
#include <span>

namespace twinbook {

//! How we know of a behaviour, best evidence first.
enum class Evidence : quint8 {
    VendorSpecification,
    VendorPage,
    MeasuredByOthers,
    Inferred,
    Unknown, //!< nobody knows; the program works either way
};

//! The behaviours of the two services that a client trips over. Each is a statement that can be
//! true or false of an account; the sandbox plays it while it is true, and a probe of a real
//! account can prove it wrong. In the order of quirks().
enum class Quirk : quint8 {
    // HighLevel
    SearchIndexLags,
    SearchHitsAreLowerCase,
    SearchWindowEnds,
    DuplicateIsRefused,
    CreateMayAnswer422,
    UpsertDropsIdentifier,
    TagsBecomeLowerCase,
    CustomFieldShapesDiffer,
    UnknownCustomFieldIsDropped,
    UnknownPropertyIsRefused,
    VersionIsRequired,
    RefreshTokenRotates,
    TaskUpdateNeedsTitleAndDue,
    TaskDueRefusesMilliseconds,
    SuccessFlagIsMisspelt,
    BusinessReplyIsMisspelt,
    WorkflowAnswers201,
    CompanyNameIsNotUpdatable,
    CustomFieldsMerge,
    AppointmentsHaveNoZone,
    PhoneBecomesE164,
    HighLevelNullClears,
    MergedContactVanishes,
    BurstAllowanceIsShared,
    WebhooksAreSigned,
    UnknownIdAnswers400,
    DropDownOptionsAreDropped,
    TaskEventsAreThin,
    SignInHandsBackState,
    // OfficeRnD
    LongPageIsRefused,
    BothCursorsTimeOut,
    LastPageHasNoCursor,
    BusinessRuleAnswers500,
    MissingScopeAnswers401,
    StatusIsComputed,
    TicketsHaveNoDueDate,
    TicketsRefuseModifiedFilter,
    TokenRequestsAreFew,
    EmptyPropertiesAreAbsent,
    PropertiesAreReplaced,
    TagsAreReplaced,
    CompanyTagsAreReadOnly,
    UnknownFieldIsRefused,
    SameValueKeepsModifiedAt,
    UnknownOrganizationAnswers500,
    MemberEmailIsNotUnique,
    MergedMemberVanishes,
    ReadsAndWritesAreCountedApart,
    AccountLivesOnRegionHost,
    OfficeRnDNullClears,
    OfficeRnDWebhooksAreSigned,
};

//! What is known of one behaviour.
struct QuirkFacts
{
    Quirk quirk;
    //! Stable, for files and command lines, such as "highlevel.search-index-lags".
    const char *name;
    Side side;
    Evidence evidence;
    const char *source; //!< section of a fact sheet, such as "highlevel.md 2.3"
    const char *statement; //!< one English sentence, for people who write programs
};

//! All of them, HighLevel's first.
[[nodiscard]] std::span<const QuirkFacts> quirks();
[[nodiscard]] const QuirkFacts &factsOf(Quirk quirk);
[[nodiscard]] std::optional<Quirk> quirkNamed(const QString &name);

//! "vendor specification", "vendor page", "measured by others", "inferred" or "unknown".
[[nodiscard]] QString evidenceName(Evidence evidence);

} // namespace twinbook
