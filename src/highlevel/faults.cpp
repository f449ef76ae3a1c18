// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/faults.h"

#include "core/side.h"
#include "highlevel/endpoint.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

namespace {

struct HighLevelText
{
    Q_DECLARE_TR_FUNCTIONS(HighLevelText)
};

struct Action
{
    QLatin1StringView permission;
    const char *words;
};

//! What each permission is for (highlevel.md 1.6), to go on after "does not let Twinbook".
constexpr std::array actions {
    Action {scopes::contactsRead, QT_TRANSLATE_NOOP("HighLevelText", "read people")},
    Action {scopes::contactsWrite, QT_TRANSLATE_NOOP("HighLevelText", "change people")},
    Action {scopes::locationsRead, QT_TRANSLATE_NOOP("HighLevelText", "read the sub-account")},
    Action {scopes::tagsRead, QT_TRANSLATE_NOOP("HighLevelText", "read the list of tags")},
    Action {scopes::tagsWrite, QT_TRANSLATE_NOOP("HighLevelText", "change the list of tags")},
    Action {scopes::tasksRead, QT_TRANSLATE_NOOP("HighLevelText", "read tasks")},
    Action {scopes::customFieldsRead, QT_TRANSLATE_NOOP("HighLevelText", "read custom fields")},
    Action {scopes::customFieldsWrite, QT_TRANSLATE_NOOP("HighLevelText", "change custom fields")},
    Action {scopes::customValuesRead, QT_TRANSLATE_NOOP("HighLevelText", "read custom values")},
    Action {scopes::customValuesWrite, QT_TRANSLATE_NOOP("HighLevelText", "change custom values")},
    Action {scopes::usersRead, QT_TRANSLATE_NOOP("HighLevelText", "read the list of users")},
    Action {scopes::businessesRead, QT_TRANSLATE_NOOP("HighLevelText", "read companies")},
    Action {scopes::businessesWrite, QT_TRANSLATE_NOOP("HighLevelText", "change companies")},
    Action {scopes::schemasRead, QT_TRANSLATE_NOOP("HighLevelText", "read the company fields")},
    Action {scopes::recordsRead, QT_TRANSLATE_NOOP("HighLevelText", "search companies")},
    Action {scopes::calendarsRead, QT_TRANSLATE_NOOP("HighLevelText", "read calendars")},
    Action {scopes::eventsRead, QT_TRANSLATE_NOOP("HighLevelText", "read appointments")},
    Action {scopes::eventsWrite, QT_TRANSLATE_NOOP("HighLevelText", "change appointments")},
    Action {scopes::workflowsRead, QT_TRANSLATE_NOOP("HighLevelText", "read workflows")},
    Action {scopes::campaignsRead, QT_TRANSLATE_NOOP("HighLevelText", "read campaigns")},
    Action {scopes::companiesRead, QT_TRANSLATE_NOOP("HighLevelText", "read the agency")},
};

QString actionOf(const QString &permission)
{
    const auto action = std::find_if(actions.begin(), actions.end(), [&](const Action &row) {
        return row.permission == permission;
    });
    return HighLevelText::tr(action == actions.end() ? "do this" : action->words);
}

bool says(const Fault &fault, QLatin1StringView words)
{
    return fault.serviceMessage.contains(words, Qt::CaseInsensitive);
}

Error missingPermission(const Fault &fault)
{
    return faultError(
        fault, ErrorKind::Forbidden,
        HighLevelText::tr(
            "HighLevel does not let Twinbook %1. In HighLevel open Settings, Private Integrations, "
            "edit the integration and tick “%2”.")
            .arg(actionOf(fault.permission), fault.permission));
}

Error duplicate(const Fault &fault)
{
    const QJsonObject meta = fault.body.value("meta"_L1).toObject();
    const QString field = meta.value("matchingField"_L1).toString();
    QString message
        = HighLevelText::tr("HighLevel already has a person with the same e-mail address or phone "
                            "number and does not allow a second one.");
    if (field == "email"_L1)
        message = HighLevelText::tr(
            "HighLevel already has a person with this e-mail address and does not allow a "
            "second one.");
    else if (field == "phone"_L1)
        message = HighLevelText::tr(
            "HighLevel already has a person with this phone number and does not allow a "
            "second one.");
    Error error = faultError(fault, ErrorKind::Conflict, message);
    error.existing = RemoteId(meta.value("contactId"_L1).toString());
    return error;
}

bool isDuplicate(const Fault &fault)
{
    const bool named
        = !fault.body.value("meta"_L1).toObject().value("contactId"_L1).toString().isEmpty();
    return fault.status == 400 && (named || says(fault, "duplicated contacts"_L1));
}

// The rows are of highlevel.md 5, in its order. Of the five meanings of a 401 a new sign-in helps
// with one only.
constexpr std::array refusals {
    RefusalRow {400, ""_L1, Again::Never}, // wrong value, duplicate, unknown id, wrong version
    RefusalRow {401, "version header"_L1, Again::Never}, // "version header was not found."
    RefusalRow {401, "user type mismatch"_L1, Again::Never}, // an agency's credential
    RefusalRow {401, "authClass"_L1, Again::Never}, // the same, in other words
    RefusalRow {401, "scope"_L1, Again::Never}, // "The token is not authorized for this scope."
    RefusalRow {401, ""_L1, Again::WithFreshSignIn}, // "Invalid token: access token is invalid"
    RefusalRow {403, ""_L1, Again::Never}, // "The token does not have access to this location."
    RefusalRow {404, ""_L1, Again::Never}, // unknown id or path
    RefusalRow {422, ""_L1, Again::Never}, // validation; a creation may have happened (2.2)
    RefusalRow {429, ""_L1, Again::Later}, // undocumented body (3)
    RefusalRow {500, ""_L1, Again::Later}, // a gateway, its body may be a page
    RefusalRow {502, ""_L1, Again::Later}, // the same
    RefusalRow {503, ""_L1, Again::Later}, // the same
    RefusalRow {504, ""_L1, Again::Later}, // the same
};

} // namespace

