// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/faults.h"

#include "core/side.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

struct OfficeRnDText
{
    Q_DECLARE_TR_FUNCTIONS(OfficeRnDText)
};

QString actionOf(const QString &permission)
{
    static constexpr std::array actions {
        std::pair {"members.read"_L1, QT_TR_NOOP("read people")},
        std::pair {"members.create"_L1, QT_TR_NOOP("add people")},
        std::pair {"members.update"_L1, QT_TR_NOOP("change people")},
        std::pair {"companies.read"_L1, QT_TR_NOOP("read companies")},
        std::pair {"companies.create"_L1, QT_TR_NOOP("add companies")},
        std::pair {"companies.update"_L1, QT_TR_NOOP("change companies")},
        std::pair {"opportunities.read"_L1, QT_TR_NOOP("read opportunities")},
        std::pair {"opportunities.create"_L1, QT_TR_NOOP("add opportunities")},
        std::pair {"opportunities.update"_L1, QT_TR_NOOP("change opportunities")},
        std::pair {"opportunityStatuses.read"_L1, QT_TR_NOOP("read the stages of opportunities")},
        std::pair {"tickets.read"_L1, QT_TR_NOOP("read tickets")},
        std::pair {"tickets.create"_L1, QT_TR_NOOP("add tickets")},
        std::pair {"tickets.update"_L1, QT_TR_NOOP("change tickets")},
        std::pair {"ticketComments.read"_L1, QT_TR_NOOP("read comments of tickets")},
        std::pair {"ticketComments.create"_L1, QT_TR_NOOP("comment on tickets")},
        std::pair {"ticketOptions.read"_L1, QT_TR_NOOP("read the options of tickets")},
        std::pair {"memberships.read"_L1, QT_TR_NOOP("read memberships")},
        std::pair {"plans.read"_L1, QT_TR_NOOP("read plans")},
        std::pair {"bookings.read"_L1, QT_TR_NOOP("read bookings")},
        std::pair {"checkins.read"_L1, QT_TR_NOOP("read check-ins")},
        std::pair {"visitors.read"_L1, QT_TR_NOOP("read visitors")},
        std::pair {"visits.read"_L1, QT_TR_NOOP("read visits")},
        std::pair {"locations.read"_L1, QT_TR_NOOP("read locations")},
        std::pair {"customProperties.read"_L1, QT_TR_NOOP("read custom properties")},
        std::pair {"webhooks.read"_L1, QT_TR_NOOP("read webhooks")},
        std::pair {"webhooks.create"_L1, QT_TR_NOOP("add webhooks")},
        std::pair {"webhooks.delete"_L1, QT_TR_NOOP("remove webhooks")},
    };
    for (const auto &[ending, action] : actions) {
        if (permission.endsWith(QString(u'.' + ending)))
            return OfficeRnDText::tr(action);
    }
    return OfficeRnDText::tr("read the organisation");
}

Error missingPermission(const Fault &fault)
{
    return faultError(
        fault, ErrorKind::Forbidden,
        OfficeRnDText::tr(
            "OfficeRnD does not let Twinbook %1. Ask the owner of your OfficeRnD account to tick "
            "the permission “%2” for the application, then sign in again.")
            .arg(actionOf(fault.permission), fault.permission));
}

