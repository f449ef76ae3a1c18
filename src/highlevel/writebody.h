// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "quirks/quirkset.h"

#include <QJsonObject>
#include <QStringList>

namespace twinbook::highlevel {

//! A body built from an allow-list: the service refuses every unknown member (highlevel.md 2).
struct WriteBody
{
    QJsonObject body;
    //! Phones that cannot be written as E.164. The service would drop them silently, so they are
    //! not sent (highlevel.md 2.1).
    int unsendablePhones = 0;
};

//! The body of a creation, tags included. `country` is the account's, for phone numbers.
[[nodiscard]] WriteBody creationBody(const FieldWrites &writes, const QString &locationId,
                                     const QString &country, const QuirkSet &quirks);

//! The body of a partial update, without tags: they would replace what automations set meanwhile
//! (highlevel.md 7 item 5). Empty values clear.
[[nodiscard]] WriteBody updateBody(const FieldWrites &writes, const QString &country,
                                   const QuirkSet &quirks);

//! What has to be added and removed to make `present` the wanted list. Tags compare without case;
//! a tag is removed in the spelling it is stored in.
struct TagChanges
{
    QStringList add;
    QStringList remove;
};
[[nodiscard]] TagChanges tagChanges(const QStringList &wanted, const QStringList &present);

//! Keys of written custom fields whose value is not in the record that was read back: the service
//! drops what it does not know without a word (highlevel.md 2.6).
[[nodiscard]] QStringList droppedCustomFields(const FieldWrites &writes,
                                              const RemoteRecord &readBack);

[[nodiscard]] bool hasCustomFields(const FieldWrites &writes);

} // namespace twinbook::highlevel
