// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/faults.h"

#include "core/side.h"

#include <QCoreApplication>

#include <algorithm>
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
    if (permission.endsWith("members.read"_L1))
        return OfficeRnDText::tr("read people");
    if (permission.endsWith("members.create"_L1))
        return OfficeRnDText::tr("add people");
    if (permission.endsWith("members.update"_L1))
        return OfficeRnDText::tr("change people");
    if (permission.endsWith("companies.read"_L1))
        return OfficeRnDText::tr("read companies");
    if (permission.endsWith("locations.read"_L1))
        return OfficeRnDText::tr("read locations");
    if (permission.endsWith("customProperties.read"_L1))
        return OfficeRnDText::tr("read custom properties");
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

//! Texts of the database behind the service that come with a 500 and will come again.
bool isPermanent(const QString &message)
{
    static constexpr std::array signs {"is required"_L1, "Cast to"_L1,           "BSON"_L1,
                                       "ObjectId"_L1,    "validation failed"_L1, "was not found"_L1,
                                       "Cannot "_L1,     "duplicate key"_L1};
    return std::any_of(signs.begin(), signs.end(), [&](QLatin1StringView sign) {
        return message.contains(sign, Qt::CaseInsensitive);
    });
}

Error rejected(const Fault &fault)
{
    Fault refusal = fault;
    refusal.status = 400; // for its sentence
    Error error = commonError(refusal, serviceName(Side::Left));
    error.httpStatus = fault.status;
    return error;
}

} // namespace

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
        if (aboutRecord) {
            return faultError(fault, ErrorKind::NotFound,
                              OfficeRnDText::tr("This person is no longer in OfficeRnD."));
        }
        Fault stranger = fault;
        stranger.stage = FaultStage::ContentType;
        return commonError(stranger, service);
    }
    if (fault.status == 500 && isPermanent(fault.serviceMessage))
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
