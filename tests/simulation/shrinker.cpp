// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "simulation/shrinker.h"

#include "simulation/world.h"

using namespace Qt::StringLiterals;

namespace twinbook::simulation {

namespace {

QString brokenBy(const Scenario &scenario, Disk &disk)
{
    return runScenario(scenario, disk).violations.value(0).section(u':', 0, 0);
}

//! Every scenario that is one thing poorer.
std::vector<Scenario> poorer(const Scenario &scenario)
{
    std::vector<Scenario> candidates;
    const auto add = [&](auto change) {
        Scenario candidate = scenario;
        change(candidate);
        candidates.push_back(std::move(candidate));
    };
    for (std::size_t i = 0; i < scenario.rounds.size(); ++i) {
        const auto at = static_cast<std::ptrdiff_t>(i);
        add([&](Scenario &candidate) { candidate.rounds.erase(candidate.rounds.begin() + at); });
        const Round &round = scenario.rounds[i];
        for (std::ptrdiff_t j = 0; j < std::ssize(round.acts); ++j)
            add([&](Scenario &candidate) {
                candidate.rounds[i].acts.erase(candidate.rounds[i].acts.begin() + j);
            });
        for (std::ptrdiff_t j = 0; j < std::ssize(round.faults); ++j)
            add([&](Scenario &candidate) {
                candidate.rounds[i].faults.erase(candidate.rounds[i].faults.begin() + j);
            });
        for (int Round::*member :
             {&Round::crashAtStatement, &Round::crashAtMessage, &Round::failingStatement,
              &Round::stopAtMessage, &Round::clockJump, &Round::answered, &Round::wait}) {
            if (round.*member != 0)
                add([&](Scenario &candidate) { candidate.rounds[i].*member = 0; });
        }
        if (round.restart == Round::Restart::Yes)
            add([&](Scenario &candidate) { candidate.rounds[i].restart = Round::Restart::No; });
    }
    for (std::size_t row = 0; row < allRows.size(); ++row) {
        const Rule &rule = scenario.rules[row];
        if (rule.direction != Direction::BothWays || rule.authority != Authority::AskMe
            || rule.emptyRule != EmptyRule::NeverErase)
            add([&](Scenario &candidate) { candidate.rules[row] = {}; });
    }
    if (scenario.poisoned != Scenario::nobody)
        add([](Scenario &candidate) { candidate.poisoned = Scenario::nobody; });
    return candidates;
}

} // namespace

Scenario shrunk(Scenario scenario, Disk &disk)
{
    const QString broken = brokenBy(scenario, disk);
    for (bool isSmaller = true; isSmaller;) {
        isSmaller = false;
        const std::vector<Scenario> candidates = poorer(scenario);
        for (const Scenario &candidate : candidates) {
            if (brokenBy(candidate, disk) != broken)
                continue;
            scenario = candidate;
            isSmaller = true;
            break;
        }
    }
    return scenario;
}

} // namespace twinbook::simulation
