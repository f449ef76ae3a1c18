// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/whyhere.h"

#include <QString>
#include <QStringList>

namespace twinbook {

//! "Why is this value here?" for one side, as a page shows it.
struct WhyStory
{
    struct Fact
    {
        QString label; //!< "Before"
        QString text; //!< may be hostile
    };
    Side side = Side::Left;
    QString value; //!< as last seen; hostile, never empty
    QString sentence; //!< whether Twinbook wrote it, and if so when
    QList<Fact> facts; //!< of the last write that is remembered; may be empty
};

//! The answer for each side the person is on. `person` is the id of either record. Errors as
//! whyHere().
[[nodiscard]] Result<QList<WhyStory>> whyStories(const RemoteId &person, const FieldId &field,
                                                 const Database &database, const Clock &clock);

} // namespace twinbook
