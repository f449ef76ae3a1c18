// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "store/database.h"
#include "sync/changeentry.h"

#include <QList>

#include <optional>

namespace twinbook {

//! Why one side holds the value it holds, as far as Twinbook had a part in it.
struct WhyHere
{
    enum class Origin : quint8 {
        WrittenBySync, //!< `last` wrote it
        ChangedThere, //!< it is not what `last` wrote: somebody or something changed it there
        NeverWritten, //!< no change of it is remembered; it came from that side itself
    };
    Side side = Side::Left;
    RemoteId record;
    QString title; //!< of the field
    FieldValue value; //!< as last seen
    Origin origin = Origin::NeverWritten;
    std::optional<ChangeEntry> last; //!< newest change by Twinbook that is remembered
};

//! The answer for each side the person is on. `person` is the id of either record or an e-mail
//! address, `field` the id or title of a mapping row. From what was last seen; asks no service.
//! InvalidInput with a sentence if there is no such person or field.
[[nodiscard]] Result<QList<WhyHere>> whyHere(const QString &person, const QString &field,
                                             const Database &database, const Clock &clock);

//! The id of a record of that person: the id itself, or found by the e-mail address. InvalidInput
//! if nobody or more than one person of a side has it.
[[nodiscard]] Result<RemoteId> recordOf(const QString &person, const Database &database,
                                        const Clock &clock);

//! The id of the mapping row with that id or title. InvalidInput if there is none.
[[nodiscard]] Result<FieldId> fieldOf(const QString &field, const Database &database,
                                      const Clock &clock);

} // namespace twinbook
