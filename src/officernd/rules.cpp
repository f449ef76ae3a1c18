// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "officernd/rules.h"

#include "core/normalize.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace twinbook::officernd {

Error refused(const QString &sentence)
{
    return {.kind = ErrorKind::InvalidInput, .message = sentence, .detail = {}};
}

bool isObjectId(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[0-9a-fA-F]{24}\\z"));
    return form.match(text).hasMatch();
}

Error idUnusable()
{
    return refused(QCoreApplication::translate(
        "officernd",
        "OfficeRnD was not asked, because a record's number does not have the form of OfficeRnD's "
        "numbers. Read the records from OfficeRnD again."));
}

bool isBlank(const QString &text)
{
    return simplifiedText(text).isEmpty();
}

bool blanks(const Change<QString> &change)
{
    return change.empties() || (change.value() && isBlank(*change.value()));
}

Error nameMissing()
{
    return refused(QCoreApplication::translate(
        "officernd", "OfficeRnD needs a name for every record. Enter one and try again."));
}

Error startDateMissing()
{
    return refused(QCoreApplication::translate(
        "officernd", "OfficeRnD needs a start date. Enter one and try again."));
}

} // namespace twinbook::officernd
