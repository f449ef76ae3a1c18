// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/world.h"

#include "store/settingsstore.h"
#include "sync/accounting.h"

#include <QCoreApplication>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace twinbook::simulation {

namespace {

//! So many writes can be under way when the program dies.
constexpr int mostUnderWay = 4;

MappingProfile mappingOf(const Scenario &scenario, const ServiceSchema &left,
                         const ServiceSchema &right)
{
    MappingProfile profile = suggestedMapping(left, right);
    for (const Row row : {Row::Email, Row::Phone, Row::City}) {
        FieldMapping &mapping = profile.rows[profile.indexOf(rowId(row))];
        mapping.direction = scenario.rule(row).direction;
        mapping.authority = scenario.rule(row).authority;
        mapping.emptyRule = scenario.rule(row).emptyRule;
    }
    return profile;
}

} // namespace

World::World(const Scenario &scenario, Disk &disk, Trace::Words words)
    : m_scenario(scenario)
    , m_trace(words)
    , m_clock(m_queue)
    , m_wire(m_queue, m_trace, scenario.delays)
    , m_disk(disk)
    , m_oracle(m_scenario, m_queue)
    , m_left(Side::Left, m_wire, m_oracle, scenario.poisoned)
    , m_right(Side::Right, m_wire, m_oracle, scenario.poisoned)
    , m_people(m_scenario, {&m_left, &m_right}, m_oracle, m_trace)
{
    for (SimulatedService *service : {&m_left, &m_right})
        service->writeLeaves = [this](Side side, const RemoteId &id, const FieldWrites &writes) {
            leaves(side, id, writes);
        };
    for (SimulatedService *service : {&m_left, &m_right})
        service->isLinked = [this](const RemoteId &id) { return isLinked(id); };
    QCoreApplication::instance()->installEventFilter(this);
    m_wire.stop = [this] {
        if (m_engine && !m_wire.isDead())
            m_engine->stop();
    };
}

World::~World()
{
    m_engine.reset();
    m_disk.calm();
}

Outcome World::run()
{
    m_disk.clear();
    start();
    for (const Round &round : m_scenario.rounds)
        live(round);
    comeToRest();
    m_oracle.echoesAreBounded();
    takeCensus();
    m_outcome.violations = m_oracle.violations();
    m_outcome.faults = m_wire.faultsPlayed();
    m_outcome.races = m_oracle.races;
    m_outcome.writes = m_left.writes + m_right.writes;
    m_outcome.traceHash = m_trace.hash();
    m_outcome.trace = m_trace.lines();
    return m_outcome;
}

void World::start()
{
    SettingsStore settings(m_disk.database(), m_clock);
    if (const auto mapping = settings.mapping(); mapping && !*mapping)
        (void)settings.setMapping(mappingOf(m_scenario, m_left.schema(), m_right.schema()));
    m_engine = std::make_unique<Engine>(m_left, m_right, m_disk.database(), m_clock);
    connect(m_engine.get(), &Engine::planReady, this, [this] {
        judgePlan();
        m_told = Ending::Done;
    });
    connect(m_engine.get(), &Engine::runFinished, this, [this](const Run &run) {
        m_trace.add(u"run ended: %1 created, %2 updated, %3 failed"_s
                        .arg(run.created.left + run.created.right)
                        .arg(run.updated.left + run.updated.right)
                        .arg(run.failed));
        m_told = Ending::Done;
    });
    connect(m_engine.get(), &Engine::failed, this, [this](const Error &error) {
        m_trace.add("told: "_L1 + error.message);
        m_outcome.sentences.append(error.message);
        if (!m_wire.isDead() && error.kind == ErrorKind::Bug)
            m_oracle.violated(u"bug"_s, error.message + error.detail);
        m_told = Ending::Failed;
    });
    connect(m_engine.get(), &Engine::phaseChanged, this, &World::countProbes);
}

//! What has an unknown outcome is looked at once (I12).
void World::countProbes(EnginePhase phase)
{
    const int probes = m_left.probes + m_right.probes;
    if (phase == EnginePhase::Recovering) {
        m_mayProbe = probes + unsettled();
    } else if (m_mayProbe) {
        if (probes > *m_mayProbe && !m_wire.isDead())
            m_oracle.violated(u"I12"_s,
                              u"%1 requests too many in recovery"_s.arg(probes - *m_mayProbe));
        m_mayProbe.reset();
    }
}

void World::restart()
{
    m_engine.reset();
    m_mayProbe.reset();
    deliverPosted();
    m_disk.calm();
    m_wire.revive();
    start();
}

int World::unsettled()
{
    QSqlQuery query(m_disk.database().connection());
    query.exec(u"SELECT count(*) FROM intent WHERE state IN ('intended', 'unknown')"_s);
    return query.next() ? query.value(0).toInt() : 0;
}

bool World::isLinked(const RemoteId &id)
{
    QSqlQuery query(m_disk.database().connection());
    query.prepare(u"SELECT count(*) FROM link WHERE :id IN (left_id, right_id)"_s);
    query.bindValue(u":id"_s, id.text());
    return query.exec() && query.next() && query.value(0).toInt() > 0;
}

