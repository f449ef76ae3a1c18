// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/runhistory.h"

#include "store/names.h"
#include "store/sides.h"
#include "store/statement.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<RunTrigger, 3> triggerNames {"person"_L1, "schedule"_L1, "command-line"_L1};
constexpr Names<RunEnding, 5> endingNames {"running"_L1, "completed"_L1, "stopped"_L1, "failed"_L1,
                                           "cut-off"_L1};
constexpr Names<RunPurpose, 2> purposeNames {"sync"_L1, "undo"_L1};
constexpr Names<ChangeEntry::Write, 2> writeNames {"update"_L1, "create"_L1};
constexpr Names<ChangeEntry::KnownBy, 2> knownByNames {"answer"_L1, "recovery"_L1};
constexpr Names<LinkEntry::Act, 2> actNames {"linked"_L1, "unlinked"_L1};

QString selectRun()
{
    return uR"(
        SELECT id, started_by, ending, started_ms, ended_ms, created_left, created_right,
            updated_left, updated_right, linked, needs_you, failed, not_started, error,
            error_detail, purpose, undone_run, outside, foreseen_left, foreseen_right,
            sent_left, sent_right
        FROM run )"_s;
}

Run runFrom(const Row &row)
{
    return {.id = RunId(row.number(0)),
            .trigger = triggerNames.valueOf(row.text(1)),
            .ending = endingNames.valueOf(row.text(2)),
            .startedAt = row.moment(3),
            .endedAt = row.moment(4),
            .created = {row.count(5), row.count(6)},
            .updated = {row.count(7), row.count(8)},
            .linked = row.count(9),
            .needsYou = row.count(10),
            .failed = row.count(11),
            .notStarted = row.count(12),
            .error = row.text(13),
            .errorDetail = row.text(14),
            .purpose = purposeNames.valueOf(row.text(15)),
            .undoneRun = RunId(row.number(16)),
            .outside = row.count(17),
            .foreseen = {row.number(18), row.number(19)},
            .sent = {row.number(20), row.number(21)}};
}

QString selectChange()
{
    return uR"(
        SELECT run, at_ms, side, record_id, person, field, before_value, after_value, reason,
            counterpart_id, write, known_by, before_fields
        FROM change )"_s;
}

ChangeEntry changeFrom(const Row &row)
{
    return {.run = RunId(row.number(0)),
            .at = row.moment(1),
            .side = sideFromKey(row.text(2)),
            .record = row.remoteId(3),
            .counterpart = row.remoteId(9),
            .person = row.text(4),
            .field = row.text(5),
            .before = row.value(6),
            .after = row.value(7),
            .reason = row.text(8),
            .write = writeNames.valueOf(row.text(10)),
            .knownBy = knownByNames.valueOf(row.text(11)),
            .beforeFields = fieldsFromText(row.text(12)).value_or(FieldMap())};
}

LinkEntry linkEntryFrom(const Row &row)
{
    return {.run = RunId(row.number(0)),
            .at = row.moment(1),
            .act = actNames.valueOf(row.text(2)),
            .left = row.remoteId(3),
            .right = row.remoteId(4),
            .person = row.text(5),
            .reason = row.text(6)};
}

} // namespace

