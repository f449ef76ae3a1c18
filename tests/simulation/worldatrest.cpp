// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must hold of a world in which nobody types and nothing fails any more.

#include "simulation/world.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook::simulation {

namespace {

//! Within so many syncs everybody agrees (I1).
constexpr int mostCycles = 3;

const QStringList &whatASyncKeeps()
{
    static const QStringList tables {u"link"_s, u"intent"_s, u"change"_s, u"left_out"_s,
                                     u"mapping"_s};
    return tables;
}

} // namespace

void World::comeToRest()
{
    m_trace.add(u"peace"_s);
    // A request may be carried out two minutes late, and the index shows it a minute later.
    m_queue.runFor(200s);
    for (int cycle = 0; cycle <= mostCycles; ++cycle) {
        const Ending seen = check();
        if (seen != Ending::Done) {
            m_oracle.violated(u"I1"_s,
                              u"in a sound world the check fails: %1"_s.arg(
                                  m_outcome.sentences.value(m_outcome.sentences.size() - 1)));
            return;
        }
        if (!m_engine->plan()->plan.stops.empty())
            return; // a guard waits for a person, and so does everybody else
        if (isAtRest()) {
            judgeRest();
            return;
        }
        if (cycle < mostCycles)
            (void)apply();
        m_queue.runFor(90s);
    }
    m_oracle.violated(u"I1"_s, u"there is still something to write after three syncs"_s);
}

//! A value that a service keeps cut short, as it already was, looks as if the service had not taken
//! it: the engine tells and tries again with every sync. Anything else must be written once.
bool World::isStillToWrite(const PersonPlan &person) const
{
    const PreparedPlan &prepared = *m_engine->plan();
    const auto cityOn = [&](Side side, int index) {
        const RemoteId id = prepared.side(side).people[static_cast<std::size_t>(index)].id;
        return plainValue(side, Row::City,
                          (side == Side::Left ? m_left : m_right).people().value(id).fields);
    };
    const bool isOnBoth = person.left != PersonPlan::nobody && person.right != PersonPlan::nobody;
    if (!isOnBoth && person.state != PersonState::New)
        return false;
    return std::any_of(person.fields.cbegin(), person.fields.cend(), [&](const FieldPlan &field) {
        if (!writesTo(Side::Left, field) && !writesTo(Side::Right, field))
            return false;
        const bool isCity = prepared.projection.row(field.row).id == rowId(Row::City);
        if (!isOnBoth || !isCity)
            return true;
        const QString wanted = plainValue(Side::Right, Row::City, {{u"city"_s, field.value}});
        return cityOn(Side::Left, person.left) != wanted
            || cityOn(Side::Right, person.right) != wanted;
    });
}

bool World::isAtRest()
{
    const PreparedPlan &prepared = *m_engine->plan();
    for (const PersonPlan &person : prepared.plan.people) {
        if (isStillToWrite(person) && tokenOf(person) != m_scenario.poisoned)
            return false;
    }
    return true;
}

int World::tokenOf(const PersonPlan &person) const
{
    const PreparedPlan &prepared = *m_engine->plan();
    const Side side = person.left != PersonPlan::nobody ? Side::Left : Side::Right;
    const int index = side == Side::Left ? person.left : person.right;
    const RemoteId id = prepared.side(side).people[static_cast<std::size_t>(index)].id;
    return personOf(side, (side == Side::Left ? m_left : m_right).people().value(id).fields);
}

void World::judgeRest()
{
    const Plan plan = m_engine->plan()->plan;
    for (const PersonPlan &person : plan.people)
        judgePerson(person);
    const int writes = m_left.writes + m_right.writes;
    (void)apply();
    const int after = m_left.writes + m_right.writes;
    if (after != writes && plan.counts.writes() == 0 && m_scenario.poisoned == Scenario::nobody)
        m_oracle.violated(u"I2"_s, u"%1 writes in a world at rest"_s.arg(after - writes));
    dryRunChangesNothing();
    if (m_scenario.database == Scenario::Database::LostAtTheEnd)
        loseDatabase();
}