void World::live(const Round &round)
{
    m_trace.add(u"round"_s);
    const int before = unsettled() + static_cast<int>(round.faults.size());
    m_clock.jump(std::chrono::seconds(round.clockJump));
    for (const Act &act : round.acts) {
        if (act.moment == Act::before)
            m_people.act(act, m_engine.get());
        else
            m_queue.after(std::chrono::milliseconds(act.moment),
                          [this, act] { m_people.act(act, m_engine.get()); });
    }
    // Who was added to both sides is known to HighLevel's index when the sync begins.
    const bool hasArrivals
        = std::any_of(round.acts.cbegin(), round.acts.cend(), [](const Act &act) {
              return act.kind == Act::Kind::AddOnBoth || act.kind == Act::Kind::AddUnlike;
          });
    if (hasArrivals)
        m_queue.runFor(60s);
    m_wire.beginRound(round);
    m_disk.beginRound(round, m_wire);
    Ending ending = check();
    if (ending == Ending::Done)
        ending = apply();
    m_outcome.statements.push_back(m_disk.statements());
    m_outcome.messages.push_back(m_wire.messages());
    if (ending == Ending::Crashed) {
        ++m_outcome.crashes;
        m_trace.add(u"crash"_s);
        restart();
        if (unsettled() > before + mostUnderWay)
            m_oracle.violated(u"I12"_s, u"%1 writes without an outcome"_s.arg(unsettled()));
    }
    m_disk.calm();
    m_wire.calm();
    m_people.answer(*m_engine, m_disk.database(), m_clock, round.answered);
    if (round.restart == Round::Restart::Yes)
        restart();
    m_queue.runFor(std::chrono::seconds(round.wait));
}

World::Ending World::check()
{
    m_told.reset();
    m_engine->checkForChanges();
    return untilTold();
}

World::Ending World::apply()
{
    m_told.reset();
    m_engine->apply({.trigger = RunTrigger::Person, .erasing = ApplyRequest::Erasing::Confirmed});
    return untilTold();
}

bool World::eventFilter(QObject *, QEvent *)
{
    ++m_delivered;
    return false;
}

//! One pass leaves for the next what was posted in it.
void World::deliverPosted()
{
    do {
        m_delivered = 0;
        QCoreApplication::sendPostedEvents();
    } while (m_delivered > 0);
}

World::Ending World::untilTold()
{
    for (;;) {
        deliverPosted();
        if (m_wire.isDead())
            return Ending::Crashed;
        if (m_told && m_engine->phase() == EnginePhase::Idle)
            return *m_told;
        if (m_queue.isEmpty()) {
            m_oracle.violated(u"I21"_s, u"the engine waits for nothing"_s);
            restart();
            return Ending::Failed;
        }
        m_queue.runNext();
    }
}

//! Only what the plan shows, and only the way it may flow (I7, I8, I10).
void World::leaves(Side side, const RemoteId &id, const FieldWrites &writes)
{
    const EnginePhase phase = m_engine->phase();
    if (phase != EnginePhase::Applying && phase != EnginePhase::Stopping)
        m_oracle.violated(u"I10"_s, u"a write while nothing is applied"_s);
    const PreparedPlanPtr plan = m_engine->plan();
    const auto isPlanned = [&](const PersonPlan &person, std::size_t row) {
        const int index = side == Side::Left ? person.left : person.right;
        return index != PersonPlan::nobody
            && plan->side(side).people[static_cast<std::size_t>(index)].id == id
            && std::any_of(person.fields.cbegin(), person.fields.cend(),
                           [&](const FieldPlan &field) {
                               return field.row == row && writesTo(side, field);
                           });
    };
    for (const FieldWrite &write : writes) {
        std::size_t row = 0;
        while (row < plan->projection.size()
               && !plan->projection.row(row).keys(side).contains(write.key))
            ++row;
        if (row == plan->projection.size())
            m_oracle.violated(u"I7"_s, u"a field that is not mapped: %1"_s.arg(write.key));
        else if (!plan->projection.row(row).flowsTo(side))
            m_oracle.violated(u"I8"_s, u"against its direction: %1"_s.arg(write.key));
        else if (!id.isEmpty()
                 && std::none_of(plan->plan.people.cbegin(), plan->plan.people.cend(),
                                 [&](const PersonPlan &person) { return isPlanned(person, row); }))
            m_oracle.violated(u"I7"_s, u"not in the plan: %1"_s.arg(write.key));
        m_trace.add(u"   %1 = %2"_s.arg(write.key, write.value.toText()));
    }
}

void World::judgePlan()
{
    const PreparedPlanPtr plan = m_engine->plan();
    if (const Result<> all = everybodyAccountedFor(plan->input(), plan->plan); !all)
        m_oracle.violated(u"I14"_s, all.error().detail);
    m_trace.add(u"plan: %1 writes, %2 questions"_s.arg(plan->plan.counts.writes())
                    .arg(plan->plan.counts.questions));
}

void World::takeCensus()
{
    for (SimulatedService *service : {&m_left, &m_right}) {
        for (const RemoteRecord &record : service->people()) {
            QStringList values {serviceKey(service->side())};
            for (const Row row : allRows)
                values.append(plainValue(service->side(), row, record.fields));
            m_outcome.census.append(values.join(u'|'));
        }
    }
    m_outcome.census.sort();
}

Outcome runScenario(const Scenario &scenario, Disk &disk, Trace::Words words)
{
    return World(scenario, disk, words).run();
}

} // namespace twinbook::simulation
