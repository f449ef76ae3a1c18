// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/control.h"
#include "sandbox/eventpost.h"
#include "sandbox/highlevel/service.h"
#include "sandbox/officernd/service.h"
#include "sandbox/sandbox.h"
#include "sandbox/servicefront.h"
#include "sandbox/shiftedclock.h"
#include "sandbox/webhooks/highlevelevents.h"

namespace twinbook::sandbox {

//! What a sandbox is made of, in the order in which it comes to life.
struct Sandbox::Private
{
    explicit Private(const SandboxOptions &given);

    //! Fills both services with invented people or those of the CSV files.
    [[nodiscard]] Result<> furnish();
    [[nodiscard]] Bystanders bystanders(Side side);
    void revokeToken(Side side);
    [[nodiscard]] Served<> merge(Side side, const QString &kept, const QString &gone);
    [[nodiscard]] ServiceFront &frontOf(Side side)
    {
        return side == Side::Left ? leftFront : rightFront;
    }
    [[nodiscard]] const RecordTable &peopleOf(Side side) const
    {
        return side == Side::Left ? left.members : right.contacts;
    }

    SandboxOptions options;
    SystemClock systemClock;
    ShiftedClock clock;
    officernd::State left;
    highlevel::State right;
    FaultPlan faults;
    RequestLog log;
    EventPost post;
    officernd::Service leftService;
    highlevel::Service rightService;
    ServiceFront leftFront;
    ServiceFront rightFront;
    HighLevelEvents rightEvents;
    std::unique_ptr<Control> control;
};

} // namespace twinbook::sandbox
