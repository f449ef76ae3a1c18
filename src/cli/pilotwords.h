// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "core/clock.h"
#include "store/database.h"
#include "sync/pilot.h"

namespace twinbook::cli {

//! Whom a run is for, as it was said on the command line. Who they are is known after the look.
struct PilotWords
{
    int first = 0; //!< --pilot N
    QString tag; //!< --tag
    QString filter; //!< --filter, words as in the window's search
    QStringList people; //!< ids or e-mail addresses, of --person or --people FILE
    enum class Of : quint8 { Anybody, Failed } of = Of::Anybody; //!< --retry-failed

    //! Not more than so many at once, so that a wrong file is noticed soon.
    static constexpr int mostListed = 10'000;
};

//! InvalidInput with a sentence for options that exclude each other and for a list that cannot be
//! read or holds nobody.
[[nodiscard]] Result<PilotWords> pilotWords(const Options &options);

//! The people meant, out of those last seen. InvalidInput with a sentence if one of a list is not
//! known, nobody matches the filter, or nobody has failed.
[[nodiscard]] Result<Pilot> pilotOf(const PilotWords &words, const Database &database,
                                    const Clock &clock);

} // namespace twinbook::cli
