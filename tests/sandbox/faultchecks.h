// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultworld.h"

#include <QMap>

#include <functional>

namespace twinbook::sandbox {

//! What a change of a person meets.
struct FaultOutcome
{
    int status;
    bool happened;
    bool closed = false;
};

[[nodiscard]] const QMap<Fault::Kind, FaultOutcome> &faultOutcomes();

//! "" if the wire shows what the kind is named for.
using FaultCheck = std::function<QString(FaultWorld &)>;
//! Of how a reply travels and looks.
[[nodiscard]] const QMap<Fault::Kind, FaultCheck> &faultFormChecks();
//! Of what a reply says.
[[nodiscard]] const QMap<Fault::Kind, FaultCheck> &faultContentChecks();

} // namespace twinbook::sandbox
