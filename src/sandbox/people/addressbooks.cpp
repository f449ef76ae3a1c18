// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/people/addressbooks.h"

using namespace Qt::StringLiterals;

namespace twinbook::sandbox {

QString PersonCard::fullName() const
{
    const QString name = QString(firstName + u' ' + lastName).trimmed();
    return name.isEmpty() ? u"(no name)"_s : name;
}

} // namespace twinbook::sandbox
