// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/cases.h"

#include <array>

namespace twinbook::sandbox {

namespace {

using enum Case;
constexpr std::array recipe {
    Same,
    Same,
    OnlyOfficernd,
    OtherCase,
    Same,
    OnlyHighlevel,
    NoEmail,
    EditedAtOfficernd,
    Household,
    PhoneEditedOnBoth,
    Same,
    OtherPhoneFormat,
    OnlyOfficernd,
    TwiceAtOfficernd,
    EditedAtHighlevel,
    NoPhone,
    Desk,
    OnlyHighlevel,
    Same,
    CompanyEditedOnBoth,
    Same,
    OtherCase,
    EditedAtOfficernd,
    OnlyOfficernd,
    TwiceAtHighlevel,
    Same,
    OnlyHighlevel,
    AddressEditedOnBoth,
    NoEmail,
    Same,
    OtherPhoneFormat,
    EditedAtHighlevel,
    OnlyOfficernd,
    NoPhone,
    Same,
    EditedAtOfficernd,
    OnlyHighlevel,
    PhoneEditedOnBoth,
    Same,
    EditedAtHighlevel,
};

} // namespace

Case caseOf(int person)
{
    return recipe[static_cast<size_t>(person) % recipe.size()];
}

} // namespace twinbook::sandbox