// The rows are of officernd.md 5. A 500 with the words of a rule or of the database behind the
// service comes again however often one asks; any other 500, and what a gateway says, may pass.
constexpr std::array refusals {
    RefusalRow {401, ""_L1, Again::WithFreshSignIn}, // one text for expired, bad and no permission
    RefusalRow {403, ""_L1, Again::Never}, // no permission, as one operator saw it
    RefusalRow {404, ""_L1, Again::Never}, // "Item with Id (..)", "Cannot POST ..", second DELETE
    RefusalRow {400, ""_L1, Again::Never}, // "property X should not exist", wrong type
    RefusalRow {500, "Organization not found"_L1, Again::Never}, // unknown or foreign slug
    RefusalRow {500, "is required"_L1, Again::Never}, // "Path 'name' is required."
    RefusalRow {500, "Cast to"_L1, Again::Never}, // malformed reference id
    RefusalRow {500, "BSON"_L1, Again::Never}, // the same, by another layer
    RefusalRow {500, "ObjectId"_L1, Again::Never}, // the same
    RefusalRow {500, "validation failed"_L1, Again::Never}, // the database's own check
    RefusalRow {500, "was not found"_L1, Again::Never}, // "Specified office was not found"
    RefusalRow {500, "Cannot "_L1, Again::Never}, // "Cannot delete invoiced membership"
    RefusalRow {500, "duplicate key"_L1, Again::Never}, // the database's own check
    RefusalRow {500, "JSON"_L1, Again::Never}, // a cursor that was tampered with
    RefusalRow {429, ""_L1, Again::Later}, // officernd.md 3
    RefusalRow {500, ""_L1, Again::Later}, // twice at most: RetryTable::serverFault
    RefusalRow {502, ""_L1, Again::Later}, // a gateway
    RefusalRow {503, ""_L1, Again::Later}, // a gateway
    RefusalRow {504, ""_L1, Again::Later}, // a gateway; also both cursors, which are never sent
};

Error rejected(const Fault &fault)
{
    Fault refusal = fault;
    refusal.status = 400; // for its sentence
    Error error = commonError(refusal, serviceName(Side::Left));
    error.httpStatus = fault.status;
    return error;
}

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

Error ApiFaults::read(const Fault &fault) const
{
    const QString service = serviceName(Side::Left);
    if (fault.stage != FaultStage::Status)
        return commonError(fault, service);

    if (fault.serviceMessage.contains("Organization not found"_L1, Qt::CaseInsensitive)) {
        return faultError(
            fault, ErrorKind::InvalidInput,
            OfficeRnDText::tr("OfficeRnD has no organisation “%1”, or this sign-in does not belong "
                              "to it. Check the organisation in the connection settings.")
                .arg(m_organization));
    }
    if (fault.status == 401 && fault.credential == Fault::Credential::Fresh)
        return missingPermission(fault);
    if (fault.status == 403)
        return missingPermission(fault);
    if (fault.status == 404) {
        // Only the service's own words prove that a record is gone: a proxy has a 404 page too,
        // and "Cannot GET ..." is about the address.
        const bool aboutRecord
            = !fault.serviceMessage.isEmpty() && !fault.serviceMessage.startsWith("Cannot "_L1);
        const bool aboutPerson = fault.permission.contains(".members."_L1);
        if (aboutRecord && aboutPerson) {
            return faultError(fault, ErrorKind::NotFound,
                              OfficeRnDText::tr("This person is no longer in OfficeRnD."));
        }
        if (aboutRecord)
            return commonError(fault, service);
        Fault stranger = fault;
        stranger.stage = FaultStage::ContentType;
        return commonError(stranger, service);
    }
    if (fault.status == 500 && again(fault) == Again::Never)
        return rejected(fault);
    return commonError(fault, service);
}

Error IdentityFaults::read(const Fault &fault) const
{
    const bool refused = fault.stage == FaultStage::Status
        && (fault.status == 400 || fault.status == 401 || fault.status == 403);
    if (!refused)
        return commonError(fault, serviceName(Side::Left));

    const bool aboutScope = fault.body.value("error"_L1).toString() == "invalid_scope"_L1
        || fault.serviceMessage.contains("scope"_L1, Qt::CaseInsensitive);
    if (aboutScope) {
        return faultError(
            fault, ErrorKind::Forbidden,
            OfficeRnDText::tr(
                "OfficeRnD does not grant Twinbook's application the permissions it needs. Ask the "
                "owner of your OfficeRnD account to tick reading for members, companies, "
                "locations, custom properties and the organisation, then sign in again."));
    }
    return faultError(
        fault, ErrorKind::Unauthorized,
        OfficeRnDText::tr(
            "OfficeRnD does not accept the Client ID and client secret. Copy both again from "
            "Settings, Developer Tools, Applications, and sign in again."));
}

} // namespace twinbook::officernd
