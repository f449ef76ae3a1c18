// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace twinbook {

//! A name in two parts, as HighLevel keeps it.
struct NameParts
{
    QString first;
    QString last;
    friend bool operator==(const NameParts &, const NameParts &) = default;
};

//! "Jane Doe" from its parts; either may be empty.
[[nodiscard]] QString joinedName(const NameParts &parts);

//! Splits a full name. Where the parts in `present` still begin or end it, or are all of it, their
//! border is kept, because only a person knows that "María del Carmen" is one first name; otherwise
//! the last word is the last name, with the particles before it (van der Berg, de la Cruz). One
//! word is a first name.
[[nodiscard]] NameParts splitName(const QString &fullName, const NameParts &present);

} // namespace twinbook
