// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/record.h"
#include "core/side.h"
#include "mapping/fieldmapping.h"
#include "store/database.h"
#include "sync/changeentry.h"
#include "sync/link.h"

#include <QDateTime>
#include <QList>

namespace twinbook {

//! How far one write has come. Written before the request (Intended), after its outcome, and read
//! at the next start: anything still Intended or Unknown may have happened.
enum class IntentState : quint8 {
    Intended,
    Done,
    Failed, //!< certainly did not happen
    Unknown, //!< may have happened; the twin must be looked for before this person is touched
    Settled, //!< was unknown and has been cleared up
};

enum class IntentKind : quint8 { Create, Update };

//! What both sides hold of one mapping row once a write has gone through.
struct AgreedField
{
    FieldId field;
    AgreedPair values;

    friend bool operator==(const AgreedField &, const AgreedField &) = default;
};

//! One write to one service, recorded before it is sent.
struct Intent
{
    IntentId id {};
    RunId run {};
    Side side = Side::Left;
    IntentKind kind = IntentKind::Update;
    RemoteId record {}; //!< the record to update; for a creation its id once known
    RemoteId counterpart {}; //!< the record on the opposite side this write stems from
    FieldWrites writes {};
    QList<AgreedField> agreed {}; //!< of the rows this write brings into agreement
    //! What the write will leave in the history if it goes through: person, field, before, after,
    //! reason and beforeFields are kept; the rest is the intent's own.
    QList<ChangeEntry> history {};
    QDateTime intendedAt {};
    IntentState state = IntentState::Intended;
    QString error {}; //!< sentence, if it failed
};

class Journal
{
public:
    Journal(const Database &database, const Clock &clock);

    //! Durable (synchronous=FULL) when it returns.
    [[nodiscard]] Result<IntentId> intend(const Intent &intent);
    [[nodiscard]] Result<> setOutcome(IntentId id, IntentState state, const RemoteId &record,
                                      const QString &error);
    //! Every intent that is Intended or Unknown, oldest first.
    [[nodiscard]] Result<QList<Intent>> unsettled() const;

private:
    const Database &m_database;
    const Clock &m_clock;
};

} // namespace twinbook
