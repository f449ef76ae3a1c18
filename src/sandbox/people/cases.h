// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <qglobal.h>

namespace twinbook::sandbox {

//! How the two address books tell of one invented person.
enum class Case : quint8 {
    Same,
    OnlyOfficernd,
    OnlyHighlevel,
    OtherCase, //!< "AMELIA  ashdown"
    OtherPhoneFormat,
    NoEmail,
    NoPhone,
    EditedAtOfficernd,
    EditedAtHighlevel,
    PhoneEditedOnBoth,
    CompanyEditedOnBoth,
    AddressEditedOnBoth,
    Household, //!< shares the phone of the person before
    Desk, //!< shares the mailbox of the person before
    TwiceAtOfficernd,
    TwiceAtHighlevel,
};

//! The case of the n-th person, counted from 0: all of them within 40 people, mixed.
[[nodiscard]] Case caseOf(int person);

} // namespace twinbook::sandbox
