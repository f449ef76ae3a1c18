// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/objectreader.h"
#include "officernd/body.h"

namespace twinbook::officernd {

// Objects inside members, companies and locations. Each exists twice: as it is read, with
// optional members, and as a change to it. Nobody knows whether an update replaces them or merges
// into them, so an update sends them whole (officernd.md 7 item 23).

template<template<class> class Slot>
struct AddressOf
{
    Slot<QString> country, state, city, street, zip;
};

template<template<class> class Slot>
struct BillingDetailsOf
{
    Slot<QString> billingName, vatNumber, registrationNumber, paymentMethod;
    AddressOf<Slot> billingAddress;
};

template<template<class> class Slot>
struct PortalPrivacyOf
{
    Slot<bool> isVisible, showContactDetails, showSocialProfiles;
};

template<template<class> class Slot>
struct SocialProfilesOf
{
    Slot<QString> linkedin, twitter, instagram, facebook;
};

using Address = AddressOf<std::optional>;
using BillingDetails = BillingDetailsOf<std::optional>;
using PortalPrivacy = PortalPrivacyOf<std::optional>;
using SocialProfiles = SocialProfilesOf<std::optional>;
using AddressChange = AddressOf<Change>;
using BillingDetailsChange = BillingDetailsOf<Change>;
using PortalPrivacyChange = PortalPrivacyOf<Change>;
using SocialProfilesChange = SocialProfilesOf<Change>;

void readFrom(ObjectReader &in, Address &address);
void readFrom(ObjectReader &in, BillingDetails &details);
void readFrom(ObjectReader &in, PortalPrivacy &privacy);
void readFrom(ObjectReader &in, SocialProfiles &profiles);

//! The object to be sent: `present`, without members that cannot be written, with the changes made
//! to it. Empty if there are none.
[[nodiscard]] QJsonObject merged(const AddressChange &change, const QJsonObject &present,
                                 const QuirkSet &quirks);
[[nodiscard]] QJsonObject merged(const BillingDetailsChange &change, const QJsonObject &present,
                                 const QuirkSet &quirks);
[[nodiscard]] QJsonObject merged(const PortalPrivacyChange &change, const QJsonObject &present,
                                 const QuirkSet &quirks);
[[nodiscard]] QJsonObject merged(const SocialProfilesChange &change, const QJsonObject &present,
                                 const QuirkSet &quirks);

[[nodiscard]] bool isGiven(const AddressChange &change);
[[nodiscard]] bool isGiven(const BillingDetailsChange &change);
[[nodiscard]] bool isGiven(const PortalPrivacyChange &change);
[[nodiscard]] bool isGiven(const SocialProfilesChange &change);

} // namespace twinbook::officernd
