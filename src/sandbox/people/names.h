// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace twinbook::sandbox {

//! Part of a name as people write it and as it stands in their e-mail address.
struct NamePart
{
    QString written;
    QString latin;
};

//! Names that go together.
struct NameGroup
{
    QList<NamePart> first;
    QList<NamePart> last;
};

//! Latin script without and with accents, Cyrillic, Arabic, Hebrew, Chinese, Japanese, Korean.
//! The first group is by far the most common one.
[[nodiscard]] const QList<NameGroup> &nameGroups();

//! Invented companies: a name and the domain of its e-mail addresses (all under .example).
struct InventedCompany
{
    QString name;
    QString domain;
};
[[nodiscard]] const QList<InventedCompany> &inventedCompanies();

struct InventedPlace
{
    QString city;
    QString zip;
};
//! Cities of the United Kingdom; the postcodes do not exist.
[[nodiscard]] const QList<InventedPlace> &inventedPlaces();
[[nodiscard]] const QList<QString> &inventedStreets();

} // namespace twinbook::sandbox
