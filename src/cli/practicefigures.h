// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "sandbox/sandbox.h"

#include <QJsonObject>

namespace twinbook::cli {

//! How well people were recognised, judged by the sandbox, which knows who is who.
struct RecognitionFigures
{
    int truePairs = 0; //!< people that are on both sides
    int linked = 0; //!< pairs linked by the machine
    int wronglyLinked = 0;
    int asked = 0; //!< pairs shown as "not sure"
    int wronglyAsked = 0;

    [[nodiscard]] QJsonObject toJson() const;
};

[[nodiscard]] RecognitionFigures recognitionFigures(const PreparedPlan &prepared,
                                                    const sandbox::Sandbox &services);

//! Largest memory this process has used so far, in MB; 0 where the system does not tell.
[[nodiscard]] int peakMemoryInMegabytes();

} // namespace twinbook::cli
