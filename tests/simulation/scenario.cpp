// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/scenario.h"

#include "sandbox/dice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook::simulation {

using sandbox::Dice;

namespace {

constexpr int mostPeople = 20;

template<class Value>
Value pickOf(Dice &dice, const QList<Value> &values)
{
    return dice.pick(values);
}

class Generator
{
public:
    enum class Mischief : quint8 { None, Any };
    Generator(quint32 seed, Mischief mischief)
        : m_dice(seed)
        , m_mischief(mischief)
    {
        m_scenario.seed = seed;
        m_scenario.delays = seed;
    }

    Scenario run()
    {
        makeRules();
        Round first;
        m_people = 1 + m_dice.below(m_dice.percent(10) ? 14 : 6);
        for (int person = 0; person < m_people; ++person)
            first.acts.push_back(arrival(person));
        m_scenario.rounds.push_back(first);
        for (int rounds = 2 + m_dice.below(6); rounds > 0; --rounds)
            m_scenario.rounds.push_back(anyRound());
        if (m_mischief == Mischief::Any) {
            m_hasJumps = m_dice.percent(15);
            for (Round &round : m_scenario.rounds)
                disturb(round);
            if (m_dice.percent(8))
                m_scenario.poisoned = m_dice.below(m_people);
        }
        if (m_dice.percent(10))
            m_scenario.database = Scenario::Database::LostAtTheEnd;
        return m_scenario;
    }

private:
    Side side() { return m_dice.percent(50) ? Side::Left : Side::Right; }

    void makeRules()
    {
        for (const Row row : {Row::Email, Row::Phone, Row::City}) {
            Rule &rule = m_scenario.rules[static_cast<std::size_t>(row)];
            if (m_dice.percent(12))
                rule.direction = m_dice.percent(50) ? Direction::ToLeft : Direction::ToRight;
            if (m_dice.percent(20))
                rule.authority = pickOf<Authority>(
                    m_dice, {Authority::Left, Authority::Right, Authority::Newest});
            if (m_dice.percent(25))
                rule.emptyRule = EmptyRule::Erase;
        }
    }

    Act arrival(int person)
    {
        const Act::Kind kind = pickOf<Act::Kind>(
            m_dice, {Act::Kind::Add, Act::Kind::Add, Act::Kind::AddOnBoth, Act::Kind::AddUnlike});
        return {.kind = kind, .side = side(), .person = person, .number = ++m_number};
    }

    Act anyAct()
    {
        using Kind = Act::Kind;
        if (m_people < mostPeople && m_dice.percent(12))
            return arrival(m_people++);
        const Kind kind = pickOf<Kind>(m_dice,
                                       {Kind::Type, Kind::Type, Kind::Type, Kind::Type, Kind::Type,
                                        Kind::Clear, Kind::AddTag, Kind::AddTag, Kind::RemoveTag,
                                        Kind::Delete, Kind::LeaveOut});
        const Row row = pickOf<Row>(
            m_dice, {Row::Name, Row::Email, Row::Phone, Row::Phone, Row::City, Row::City});
        return {.kind = kind,
                .side = side(),
                .person = m_dice.below(m_people),
                .row = row,
                .number = ++m_number};
    }

    void letHappenLater(Act &act)
    {
        if (act.kind == Act::Kind::AddOnBoth || act.kind == Act::Kind::AddUnlike)
            act.kind = Act::Kind::Add;
        act.moment = m_dice.below(4000);
    }

    Round anyRound()
    {
        Round round;
        for (int acts = m_dice.below(6); acts > 0; --acts) {
            round.acts.push_back(anyAct());
            if (m_mischief == Mischief::Any && m_dice.percent(20))
                letHappenLater(round.acts.back());
        }
        round.wait = m_dice.below(150);
        round.answered = pickOf<int>(m_dice, {0, 30, 100});
        if (m_dice.percent(20))
            round.restart = Round::Restart::Yes;
        return round;
    }

    void disturb(Round &round)
    {
        for (int faults = m_dice.below(4); faults > 0; --faults)
            round.faults.push_back(anyFault());
        switch (m_dice.below(12)) {
        case 0:
            round.crashAtStatement = 1 + m_dice.below(220);
            break;
        case 1:
            round.crashAtMessage = 1 + m_dice.below(40);
            break;
        case 2:
            round.failingStatement = 1 + m_dice.below(220);
            break;
        case 3:
            round.stopAtMessage = 1 + m_dice.below(40);
            break;
        default:
            break;
        }
        if (m_hasJumps && m_dice.percent(40)) {
            round.clockJump = pickOf<int>(m_dice, {-86400 * 3, -3600, -60, 60, 3600, 86400 * 400});
        }
    }