std::span<const RefusalRow> knownRefusals()
{
    return refusals;
}

Again ApiFaults::again(const Fault &fault) const
{
    const auto known = fault.stage == FaultStage::Status
        ? lookUp(refusals, fault.status, fault.serviceMessage)
        : std::nullopt;
    return known ? *known : againByKind(read(fault).kind);
}

Error ApiFaults::refusedSignIn(const Fault &fault) const
{
    if (says(fault, "version header"_L1)) {
        return faultError(
            fault, ErrorKind::Bug,
            HighLevelText::tr("Twinbook asked HighLevel in a form that it no longer understands. "
                              "Check for a new version of Twinbook."));
    }
    if (says(fault, "scope"_L1) && !says(fault, "authClass"_L1))
        return missingPermission(fault);
    if (says(fault, "user type mismatch"_L1) || says(fault, "authClass"_L1)) {
        return faultError(
            fault, ErrorKind::Forbidden,
            HighLevelText::tr(
                "The private integration belongs to an agency and not to a sub-account. In "
                "HighLevel "
                "switch to the sub-account, create one there under Settings, Private Integrations, "
                "and sign in again."));
    }
    return faultError(
        fault, ErrorKind::Unauthorized,
        HighLevelText::tr(
            "HighLevel no longer accepts the private integration: it was deleted, replaced or has "
            "expired. Create a new one in HighLevel under Settings, Private Integrations, and sign "
            "in again."));
}

//! Only the service's own words prove that a record is gone: a proxy has a 404 page too, and
//! "Cannot GET ..." is about the address.
Error ApiFaults::notFound(const Fault &fault) const
{
    // Below a sub-account the record may be what is missing: a tag, a custom field.
    const bool below = fault.permission.startsWith("locations/"_L1);
    if (fault.permission == scopes::locationsRead || (below && says(fault, "location"_L1))) {
        return faultError(
            fault, ErrorKind::InvalidInput,
            HighLevelText::tr("HighLevel has no sub-account with the Location ID “%1”. Check it in "
                              "the connection settings.")
                .arg(m_locationId));
    }
    if (!fault.serviceMessage.isEmpty() && !fault.serviceMessage.startsWith("Cannot "_L1)) {
        return faultError(fault, ErrorKind::NotFound,
                          HighLevelText::tr("This person is no longer in HighLevel."));
    }
    Fault stranger = fault;
    stranger.stage = FaultStage::ContentType;
    return commonError(stranger, serviceName(Side::Right));
}

Error ApiFaults::read(const Fault &fault) const
{
    if (fault.stage != FaultStage::Status)
        return commonError(fault, serviceName(Side::Right));
    if (fault.status == 401)
        return refusedSignIn(fault);
    if (fault.status == 403 && says(fault, "location"_L1)) {
        return faultError(
            fault, ErrorKind::Forbidden,
            HighLevelText::tr("The private integration does not belong to the sub-account “%1”. "
                              "Check the Location "
                              "ID, or create the integration in that sub-account.")
                .arg(m_locationId));
    }
    if (fault.status == 403)
        return missingPermission(fault);
    if (isDuplicate(fault))
        return duplicate(fault);
    // Some unknown ids come back as 400 (highlevel.md 5). A body may name other records, and then
    // it is those that are missing.
    const bool namesOthers = fault.method == HttpMethod::Post
        || (fault.method == HttpMethod::Put && says(fault, "user"_L1));
    const bool unknownId = fault.status == 400 && says(fault, "not found"_L1)
        && (!namesOthers || says(fault, "contact"_L1)
            || fault.permission.startsWith("locations"_L1));
    if (fault.status == 404 || unknownId)
        return notFound(fault);
    return commonError(fault, serviceName(Side::Right));
}

} // namespace twinbook::highlevel
