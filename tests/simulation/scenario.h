// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record.h"
#include "core/side.h"
#include "mapping/fieldmapping.h"

#include <QString>

#include <array>
#include <vector>

namespace twinbook::simulation {

//! The rows of the mapping that people type into.
enum class Row : quint8 { Name, Email, Phone, City, Tags, Company };
inline constexpr std::array allRows {Row::Name, Row::Email, Row::Phone,
                                     Row::City, Row::Tags,  Row::Company};
[[nodiscard]] FieldId rowId(Row row);

//! What an office manager does in a service's own pages, or in Twinbook.
struct Act
{
    enum class Kind : quint8 {
        Add,
        AddOnBoth, //!< the same person in both services
        AddUnlike, //!< the same, but typed differently
        Type,
        Clear,
        AddTag,
        RemoveTag,
        Delete,
        LeaveOut,
    } kind;
    Side side = Side::Left;
    int person = 0;
    Row row = Row::Phone;
    int number = 0; //!< makes what is typed unlike anything typed before
    int moment = before; //!< milliseconds into the sync

    static constexpr int before = -1;
};

enum class Request : quint8 { Schema, List, Read, Twins, Create, Update };

//! What becomes of a request. "Done" is carried out, whatever the sender is told.
enum class Fate : quint8 {
    Answered,
    NotSent, //!< network down
    Timeout,
    TimeoutDone,
    TimeoutDoneLate, //!< carried out up to two minutes after the sender gave it up
    ResetDone,
    BrokenReplyDone,
    ServerFault,
    ServerFaultDone,
    Refused,
    Refused422,
    Refused422Done,
    Conflict,
    NotTaken, //!< said yes, kept the old value
    NotFound, //!< of a record that is there
    RateLimited,
    SignedOut,
    Forbidden,
    CutList, //!< says itself that it is not whole
    EmptyList,
    ShortList, //!< says it is whole, and somebody is missing
    RepeatedList, //!< somebody is told twice
};
[[nodiscard]] QString fateName(Fate fate);

struct Fault
{
    Side side;
    Request request;
    int nth; //!< from 1, in this round
    Fate fate;
};

//! One sync with what happens before, during and after it. Moments count from 1; 0 is never.
struct Round
{
    std::vector<Act> acts;
    std::vector<Fault> faults;
    int crashAtStatement = 0; //!< of the database, before it runs
    int crashAtMessage = 0; //!< a request leaving or an answer arriving
    int failingStatement = 0;
    int stopAtMessage = 0;
    int clockJump = 0; //!< seconds, before it
    int wait = 60; //!< seconds, after it
    int answered = 0; //!< percent of the open questions, after it
    enum class Restart : quint8 { No, Yes } restart = Restart::No;
};

struct Rule
{
    Direction direction = Direction::BothWays;
    Authority authority = Authority::AskMe;
    EmptyRule emptyRule = EmptyRule::NeverErase;
};

//! A history as data: what can be dropped from it one by one while it still fails.
struct Scenario
{
    quint32 seed = 0; //!< of the answers that people give
    quint32 delays = 0; //!< seed of how long requests and answers take
    std::array<Rule, allRows.size()> rules;
    std::vector<Round> rounds;
    int poisoned = nobody; //!< whose writes are refused for ever
    enum class Database : quint8 { Kept, LostAtTheEnd } database = Database::Kept;

    static constexpr int nobody = -1;
    [[nodiscard]] const Rule &rule(Row row) const { return rules[static_cast<std::size_t>(row)]; }
};

//! Few people, few rounds, any mischief.
[[nodiscard]] Scenario randomScenario(quint32 seed);
//! The same without crashes, faults, stops and wrong clocks.
[[nodiscard]] Scenario calmScenario(quint32 seed);
[[nodiscard]] QString drawn(const Scenario &scenario);

} // namespace twinbook::simulation