void World::judgePerson(const PersonPlan &person)
{
    const int who = tokenOf(person);
    if (who == Scenario::nobody || who == m_scenario.poisoned || m_oracle.isExcused(who)) {
        ++m_outcome.excused;
        return;
    }
    if (person.left == PersonPlan::nobody || person.right == PersonPlan::nobody) {
        if (!m_oracle.isUnlike(who))
            m_oracle.violated(u"I1"_s,
                              u"person %1 is on one side only (state %2)"_s.arg(who).arg(
                                  static_cast<int>(person.state)));
        return;
    }
    ++m_outcome.compared;
    const PreparedPlan &prepared = *m_engine->plan();
    const auto fieldsOn = [&](Side side, int index) {
        const RemoteId id = prepared.side(side).people[static_cast<std::size_t>(index)].id;
        return (side == Side::Left ? m_left : m_right).people().value(id).fields;
    };
    const FieldMap left = fieldsOn(Side::Left, person.left);
    const FieldMap right = fieldsOn(Side::Right, person.right);
    if (personOf(Side::Right, right) != who) {
        m_oracle.violated(u"I4"_s, u"person %1 is linked with somebody else"_s.arg(who));
        return;
    }
    for (const Row row : allRows) {
        const auto field = std::find_if(
            person.fields.cbegin(), person.fields.cend(), [&](const FieldPlan &candidate) {
                return prepared.projection.row(candidate.row).id == rowId(row);
            });
        const QString onLeft = plainValue(Side::Left, row, left);
        const QString onRight = plainValue(Side::Right, row, right);
        if (field != person.fields.cend())
            judgeOpen(who, row, *field, onLeft, onRight);
        else if (onLeft != onRight)
            m_oracle.violated(u"I1"_s,
                              u"%1 of person %2 is \"%3\" and \"%4\""_s.arg(rowId(row))
                                  .arg(who)
                                  .arg(onLeft, onRight));
        else
            m_oracle.restsOn(who, row, onLeft);
    }
}

//! A field that stays different needs a reason that the oracle knows of.
void World::judgeOpen(int who, Row row, const FieldPlan &field, const QString &left,
                      const QString &right)
{
    const auto isIn = [&](std::initializer_list<FieldReason> reasons) {
        return std::find(reasons.begin(), reasons.end(), field.reason) != reasons.end();
    };
    bool isDue = false;
    if (writesTo(Side::Left, field) || writesTo(Side::Right, field)) {
        isDue = row == Row::City && left == right; // isStillToWrite() has let it pass
    } else if (field.outcome == FieldOutcome::Ask) {
        isDue
            = m_oracle.isTypedOn(Side::Left, who, row) && m_oracle.isTypedOn(Side::Right, who, row);
    } else if (field.reason == FieldReason::StoredDifferently) {
        isDue = left == right || m_scenario.rule(row).direction != Direction::BothWays;
    } else if (field.reason == FieldReason::EmptyNeverErases) {
        isDue = left.isEmpty() || right.isEmpty();
    } else if (field.reason == FieldReason::OneWay) {
        isDue = row == Row::Company || m_scenario.rule(row).direction != Direction::BothWays;
    } else if (field.reason == FieldReason::CannotBeWritten) {
        isDue = row == Row::Company || left.startsWith("ask desk"_L1);
    }
    if (!isDue && !m_oracle.hasRaced(who, row) && !isIn({FieldReason::TakenByAnother}))
        m_oracle.violated(u"I1"_s,
                          u"%1 of person %2 stays \"%3\" and \"%4\", reason %5"_s.arg(rowId(row))
                              .arg(who)
                              .arg(left, right)
                              .arg(static_cast<int>(field.reason)));
}

void World::dryRunChangesNothing()
{
    m_queue.runFor(60s);
    const QString before = m_disk.content(whatASyncKeeps());
    const PlanCounts counts = m_engine->plan()->plan.counts;
    const int writes = m_left.writes + m_right.writes;
    (void)check();
    if (m_disk.content(whatASyncKeeps()) != before || m_left.writes + m_right.writes != writes)
        m_oracle.violated(u"I10"_s, u"a check changes something"_s);
    if (m_engine->plan()->plan.counts != counts)
        m_oracle.violated(u"I10"_s, u"the same state gives another plan"_s);
}

//! Whoever agreed is recognised again, and nobody is added (I19).
void World::loseDatabase()
{
    m_trace.add(u"the database is lost"_s);
    m_engine.reset();
    deliverPosted();
    m_disk.clear();
    start();
    if (check() != Ending::Done)
        return;
    const Plan plan = m_engine->plan()->plan;
    for (const PersonPlan &person : plan.people) {
        const int who = tokenOf(person);
        const bool isClean = who != Scenario::nobody && who != m_scenario.poisoned
            && !m_oracle.isExcused(who) && !m_oracle.isUnlike(who);
        if (isClean && person.state == PersonState::New)
            m_oracle.violated(u"I19"_s, u"person %1 would be added again"_s.arg(who));
    }
}

} // namespace twinbook::simulation
