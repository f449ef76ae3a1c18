// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/journal.h"

#include "store/names.h"
#include "store/sides.h"
#include "store/statement.h"
#include "store/storageerror.h"
#include "store/valuejson.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<IntentState, 5> stateNames {"intended"_L1, "done"_L1, "failed"_L1, "unknown"_L1,
                                            "settled"_L1};
constexpr Names<IntentKind, 2> kindNames {"create"_L1, "update"_L1};

QString agreedToText(const QList<AgreedField> &agreed)
{
    QJsonObject object;
    for (const AgreedField &field : agreed)
        object.insert(field.field, pairToJson(field.values));
    return compactJson(QJsonDocument(object));
}

std::optional<QList<AgreedField>> agreedFromText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    QList<AgreedField> agreed;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it)
        agreed.append({it.key(), pairFromJson(it.value())});
    return agreed;
}

QString historyToText(const QList<ChangeEntry> &history)
{
    QJsonObject object;
    QJsonArray fields;
    for (const ChangeEntry &entry : history) {
        object.insert("person"_L1, entry.person);
        fields.append(QJsonArray {entry.field, entry.before.toJson(), entry.after.toJson(),
                                  entry.reason, fieldsToText(entry.beforeFields)});
    }
    object.insert("fields"_L1, fields);
    return compactJson(QJsonDocument(object));
}

//! Rows of an older version have none.
QList<ChangeEntry> historyFromText(const QString &text)
{
    QList<ChangeEntry> history;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonArray fields = object.value("fields"_L1).toArray();
    for (const QJsonValue &element : fields) {
        const QJsonArray field = element.toArray();
        ChangeEntry entry;
        entry.person = object.value("person"_L1).toString();
        entry.field = field.at(0).toString();
        entry.before = FieldValue::fromJson(field.at(1));
        entry.after = FieldValue::fromJson(field.at(2));
        entry.reason = field.at(3).toString();
        entry.beforeFields = fieldsFromText(field.at(4).toString()).value_or(FieldMap());
        history.append(std::move(entry));
    }
    return history;
}

std::optional<Intent> intentFrom(const Row &row)
{
    const auto writes = writesFromText(row.text(6));
    const auto agreed = agreedFromText(row.text(7));
    if (!writes || !agreed)
        return std::nullopt;
    return Intent {.id = IntentId(row.number(0)),
                   .run = RunId(row.number(1)),
                   .side = sideFromKey(row.text(2)),
                   .kind = kindNames.valueOf(row.text(3)),
                   .record = row.remoteId(4),
                   .counterpart = row.remoteId(5),
                   .writes = *writes,
                   .agreed = *agreed,
                   .history = historyFromText(row.text(11)),
                   .intendedAt = row.moment(8),
                   .state = stateNames.valueOf(row.text(9)),
                   .error = row.text(10)};
}

} // namespace

Journal::Journal(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<IntentId> Journal::intend(const Intent &intent)
{
    Statement insert(m_database, uR"(
        INSERT INTO intent (run, side, kind, record_id, counterpart_id, writes, agreed, history,
            intended_ms, state)
        VALUES (:run, :side, :kind, :record, :counterpart, :writes, :agreed, :history, :intended,
            'intended')
        RETURNING id)"_s);
    if (intent.run.isNull())
        insert.bindNull(u":run"_s);
    else
        insert.bind(u":run"_s, intent.run.number());
    return insert.bind(u":side"_s, serviceKey(intent.side))
        .bind(u":kind"_s, kindNames.of(intent.kind))
        .bind(u":record"_s, intent.record)
        .bind(u":counterpart"_s, intent.counterpart)
        .bind(u":writes"_s, writesToText(intent.writes))
        .bind(u":agreed"_s, agreedToText(intent.agreed))
        .bind(u":history"_s, historyToText(intent.history))
        .bind(u":intended"_s, intent.intendedAt.isValid() ? intent.intendedAt : m_clock.now())
        .number()
        .map([](qint64 id) { return IntentId(id); });
}

Result<> Journal::setOutcome(IntentId id, IntentState state, const RemoteId &record,
                             const QString &error)
{
    const auto updated = Statement(m_database, uR"(
        UPDATE intent SET state = :state, outcome_ms = :now, error = :error,
            record_id = CASE WHEN :record = '' THEN record_id ELSE :record END
        WHERE id = :id)"_s)
                             .bind(u":state"_s, stateNames.of(state))
                             .bind(u":now"_s, m_clock.now())
                             .bind(u":error"_s, error)
                             .bind(u":record"_s, record)
                             .bind(u":id"_s, id.number())
                             .run();
    if (!updated)
        return Failure(updated.error());
    if (*updated == 0)
        return Failure(missingRowError(u"intent"_s, id.number()));
    return {};
}

Result<QList<Intent>> Journal::unsettled() const
{
    QList<Intent> intents;
    bool damaged = false;
    const auto read = Statement(m_database, uR"(
        SELECT id, run, side, kind, record_id, counterpart_id, writes, agreed, intended_ms, state,
            error, history
        FROM intent WHERE state IN ('intended', 'unknown') ORDER BY id)"_s)
                          .forEach([&](const Row &row) {
                              if (auto intent = intentFrom(row))
                                  intents.append(std::move(*intent));
                              else
                                  damaged = true;
                          });
    if (!read)
        return Failure(read.error());
    if (damaged)
        return Failure(damagedContentError(u"writes of an intent"_s));
    return intents;
}

} // namespace twinbook
