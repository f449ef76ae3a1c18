// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/undo.h"

#include "store/decisionstore.h"
#include "store/linkstore.h"
#include "store/runhistory.h"
#include "sync/reasonnames.h"

#include <QCoreApplication>

#include <algorithm>

namespace twinbook {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(twinbook::Undo)
};

Result<> setLeftOut(UndoPairing pairing, const UndoPerson &person, DecisionStore &decisions)
{
    for (const Side side : bothSides) {
        const Result<> kept = pairing == UndoPairing::Unlink
            ? decisions.leaveOut(side, person.ids[side])
            : decisions.takeIn(side, person.ids[side]);
        if (!kept)
            return kept;
    }
    return {};
}

Result<> setLinked(UndoPairing pairing, const UndoPerson &person, LinkStore &links)
{
    if (pairing == UndoPairing::LinkAgain)
        return links.add({{}, person.ids.left, person.ids.right, {}}, {}).map([](LinkId) {});
    const Result<std::optional<Link>> link = links.of(Side::Left, person.ids.left);
    if (!link)
        return Failure(link.error());
    return *link ? links.remove((*link)->id) : Result<>();
}

} // namespace

Result<UndoScope> newestChangeOf(const RemoteId &person, const FieldId &field,
                                 const Database &database, const Clock &clock)
{
    const Result<QList<ChangeEntry>> changes = RunHistory(database, clock).changesOf(person);
    if (!changes)
        return Failure(changes.error());
    const auto newest
        = std::find_if(changes->crbegin(), changes->crend(), [&](const ChangeEntry &change) {
              return field.isEmpty() || change.field == field;
          });
    if (newest != changes->crend())
        return UndoScope {newest->run, person, field};
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = Tr::tr("Twinbook remembers no change here that could be taken "
                                            "back. Older changes are forgotten after the days you "
                                            "set for the history."),
                          .detail = {}});
}

Result<> carryOutPairings(const PreparedUndo &undo, const QSet<int> &leftOut, RunId run,
                          const Database &database, const Clock &clock)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    LinkStore links(database);
    DecisionStore decisions(database, clock);
    RunHistory history(database, clock);
    for (std::size_t i = 0; i < undo.plan.people.size(); ++i) {
        const UndoPerson &person = undo.plan.people[i];
        if (person.pairing == UndoPairing::Stays || leftOut.contains(static_cast<int>(i)))
            continue;
        if (Result<> linked = setLinked(person.pairing, person, links); !linked)
            return linked;
        if (Result<> kept = setLeftOut(person.pairing, person, decisions); !kept)
            return kept;
        LinkEntry entry;
        entry.run = run;
        entry.act = person.pairing == UndoPairing::Unlink ? LinkEntry::Act::Unlinked
                                                          : LinkEntry::Act::Linked;
        entry.left = person.ids.left;
        entry.right = person.ids.right;
        entry.person = person.name;
        // A pair that is made again came about by a creation, and can be dissolved again.
        entry.reason = fieldReasonName(
            person.pairing == UndoPairing::Unlink ? FieldReason::PutBack : FieldReason::NewPerson);
        if (Result<> logged = history.logLink(entry); !logged)
            return logged;
    }
    return transaction->commit();
}

} // namespace twinbook
