// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/requestlog.h"
#include "sandbox/sandboxoptions.h"

#include <QJsonObject>

namespace twinbook::sandbox {

//! The allowances a client is judged by: OfficeRnD's reads and writes by the minute, HighLevel's
//! requests by ten seconds.
[[nodiscard]] QList<Allowance> judgedAllowances(SandboxOptions::Pace pace);

//! {"entries": [...], "allowances": [{side, counts, limit, windowMs, highestUsePercent, refused,
//! windows: [{opened, accepted, refused}]}], "officernd"/"highlevel": {reads, writes, refusals}}.
//! Bodies are left out: practice people, too, are nobody's business in a log.
[[nodiscard]] QJsonObject requestReport(const RequestLog &log, SandboxOptions::Pace pace);

} // namespace twinbook::sandbox