    Fault anyFault()
    {
        Fault fault {side(), Request::Read, 1 + m_dice.below(4), Fate::Timeout};
        const int kind = m_dice.below(10);
        if (kind < 5) {
            fault.request = m_dice.percent(50) ? Request::Create : Request::Update;
            fault.fate = pickOf<Fate>(
                m_dice,
                {Fate::NotSent, Fate::Timeout, Fate::TimeoutDone, Fate::TimeoutDoneLate,
                 Fate::ResetDone, Fate::BrokenReplyDone, Fate::ServerFault, Fate::ServerFaultDone,
                 Fate::Refused, Fate::Refused422, Fate::Refused422Done, Fate::Conflict,
                 Fate::NotTaken, Fate::NotFound, Fate::RateLimited, Fate::SignedOut,
                 Fate::Forbidden});
            // Two minutes on a clock that jumps are no two minutes.
            if (m_hasJumps && fault.fate == Fate::TimeoutDoneLate)
                fault.fate = Fate::TimeoutDone;
            return fault;
        }
        if (kind < 8) {
            fault.request = Request::List;
            fault.nth = 1;
            fault.fate = pickOf<Fate>(m_dice,
                                      {Fate::CutList, Fate::EmptyList, Fate::ShortList,
                                       Fate::RepeatedList, Fate::NotSent, Fate::SignedOut});
            return fault;
        }
        fault.request = pickOf<Request>(m_dice, {Request::Schema, Request::Read, Request::Twins});
        if (fault.request != Request::Read)
            fault.nth = 1;
        fault.fate = pickOf<Fate>(m_dice,
                                  {Fate::NotSent, Fate::Timeout, Fate::ServerFault,
                                   Fate::RateLimited, Fate::SignedOut, Fate::Forbidden});
        if (fault.request == Request::Read && m_dice.percent(30))
            fault.fate = Fate::NotFound;
        return fault;
    }

    Dice m_dice;
    const Mischief m_mischief;
    Scenario m_scenario;
    int m_people = 0;
    int m_number = 0;
    bool m_hasJumps = false;
};

QString requestName(Request request)
{
    static const QStringList names {u"schema"_s, u"list"_s,   u"read"_s,
                                    u"twins"_s,  u"create"_s, u"update"_s};
    return names.at(static_cast<int>(request));
}

QString drawn(const Act &act)
{
    static const QStringList kinds {u"add"_s,        u"add on both"_s, u"add unlike"_s,
                                    u"type"_s,       u"clear"_s,       u"add tag"_s,
                                    u"remove tag"_s, u"delete"_s,      u"leave out"_s};
    return u"    %1 person %2 at %3, %4, number %5%6"_s.arg(kinds.at(static_cast<int>(act.kind)))
        .arg(act.person)
        .arg(serviceKey(act.side), rowId(act.row))
        .arg(act.number)
        .arg(act.moment == Act::before ? QString() : u", after %1 ms"_s.arg(act.moment));
}

} // namespace

FieldId rowId(Row row)
{
    static const QStringList ids {u"name"_s, u"email"_s, u"phone"_s,
                                  u"city"_s, u"tags"_s,  u"company"_s};
    return ids.at(static_cast<int>(row));
}

QString fateName(Fate fate)
{
    static const QStringList names {u"answered"_s,
                                    u"not sent"_s,
                                    u"timeout"_s,
                                    u"timeout, done"_s,
                                    u"timeout, late"_s,
                                    u"reset, done"_s,
                                    u"broken reply, done"_s,
                                    u"fault"_s,
                                    u"fault, done"_s,
                                    u"refused"_s,
                                    u"refused 422"_s,
                                    u"refused 422, done"_s,
                                    u"conflict"_s,
                                    u"not taken"_s,
                                    u"not found"_s,
                                    u"rate limited"_s,
                                    u"signed out"_s,
                                    u"forbidden"_s,
                                    u"cut list"_s,
                                    u"empty list"_s,
                                    u"short list"_s,
                                    u"repeated list"_s};
    return names.at(static_cast<int>(fate));
}

Scenario randomScenario(quint32 seed)
{
    return Generator(seed, Generator::Mischief::Any).run();
}

Scenario calmScenario(quint32 seed)
{
    return Generator(seed, Generator::Mischief::None).run();
}

QString drawn(const Scenario &scenario)
{
    QStringList lines;
    for (const Row row : allRows) {
        const Rule &rule = scenario.rule(row);
        lines.append(u"  %1: %2, %3%4"_s.arg(
            rowId(row), directionName(rule.direction), authorityName(rule.authority),
            rule.emptyRule == EmptyRule::Erase ? u", erases"_s : QString()));
    }
    if (scenario.poisoned != Scenario::nobody)
        lines.append(u"  person %1 is poisoned"_s.arg(scenario.poisoned));
    for (std::size_t i = 0; i < scenario.rounds.size(); ++i) {
        const Round &round = scenario.rounds[i];
        lines.append(u"  round %1: crash at statement %2, message %3; fails at statement %4; "
                     "stops at message %5; clock %6 s; then %7 s; answers %8 %%9"_s.arg(i)
                         .arg(round.crashAtStatement)
                         .arg(round.crashAtMessage)
                         .arg(round.failingStatement)
                         .arg(round.stopAtMessage)
                         .arg(round.clockJump)
                         .arg(round.wait)
                         .arg(round.answered)
                         .arg(round.restart == Round::Restart::Yes ? u"; restart"_s : QString()));
        for (const Act &act : round.acts)
            lines.append(drawn(act));
        for (const Fault &fault : round.faults)
            lines.append(
                u"    %1 %2 number %3: %4"_s.arg(serviceKey(fault.side), requestName(fault.request))
                    .arg(fault.nth)
                    .arg(fateName(fault.fate)));
    }
    if (scenario.database == Scenario::Database::LostAtTheEnd)
        lines.append(u"  the database is lost at the end"_s);
    return lines.join(u'\n');
}

} // namespace twinbook::simulation
