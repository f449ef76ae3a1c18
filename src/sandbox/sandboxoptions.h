// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "quirks/quirkset.h"

#include <QString>

#include <chrono>
#include <optional>

namespace twinbook::sandbox {

//! Two CSV files that become the two address books. Paths; the files are only read.
struct CsvPair
{
    QString officernd;
    QString highlevel;
};

struct SandboxOptions
{
    //! How many invented people. Below 40 not every kind of case fits in.
    int people = 60;
    //! The same seed gives the same people with the same ids, byte for byte.
    quint64 seed = 1;
    //! 0 takes free ports.
    quint16 officerndPort = 0;
    quint16 highlevelPort = 0;
    //! Instead of invented people.
    std::optional<CsvPair> csv {};
    enum class Pace : quint8 {
        Exact, //!< the rate limits of the real services (officernd.md 3, highlevel.md 3)
        Relaxed, //!< a hundred times as much, the same headers
    };
    Pace pace = Pace::Relaxed;
    //! How long HighLevel's search does not see a write (highlevel.md 2.3: seconds to a minute).
    //! With Quirk::SearchIndexLags.
    std::chrono::milliseconds searchIndexLag {0};
    //! With Quirk::CreateMayAnswer422, one creation in about this many, drawn from the seed, is
    //! answered with 422 and has happened. 0 means none, so that counting stays easy; 200 plays a
    //! service as others met it.
    int creationsPer422 = 0;
    //! The behaviours that are played, of both services. Without one, what the documents say.
    QuirkSet quirks {};
    //! For tests that move time. Not owned; nullptr means the system's clock.
    const Clock *clock = nullptr;
};

//! What a person would copy from the settings of the two services. The secrets are new with each
//! Sandbox and are never part of its saved state.
struct SandboxCredentials
{
    QString organization; //!< OfficeRnD slug
    QString clientId;
    QString clientSecret;
    QString locationId; //!< HighLevel
    QString privateToken;
    QString appClientId; //!< HighLevel's marketplace app
    QString appClientSecret;
};

} // namespace twinbook::sandbox
