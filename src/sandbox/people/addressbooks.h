// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace twinbook::sandbox {

//! One entry of an address book, in terms of neither service.
struct PersonCard
{
    QString truth; //!< the invented person behind the entry; "" if unknown
    QString firstName;
    QString lastName;
    QString email;
    QString phone; //!< any spelling; HighLevel stores what can be read as a number
    QString company;
    QStringList tags;
    QString street;
    QString city;
    QString state;
    QString zip;
    QString country; //!< ISO 3166 alpha-2
    QDate dateOfBirth;
    QString shirtSize;
    QString accessCard;
    QString notes;

    //! "(no name)" where there is none, because OfficeRnD wants one.
    [[nodiscard]] QString fullName() const;
};

//! What both services hold before anybody synchronizes.
struct AddressBooks
{
    QList<PersonCard> officernd;
    QList<PersonCard> highlevel;
    //! Where the organisation is at home: phone numbers without a prefix belong there.
    QString country;
    QString city;
    QString timeZone;
};

} // namespace twinbook::sandbox
