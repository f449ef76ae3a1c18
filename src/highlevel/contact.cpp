// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/contact.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace twinbook::highlevel {

template<>
struct Shape<DndSetting>
{
    static constexpr std::tuple members {required("status"_L1, &DndSetting::status),
                                         member("message"_L1, &DndSetting::message),
                                         member("code"_L1, &DndSetting::code)};
};

//! `fieldValue` and `field_value` are spellings for writing, seen in answers too.
template<>
struct Shape<CustomFieldValue>
{
    static constexpr std::tuple members {
        required("id"_L1, &CustomFieldValue::id),
        member("value"_L1, &CustomFieldValue::value, "fieldValue"_L1)};
};

namespace {

//! All but consent.
struct PlainContact : Contact
{ };

constexpr std::array channelSpellings {
    std::pair {"Call"_L1, "call"_L1}, std::pair {"Email"_L1, "email"_L1},
    std::pair {"SMS"_L1, "sms"_L1},   std::pair {"WhatsApp"_L1, "whatsApp"_L1},
    std::pair {"GMB"_L1, "gmb"_L1},   std::pair {"FB"_L1, "fb"_L1}};

QString channelName(const QString &channel, ApiVersion version)
{
    const auto known
        = std::find_if(channelSpellings.begin(), channelSpellings.end(), [&](const auto &row) {
              return row.first.compare(channel, Qt::CaseInsensitive) == 0;
          });
    if (known == channelSpellings.end())
        return channel;
    return version == ApiVersion::V3 ? known->second : known->first;
}

void readConsent(const QJsonObject &contact, DndSettings &settings, Reading &reading)
{
    const QJsonValue told = contact.value("dndSettings"_L1);
    if (!isTold(told))
        return;
    const QJsonObject channels = told.toObject();
    bool usable = told.isObject();
    for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
        DndSetting setting;
        if (isTold(channel.value()) && fromWire(channel.value(), setting, reading))
            settings.insert(channel.key().toLower(), setting);
        else if (isTold(channel.value()))
            usable = false;
    }
    if (!usable)
        reading.problems.append(u"dndSettings"_s);
}

//! A date that cannot be read is left out: its format in answers is not documented.
void readBirth(const QJsonObject &contact, Day &day, Reading &reading)
{
    const QJsonValue told = contact.value("dateOfBirth"_L1);
    QDate date;
    if (isTold(told) && fromWire(told, date, reading))
        day = date;
    else if (told.isObject() || told.isArray() || told.isBool())
        reading.problems.append(u"dateOfBirth"_s);
}

} // namespace

template<>
struct Shape<PlainContact>
{
    using C = Contact;
    // Search hits have names in lower case only and `address` (highlevel.md 2.3).
    static constexpr std::tuple members {
        required("id"_L1, &C::id),
        member("name"_L1, &C::name, "contactName"_L1),
        member("firstName"_L1, &C::firstName, "firstNameLowerCase"_L1),
        member("lastName"_L1, &C::lastName, "lastNameLowerCase"_L1),
        member("email"_L1, &C::email),
        member("phone"_L1, &C::phone),
        member("companyName"_L1, &C::companyName),
        member("address1"_L1, &C::address1, "address"_L1),
        member("city"_L1, &C::city),
        member("state"_L1, &C::state),
        member("country"_L1, &C::country),
        member("postalCode"_L1, &C::postalCode),
        member("website"_L1, &C::website),
        member("timezone"_L1, &C::timezone),
        member("source"_L1, &C::source),
        member("type"_L1, &C::type),
        member("assignedTo"_L1, &C::assignedTo),
        member("businessId"_L1, &C::business),
        member("tags"_L1, &C::tags),
        member("followers"_L1, &C::followers),
        member("dnd"_L1, &C::dnd),
        member("customFields"_L1, &C::customFields),
        member("dateAdded"_L1, &C::dateAdded),
        member("dateUpdated"_L1, &C::dateUpdated),
        member("searchAfter"_L1, &C::searchAfter),
    };
};

template<>
struct Shape<ContactDraft>
{
    using D = ContactDraft;
    // `gender`, `country` and `postalCode` may not be null (highlevel.md 2.1).
    static constexpr std::tuple members {
        nullable("firstName"_L1, &D::firstName),
        nullable("lastName"_L1, &D::lastName),
        nullable("name"_L1, &D::name),
        nullable("email"_L1, &D::email),
        nullable("phone"_L1, &D::phone),
        nullable("companyName"_L1, &D::companyName),
        member("gender"_L1, &D::gender),
        nullable("address1"_L1, &D::address1),
        nullable("city"_L1, &D::city),
        nullable("state"_L1, &D::state),
        member("country"_L1, &D::country),
        member("postalCode"_L1, &D::postalCode),
        nullable("website"_L1, &D::website),
        nullable("timezone"_L1, &D::timezone),
        nullable("source"_L1, &D::source),
        nullable("dateOfBirth"_L1, &D::dateOfBirth),
        nullable("assignedTo"_L1, &D::assignedTo),
        member("tags"_L1, &D::tags),
        member("dnd"_L1, &D::dnd),
    };
};

bool fromWire(const QJsonValue &json, Contact &contact, Reading &reading)
{
    PlainContact plain;
    if (!fromWire(json, plain, reading))
        return false;
    contact = std::move(plain);
    readConsent(contact.whole, contact.dndSettings, reading);
    readBirth(contact.whole, contact.dateOfBirth, reading);
    return true;
}

QJsonObject contactBody(const ContactDraft &draft, ApiVersion version, const QuirkSet &quirks)
{
    QJsonObject body = toWire(draft, quirks);
    const QString valueMember = version == ApiVersion::V3 ? u"fieldValue"_s : u"field_value"_s;
    QJsonArray fields;
    for (const CustomFieldWrite &field : draft.customFields) {
        const bool clears = field.value.isNull() || field.value.isUndefined();
        fields.append(QJsonObject {
            {u"id"_s, field.id.text()},
            {valueMember, clears ? clearedValue(Clearing::ByEmptyText, quirks) : field.value}});
    }
    if (!fields.isEmpty())
        body.insert("customFields"_L1, fields);

    QJsonObject channels;
    for (auto channel = draft.dndSettings.begin(); channel != draft.dndSettings.end(); ++channel)
        channels.insert(channelName(channel.key(), version), toWire(channel.value(), quirks));
    if (!channels.isEmpty())
        body.insert("dndSettings"_L1, channels);
    if (draft.inboundDnd)
        body.insert("inboundDndSettings"_L1,
                    QJsonObject {{u"all"_s, toWire(*draft.inboundDnd, quirks)}});
    return body;
}

} // namespace twinbook::highlevel