RunHistory::RunHistory(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<RunId> RunHistory::begin(RunTrigger trigger)
{
    return Statement(m_database, uR"(
        INSERT INTO run (started_by, ending, started_ms) VALUES (:trigger, 'running', :now)
        RETURNING id)"_s)
        .bind(u":trigger"_s, triggerNames.of(trigger))
        .bind(u":now"_s, m_clock.now())
        .number()
        .map([](qint64 id) { return RunId(id); });
}

Result<RunId> RunHistory::beginUndo(RunTrigger trigger, RunId undone)
{
    return Statement(m_database, uR"(
        INSERT INTO run (started_by, ending, started_ms, purpose, undone_run)
        VALUES (:trigger, 'running', :now, 'undo', :undone)
        RETURNING id)"_s)
        .bind(u":trigger"_s, triggerNames.of(trigger))
        .bind(u":now"_s, m_clock.now())
        .bind(u":undone"_s, undone.number())
        .number()
        .map([](qint64 id) { return RunId(id); });
}

Result<std::optional<Run>> RunHistory::find(RunId run) const
{
    return Statement(m_database, selectRun() + "WHERE id = :id"_L1)
        .bind(u":id"_s, run.number())
        .first(runFrom);
}

Result<> RunHistory::update(const Run &run)
{
    const bool ended = run.ending != RunEnding::Running;
    const QDateTime endedAt = ended && !run.endedAt.isValid() ? m_clock.now() : run.endedAt;
    const auto updated = Statement(m_database, uR"(
        UPDATE run SET ending = :ending, ended_ms = :ended, created_left = :created_left,
            created_right = :created_right, updated_left = :updated_left,
            updated_right = :updated_right, linked = :linked, needs_you = :needs_you,
            failed = :failed, not_started = :not_started, error = :error, error_detail = :detail,
            outside = :outside, foreseen_left = :foreseen_left, foreseen_right = :foreseen_right,
            sent_left = :sent_left, sent_right = :sent_right
        WHERE id = :id)"_s)
                             .bind(u":ending"_s, endingNames.of(run.ending))
                             .bind(u":ended"_s, endedAt)
                             .bind(u":created_left"_s, run.created.left)
                             .bind(u":created_right"_s, run.created.right)
                             .bind(u":updated_left"_s, run.updated.left)
                             .bind(u":updated_right"_s, run.updated.right)
                             .bind(u":linked"_s, run.linked)
                             .bind(u":needs_you"_s, run.needsYou)
                             .bind(u":failed"_s, run.failed)
                             .bind(u":not_started"_s, run.notStarted)
                             .bind(u":error"_s, run.error)
                             .bind(u":detail"_s, run.errorDetail)
                             .bind(u":outside"_s, run.outside)
                             .bind(u":foreseen_left"_s, run.foreseen.left)
                             .bind(u":foreseen_right"_s, run.foreseen.right)
                             .bind(u":sent_left"_s, run.sent.left)
                             .bind(u":sent_right"_s, run.sent.right)
                             .bind(u":id"_s, run.id.number())
                             .run();
    if (!updated)
        return Failure(updated.error());
    if (*updated == 0)
        return Failure(missingRowError(u"run"_s, run.id.number()));
    return {};
}

Result<std::optional<Run>> RunHistory::closeCutOff()
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    auto newest = Statement(m_database,
                            selectRun() + "WHERE ending = 'running' ORDER BY id DESC LIMIT 1"_L1)
                      .first(runFrom);
    if (!newest || !newest->has_value())
        return newest;
    Run &run = **newest;
    run.ending = RunEnding::CutOff;
    run.endedAt = m_clock.now();
    const auto closed = Statement(m_database, uR"(
        UPDATE run SET ending = 'cut-off', ended_ms = :now WHERE ending = 'running')"_s)
                            .bind(u":now"_s, run.endedAt)
                            .run();
    if (!closed)
        return Failure(closed.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return newest;
}

Result<QList<Run>> RunHistory::newest(int limit) const
{
    QList<Run> runs;
    const auto read = Statement(m_database, selectRun() + "ORDER BY id DESC LIMIT :limit"_L1)
                          .bind(u":limit"_s, limit)
                          .forEach([&](const Row &row) { runs.append(runFrom(row)); });
    if (!read)
        return Failure(read.error());
    return runs;
}

Result<std::optional<Run>> RunHistory::lastCompleted() const
{
    return Statement(m_database,
                     selectRun() + "WHERE ending = 'completed' ORDER BY id DESC LIMIT 1"_L1)
        .first(runFrom);
}

Result<> RunHistory::log(const QList<ChangeEntry> &entries)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    Statement insert(m_database, uR"(
        INSERT INTO change (run, at_ms, side, record_id, person, field, before_value, after_value,
            reason, counterpart_id, write, known_by, before_fields)
        VALUES (:run, :at, :side, :record, :person, :field, :before, :after, :reason, :counterpart,
            :write, :known_by, :before_fields))"_s);
    for (const ChangeEntry &entry : entries) {
        const auto logged = insert.bind(u":run"_s, entry.run.number())
                                .bind(u":at"_s, entry.at.isValid() ? entry.at : m_clock.now())
                                .bind(u":side"_s, serviceKey(entry.side))
                                .bind(u":record"_s, entry.record)
                                .bind(u":person"_s, entry.person)
                                .bind(u":field"_s, entry.field)
                                .bind(u":before"_s, entry.before)
                                .bind(u":after"_s, entry.after)
                                .bind(u":reason"_s, entry.reason)
                                .bind(u":counterpart"_s, entry.counterpart)
                                .bind(u":write"_s, writeNames.of(entry.write))
                                .bind(u":known_by"_s, knownByNames.of(entry.knownBy))
                                .bind(u":before_fields"_s, fieldsToText(entry.beforeFields))
                                .run();
        if (!logged)
            return Failure(logged.error());
    }
    return transaction->commit();
}

Result<QList<ChangeEntry>> RunHistory::changes(RunId run) const
{
    QList<ChangeEntry> entries;
    const auto read = Statement(m_database, selectChange() + "WHERE run = :run ORDER BY id"_L1)
                          .bind(u":run"_s, run.number())
                          .forEach([&](const Row &row) { entries.append(changeFrom(row)); });
    if (!read)
        return Failure(read.error());
    return entries;
}

Result<QList<ChangeEntry>> RunHistory::changesOf(const RemoteId &person) const
{
    QList<ChangeEntry> entries;
    const auto read
        = Statement(m_database,
                    selectChange()
                        + "WHERE record_id = :person OR counterpart_id = :person ORDER BY id"_L1)
              .bind(u":person"_s, person)
              .forEach([&](const Row &row) { entries.append(changeFrom(row)); });
    if (!read)
        return Failure(read.error());
    return entries;
}

Result<> RunHistory::logLink(const LinkEntry &entry)
{
    return Statement(m_database, uR"(
        INSERT INTO link_change (run, at_ms, act, left_id, right_id, person, reason)
        VALUES (:run, :at, :act, :left, :right, :person, :reason))"_s)
        .bind(u":run"_s, entry.run.number())
        .bind(u":at"_s, entry.at.isValid() ? entry.at : m_clock.now())
        .bind(u":act"_s, actNames.of(entry.act))
        .bind(u":left"_s, entry.left)
        .bind(u":right"_s, entry.right)
        .bind(u":person"_s, entry.person)
        .bind(u":reason"_s, entry.reason)
        .run()
        .map([](int) {});
}

Result<QList<LinkEntry>> RunHistory::linkChanges(RunId run) const
{
    QList<LinkEntry> entries;
    const auto read = Statement(m_database, uR"(
        SELECT run, at_ms, act, left_id, right_id, person, reason
        FROM link_change WHERE run = :run ORDER BY id)"_s)
                          .bind(u":run"_s, run.number())
                          .forEach([&](const Row &row) { entries.append(linkEntryFrom(row)); });
    if (!read)
        return Failure(read.error());
    return entries;
}

} // namespace twinbook
