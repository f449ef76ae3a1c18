// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/peopleservice.h"

#include "core/normalize.h"
#include "core/phone.h"

namespace twinbook {

namespace {

constexpr qint64 marginSeconds = 120;

bool areSame(const QString &key, const QString &otherKey)
{
    return !key.isEmpty() && key == otherKey;
}

} // namespace

QDateTime TwinQuery::earliest() const
{
    return since.addSecs(-marginSeconds);
}

bool TwinQuery::mayBe(const QString &otherEmail, const QString &otherPhone,
                      const QString &otherName, const QString &country) const
{
    return areSame(emailKey(email), emailKey(otherEmail))
        || areSame(phoneKey(phone, country), phoneKey(otherPhone, country))
        || areSame(foldedText(name), foldedText(otherName));
}

PeopleService::~PeopleService() = default;

Calls PeopleService::callsToCreate(const FieldWrites & /*writes*/) const
{
    return {.reads = 0, .writes = 1};
}

Calls PeopleService::callsToUpdate(const FieldWrites & /*writes*/,
                                   const FieldMap & /*present*/) const
{
    return {.reads = 0, .writes = 1};
}

CallAllowance PeopleService::allowance() const
{
    return {};
}

} // namespace twinbook
