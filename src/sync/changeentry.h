// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ids.h"
#include "core/record.h"
#include "core/side.h"
#include "mapping/fieldmapping.h"

#include <QDateTime>
#include <QString>

namespace twinbook {

//! One value that a run changed: the memory from which an undo is planned and "why is this value
//! here" is answered.
struct ChangeEntry
{
    enum class Write : quint8 { Update, Create };
    //! How the program came to know that it happened.
    enum class KnownBy : quint8 { Answer, Recovery };

    RunId run {};
    QDateTime at {};
    Side side = Side::Left; //!< that was written
    RemoteId record {};
    RemoteId counterpart {}; //!< the person's record on the opposite side; empty if there was none
    QString person {}; //!< name at that time
    FieldId field {};
    FieldValue before {};
    FieldValue after {};
    QString reason {}; //!< stable reason name, see fieldReasonName()
    Write write = Write::Update;
    KnownBy knownBy = KnownBy::Answer;
    //! The service's own fields of this mapping row just before the write; empty for a creation.
    FieldMap beforeFields {};
};

//! A pair of records that a run linked or unlinked.
struct LinkEntry
{
    enum class Act : quint8 { Linked, Unlinked };

    RunId run {};
    QDateTime at {};
    Act act = Act::Linked;
    RemoteId left {};
    RemoteId right {};
    QString person {};
    //! matchBasisName() of how they were recognised, or fieldReasonName() of what made the pair.
    QString reason {};
};

} // namespace twinbook
