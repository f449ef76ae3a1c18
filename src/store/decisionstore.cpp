// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/decisionstore.h"

#include "store/names.h"
#include "store/sides.h"
#include "store/statement.h"
#include "store/storageerror.h"

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

constexpr Names<QuestionKind, 4> kindNames {"field-differs"_L1, "same-person"_L1, "gone"_L1,
                                            "twin"_L1};
constexpr Names<Choice, 7> choiceNames {"use-left"_L1,  "use-right"_L1, "use-value"_L1, "same"_L1,
                                        "different"_L1, "unlink"_L1,    "add-again"_L1};

QString selectDecision()
{
    return uR"(
        SELECT id, kind, left_id, right_id, field, left_value, right_value, base_value, person,
            why, score, asked_ms, choice, chosen_value, seen_left, seen_right, answered_ms
        FROM decision )"_s;
}

QuestionKey keyFrom(const Row &row)
{
    return {.kind = kindNames.valueOf(row.text(1)),
            .left = row.remoteId(2),
            .right = row.remoteId(3),
            .field = row.text(4)};
}

Decision decisionFrom(const Row &row)
{
    Decision decision {.id = DecisionId(row.number(0)),
                       .question = {.key = keyFrom(row),
                                    .left = row.value(5),
                                    .right = row.value(6),
                                    .base = row.value(7),
                                    .person = row.text(8),
                                    .why = row.text(9),
                                    .score = row.real(10)},
                       .askedAt = row.moment(11),
                       .answer = std::nullopt,
                       .answeredAt = row.moment(16)};
    if (!row.isNull(12)) {
        decision.answer = Answer {.choice = choiceNames.valueOf(row.text(12)),
                                  .value = row.value(13),
                                  .seenLeft = row.value(14),
                                  .seenRight = row.value(15)};
    }
    return decision;
}

bool sameQuestion(const Question &a, const Question &b)
{
    return a.key == b.key && a.left == b.left && a.right == b.right && a.base == b.base
        && a.person == b.person && a.why == b.why && qFuzzyCompare(1 + a.score, 1 + b.score);
}

//! A question that comes back after it had been closed counts as asked now.
QString askSql()
{
    return uR"(
        INSERT INTO decision (kind, left_id, right_id, field, asked, asked_ms,
            left_value, right_value, base_value, person, why, score)
        VALUES (:kind, :left_id, :right_id, :field, 'now', :now,
            :left, :right, :base, :person, :why, :score)
        ON CONFLICT (kind, left_id, right_id, field) DO UPDATE SET
            asked_ms = CASE decision.asked WHEN 'now' THEN decision.asked_ms
                ELSE excluded.asked_ms END,
            asked = 'now', left_value = excluded.left_value, right_value = excluded.right_value,
            base_value = excluded.base_value, person = excluded.person, why = excluded.why,
            score = excluded.score)"_s;
}

Result<> ask(Statement &statement, const Question &question, const QDateTime &now)
{
    return statement.bind(u":kind"_s, kindNames.of(question.key.kind))
        .bind(u":left_id"_s, question.key.left)
        .bind(u":right_id"_s, question.key.right)
        .bind(u":field"_s, question.key.field)
        .bind(u":now"_s, now)
        .bind(u":left"_s, question.left)
        .bind(u":right"_s, question.right)
        .bind(u":base"_s, question.base)
        .bind(u":person"_s, question.person)
        .bind(u":why"_s, question.why)
        .bind(u":score"_s, question.score)
        .run()
        .map([](int) {});
}

Result<> changedOne(const Result<int> &changed, DecisionId id)
{
    if (!changed)
        return Failure(changed.error());
    if (*changed == 0)
        return Failure(missingRowError(u"decision"_s, id.number()));
    return {};
}

} // namespace

