// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "highlevel/apiversion.h"
#include "highlevel/ids.h"
#include "highlevel/wire.h"

#include <QList>
#include <QMap>

namespace twinbook::highlevel {

//! Consent of one channel; "active" means that not disturbing is on (highlevel.md 2.1).
struct DndSetting
{
    QString status; //!< active, inactive or permanent
    Text message {};
    Text code {};

    friend bool operator==(const DndSetting &, const DndSetting &) = default;
};

//! By channel in lower case ("call", "email", "sms", "whatsapp", "gmb", "fb"), since the two
//! editions of the interface spell the channels differently.
using DndSettings = QMap<QString, DndSetting>;

struct CustomFieldValue
{
    CustomFieldId id;
    QJsonValue value; //!< text, number, list or object, as the field's type wants it
};

//! A person as the service told it (highlevel.md 2.1): read by id, made, or found. What a search
//! finds has names in lower case only.
struct Contact
{
    ContactId id;
    Text name;
    Text firstName;
    Text lastName;
    Text email;
    Text phone;
    Text companyName;
    Text address1;
    Text city;
    Text state;
    Text country;
    Text postalCode;
    Text website;
    Text timezone;
    Text source;
    Text type;
    Day dateOfBirth;
    std::optional<UserId> assignedTo;
    std::optional<BusinessId> business;
    QStringList tags;
    QList<UserId> followers;
    Flag dnd;
    DndSettings dndSettings;
    QList<CustomFieldValue> customFields;
    Moment dateAdded; //!< UTC
    Moment dateUpdated; //!< UTC
    QJsonArray searchAfter; //!< of a search hit: where the next page begins
    QJsonObject whole; //!< as it was told
};

//! A custom field to be set; an absent or null value clears it.
struct CustomFieldWrite
{
    CustomFieldId id;
    QJsonValue value {};
};

//! What a person is to have. Members that are not given are not sent; an empty text or date
//! clears. Consent (`dnd`) is never to be changed by a synchronization.
struct ContactDraft
{
    Text firstName {};
    Text lastName {};
    Text name {};
    Text email {};
    Text phone {}; //!< E.164
    Text companyName {}; //!< not in an update (Quirk::CompanyNameIsNotUpdatable)
    Text gender {}; //!< not in an update
    Text address1 {};
    Text city {};
    Text state {};
    Text country {}; //!< ISO 3166 alpha-2
    Text postalCode {};
    Text website {};
    Text timezone {}; //!< IANA name
    Text source {};
    Day dateOfBirth {};
    std::optional<UserId> assignedTo {};
    std::optional<QStringList> tags {}; //!< replaces all; ContactActions changes single ones
    QList<CustomFieldWrite> customFields {};
    Flag dnd {};
    DndSettings dndSettings {};
    std::optional<DndSetting> inboundDnd {}; //!< active or inactive
};

//! A contact inside a reply, or inside a list of them.
[[nodiscard]] bool fromWire(const QJsonValue &json, Contact &contact, Reading &reading);

//! The members of a body, all but `locationId`. Consent is spelled as `version` wants it.
[[nodiscard]] QJsonObject contactBody(const ContactDraft &draft, ApiVersion version,
                                      const QuirkSet &quirks);

} // namespace twinbook::highlevel
