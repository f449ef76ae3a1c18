// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "simulation/simulatedservice.h"

namespace twinbook::simulation {

//! The office managers: they type, delete and answer, and the oracle learns of all of it.
class People
{
public:
    People(const Scenario &scenario, PerSide<SimulatedService *> services, Oracle &oracle,
           Trace &trace);

    void act(const Act &act, Engine *engine);
    //! Answers some of the open questions, truly where there is a truth.
    void answer(Engine &engine, const Database &database, const Clock &clock, int percent);

private:
    void arrive(const Act &act);
    void addRecord(Side side, const Act &act, int variant);
    void type(Side side, const RemoteId &id, const Act &act, const FieldValue &value);
    void changeTags(const Act &act, const RemoteId &id);
    void remove(const Act &act, const RemoteId &id);
    [[nodiscard]] bool isAnswerable(const QuestionKey &key) const;
    [[nodiscard]] Answer answerTo(const Question &question, int number);
    [[nodiscard]] int personOfRecord(Side side, const RemoteId &id) const;

    const PerSide<SimulatedService *> m_services;
    Oracle &m_oracle;
    Trace &m_trace;
    sandbox::Dice m_dice;
    QMap<RemoteId, int> m_known; //!< whose record it is, also of deleted ones
    int m_answers = 0;
};

} // namespace twinbook::simulation