DecisionStore::DecisionStore(const Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{ }

Result<> DecisionStore::setOpen(const std::vector<Question> &questions)
{
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());

    QHash<QuestionKey, Decision> asked;
    const auto read
        = Statement(m_database, selectDecision() + "WHERE asked = 'now'"_L1)
              .forEach([&](const Row &row) { asked.insert(keyFrom(row), decisionFrom(row)); });
    if (!read)
        return read;

    const QDateTime now = m_clock.now();
    Statement write(m_database, askSql());
    for (const Question &question : questions) {
        const auto known = asked.constFind(question.key);
        const bool unchanged = known != asked.cend() && sameQuestion(known->question, question);
        if (!unchanged) {
            if (auto written = ask(write, question, now); !written)
                return written;
        }
        asked.remove(question.key);
    }
    for (const Decision &noLonger : std::as_const(asked)) {
        const auto closed
            = Statement(m_database, u"UPDATE decision SET asked = 'before' WHERE id = :id"_s)
                  .bind(u":id"_s, noLonger.id.number())
                  .run();
        if (!closed)
            return Failure(closed.error());
    }
    return transaction->commit();
}

Result<QList<Decision>> DecisionStore::open() const
{
    QList<Decision> decisions;
    // An answer about a field holds only for the values it was given for; equal values have equal
    // texts.
    const auto read = Statement(m_database, selectDecision() + uR"(
        WHERE asked = 'now' AND (choice IS NULL OR (kind = 'field-differs'
            AND (seen_left <> left_value OR seen_right <> right_value)))
        ORDER BY asked_ms, id)"_s)
                          .forEach([&](const Row &row) { decisions.append(decisionFrom(row)); });
    if (!read)
        return Failure(read.error());
    return decisions;
}

Result<std::optional<Decision>> DecisionStore::find(DecisionId id) const
{
    return Statement(m_database, selectDecision() + "WHERE id = :id"_L1)
        .bind(u":id"_s, id.number())
        .first(decisionFrom);
}

Result<> DecisionStore::answer(DecisionId id, const Answer &answer)
{
    const auto changed = Statement(m_database, uR"(
        UPDATE decision SET choice = :choice, chosen_value = :value, seen_left = :seen_left,
            seen_right = :seen_right, answered_ms = :now
        WHERE id = :id)"_s)
                             .bind(u":choice"_s, choiceNames.of(answer.choice))
                             .bind(u":value"_s, answer.value)
                             .bind(u":seen_left"_s, answer.seenLeft)
                             .bind(u":seen_right"_s, answer.seenRight)
                             .bind(u":now"_s, m_clock.now())
                             .bind(u":id"_s, id.number())
                             .run();
    return changedOne(changed, id);
}

Result<> DecisionStore::withdraw(DecisionId id)
{
    const auto changed = Statement(m_database, uR"(
        UPDATE decision SET choice = NULL, chosen_value = NULL, seen_left = NULL,
            seen_right = NULL, answered_ms = NULL, asked = 'now'
        WHERE id = :id)"_s)
                             .bind(u":id"_s, id.number())
                             .run();
    return changedOne(changed, id);
}

Result<Judgements> DecisionStore::judgements() const
{
    Judgements judgements;
    const auto answers = Statement(m_database, selectDecision() + "WHERE choice IS NOT NULL"_L1)
                             .forEach([&](const Row &row) {
                                 judgements.answers.insert(keyFrom(row), *decisionFrom(row).answer);
                             });
    if (!answers)
        return Failure(answers.error());
    const auto leftOut
        = Statement(m_database, u"SELECT side, remote_id FROM left_out"_s)
              .forEach([&](const Row &row) {
                  judgements.leftOut[sideFromKey(row.text(0))].insert(row.remoteId(1));
              });
    if (!leftOut)
        return Failure(leftOut.error());
    return judgements;
}

Result<> DecisionStore::leaveOut(Side side, const RemoteId &id)
{
    return Statement(m_database, uR"(
        INSERT INTO left_out (side, remote_id, since_ms) VALUES (:side, :id, :now)
        ON CONFLICT (side, remote_id) DO NOTHING)"_s)
        .bind(u":side"_s, serviceKey(side))
        .bind(u":id"_s, id)
        .bind(u":now"_s, m_clock.now())
        .run()
        .map([](int) {});
}

Result<> DecisionStore::takeIn(Side side, const RemoteId &id)
{
    return Statement(m_database, u"DELETE FROM left_out WHERE side = :side AND remote_id = :id"_s)
        .bind(u":side"_s, serviceKey(side))
        .bind(u":id"_s, id)
        .run()
        .map([](int) {});
}

} // namespace twinbook
