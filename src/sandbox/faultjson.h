// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "sandbox/faults.h"

#include <QJsonObject>

namespace twinbook::sandbox {

//! The side with that serviceKey().
[[nodiscard]] std::optional<Side> sideNamed(const QString &word);

struct AimedFault
{
    FaultAim aim;
    Fault fault;
};

//! `{"name": "reset-in-body", "side": "officernd"}` and, each with the default of FaultAim and
//! Fault, "method", "path", "nth", "times" (0 means always), "share" (0 to 1), "seed", "status" and
//! "lastingMs". InvalidInput with what is wrong for anything else.
[[nodiscard]] Result<AimedFault> faultFromJson(const QJsonObject &json);
//! The same members, and "seen" and "hits".
[[nodiscard]] QJsonObject toJson(const PendingFault &fault);

} // namespace twinbook::sandbox
