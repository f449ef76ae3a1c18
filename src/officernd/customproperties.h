// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "net/objectreader.h"
#include "officernd/ids.h"
#include "officernd/listing.h"

namespace twinbook::officernd {

struct Account;

enum class PropertyType : quint8 {
    String,
    Text,
    Number,
    Date,
    Boolean,
    Select,
    MultiSelect,
    File, //!< cannot be synchronized
    Other,
};
[[nodiscard]] QList<std::pair<QLatin1StringView, PropertyType>> wireNames(PropertyType);

//! Who sees and edits the values (officernd.md 2.6).
enum class PropertyPrivacy : quint8 {
    Public, //!< members see and edit them in the portal
    Protected, //!< the member and the staff
    Admin, //!< the staff only: the place for what a CRM knows
    Other,
};
[[nodiscard]] QList<std::pair<QLatin1StringView, PropertyPrivacy>> wireNames(PropertyPrivacy);

//! What kind of record has the property. The wire keeps the older names "team", "office" and
//! "lead" for companies, locations and, probably, opportunities.
enum class PropertyTarget : quint8 {
    Member,
    Company,
    Location,
    Opportunity,
    Booking,
    Invoice,
    Contract,
    PlanMembership,
    PlanFee,
    Other,
};
[[nodiscard]] QList<std::pair<QLatin1StringView, PropertyTarget>> wireNames(PropertyTarget);

//! The definition of a custom property; definitions are made in OfficeRnD's own pages only.
struct CustomProperty
{
    CustomPropertyId id;
    QString key; //!< fixed for ever; may contain blanks
    std::optional<QString> title;
    std::optional<QString> placeholder;
    std::optional<PropertyType> type;
    std::optional<PropertyPrivacy> privacy;
    QList<PropertyTarget> targets;
    std::optional<QStringList> values; //!< options of a selection
    std::optional<QStringList> rates;
};
void readFrom(ObjectReader &in, CustomProperty &property);

//! How values of the type are read; nothing for files and unknown types.
[[nodiscard]] std::optional<FieldValue::Type> valueTypeOf(PropertyType type);

//! Jobs have not started; the account must outlive them.
class CustomProperties final
{
public:
    explicit CustomProperties(Account &account)
        : m_account(account)
    { }

    //! The definitions for a kind of record, or all. The service has no filter for it.
    [[nodiscard]] ListJob<CustomProperty> list(std::optional<PropertyTarget> target
                                               = std::nullopt) const;

private:
    Account &m_account;
};

} // namespace twinbook::officernd
