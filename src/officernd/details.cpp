// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/details.h"

using namespace Qt::StringLiterals;

namespace twinbook::officernd {

namespace {

// The one table of names for reading, writing and telling whether there is anything to write.

template<template<class> class Slot, class Visit>
void visitMembers(AddressOf<Slot> &address, Visit visit)
{
    visit("country"_L1, address.country);
    visit("state"_L1, address.state);
    visit("city"_L1, address.city);
    visit("street"_L1, address.street);
    visit("zip"_L1, address.zip);
}

template<template<class> class Slot, class Visit>
void visitMembers(BillingDetailsOf<Slot> &details, Visit visit)
{
    visit("billingName"_L1, details.billingName);
    visit("vatNumber"_L1, details.vatNumber);
    visit("registrationNumber"_L1, details.registrationNumber);
    visit("paymentMethod"_L1, details.paymentMethod);
    visit("billingAddress"_L1, details.billingAddress);
}

template<template<class> class Slot, class Visit>
void visitMembers(PortalPrivacyOf<Slot> &privacy, Visit visit)
{
    visit("isVisible"_L1, privacy.isVisible);
    visit("showContactDetails"_L1, privacy.showContactDetails);
    visit("showSocialProfiles"_L1, privacy.showSocialProfiles);
}

template<template<class> class Slot, class Visit>
void visitMembers(SocialProfilesOf<Slot> &profiles, Visit visit)
{
    visit("linkedin"_L1, profiles.linkedin);
    visit("twitter"_L1, profiles.twitter);
    visit("instagram"_L1, profiles.instagram);
    visit("facebook"_L1, profiles.facebook);
}

struct Reading
{
    ObjectReader &in;

    template<class T>
    void operator()(QLatin1StringView name, std::optional<T> &member)
    {
        in.read(name, member);
    }
    void operator()(QLatin1StringView name, Address &member)
    {
        std::optional<Address> address;
        in.read(name, address);
        member = address.value_or(Address());
    }
};

struct Presence
{
    bool &given;

    template<class T>
    void operator()(QLatin1StringView, const Change<T> &member)
    {
        given = given || member.isGiven();
    }
    void operator()(QLatin1StringView, const AddressChange &member)
    {
        given = given || isGiven(member);
    }
};

struct Merging
{
    Body &body;
    QJsonObject present;

    template<class T>
    void operator()(QLatin1StringView name, const Change<T> &member)
    {
        if (member.isGiven())
            body.put(name, member);
        else
            keep(name);
    }
    void operator()(QLatin1StringView name, const AddressChange &member)
    {
        Body inner(body.quirks());
        AddressChange address = member;
        visitMembers(address, Merging {inner, present.value(name).toObject()});
        body.putObject(name, inner.object());
    }
    void keep(QLatin1StringView name)
    {
        const QJsonValue value = present.value(name);
        if (!value.isUndefined() && !value.isNull())
            body.keep(name, value);
    }
};

template<class T>
bool anyGiven(T change)
{
    bool given = false;
    visitMembers(change, Presence {given});
    return given;
}

template<class T>
QJsonObject mergedObject(T change, const QJsonObject &present, const QuirkSet &quirks)
{
    if (!anyGiven(change))
        return {};
    Body body(quirks);
    visitMembers(change, Merging {body, present});
    return body.object();
}

} // namespace

void readFrom(ObjectReader &in, Address &address)
{
    visitMembers(address, Reading {in});
}

void readFrom(ObjectReader &in, BillingDetails &details)
{
    visitMembers(details, Reading {in});
}

void readFrom(ObjectReader &in, PortalPrivacy &privacy)
{
    visitMembers(privacy, Reading {in});
}

void readFrom(ObjectReader &in, SocialProfiles &profiles)
{
    visitMembers(profiles, Reading {in});
}

QJsonObject merged(const AddressChange &change, const QJsonObject &present, const QuirkSet &quirks)
{
    return mergedObject(change, present, quirks);
}

QJsonObject merged(const BillingDetailsChange &change, const QJsonObject &present,
                   const QuirkSet &quirks)
{
    return mergedObject(change, present, quirks);
}

QJsonObject merged(const PortalPrivacyChange &change, const QJsonObject &present,
                   const QuirkSet &quirks)
{
    return mergedObject(change, present, quirks);
}

QJsonObject merged(const SocialProfilesChange &change, const QJsonObject &present,
                   const QuirkSet &quirks)
{
    return mergedObject(change, present, quirks);
}

bool isGiven(const AddressChange &change)
{
    return anyGiven(change);
}

bool isGiven(const BillingDetailsChange &change)
{
    return anyGiven(change);
}

bool isGiven(const PortalPrivacyChange &change)
{
    return anyGiven(change);
}

bool isGiven(const SocialProfilesChange &change)
{
    return anyGiven(change);
}

} // namespace twinbook::officernd
