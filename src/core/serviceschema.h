// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace twinbook {

//! Name of a field as the service's client spells it: "name", "address.city",
//! "properties.Access Card Nr", "customFields.<id>". Unique within one service.
using FieldKey = QString;

//! What may be done with a field of an existing record.
enum class FieldAccess : quint8 {
    ReadWrite,
    ReadOnly,
    CreateOnly, //!< can be given when a person is created and not changed later
                //!< (HighLevel `companyName`, highlevel.md 2.1)
};

enum class FieldNeed : quint8 { Optional, RequiredToCreate };
enum class FieldOrigin : quint8 { Standard, Custom };

//! One field that a service offers for people.
struct FieldSpec
{
    FieldKey key;
    QString title; //!< as people know it from the service's own pages
    FieldValue::Type type = FieldValue::Type::Text;
    FieldAccess access = FieldAccess::ReadWrite;
    FieldNeed need = FieldNeed::Optional;
    FieldOrigin origin = FieldOrigin::Standard;
    QStringList options; //!< allowed values of a select field; empty means any

    friend bool operator==(const FieldSpec &, const FieldSpec &) = default;
};

//! What one account of one service offers: read once at connecting and before each run.
struct ServiceSchema
{
    QString accountName; //!< organisation or sub-account name: "Is this the right account?"
    QString accountId; //!< slug or location id
    QString country; //!< ISO 3166 alpha-2 of the account, for phone numbers; may be empty
    QString timeZone; //!< IANA name; may be empty
    QList<FieldSpec> fields;

    //! The field with that key, or nullptr. The pointer lives as long as the schema.
    [[nodiscard]] const FieldSpec *field(const FieldKey &key) const;

    friend bool operator==(const ServiceSchema &, const ServiceSchema &) = default;
};

} // namespace twinbook

Q_DECLARE_METATYPE(twinbook::ServiceSchema)
