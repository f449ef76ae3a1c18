// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fieldvalue.h"
#include "core/ids.h"

#include <vector>

namespace twinbook {

//! What both sides held for one mapping row when they last agreed: the base of the three-way
//! merge, kept as a pair of observations. A side has changed if its value is no longer equivalent
//! to its own part of the pair, so what a service rewrites while storing (HighLevel's lower-case
//! tags) never looks like an edit.
struct AgreedPair
{
    enum class Known : quint8 { No, Yes } known = Known::No;
    FieldValue left;
    FieldValue right;
    //! LeftApart: a person wants them to differ until one is edited: took a change back on one side
    //! only (ADR 7), or left what was there before Twinbook as it was.
    enum class Standing : quint8 { Agreed, LeftApart } standing = Standing::Agreed;

    friend bool operator==(const AgreedPair &, const AgreedPair &) = default;
};

//! Two records known to be the same person.
struct Link
{
    LinkId id;
    RemoteId left;
    RemoteId right;
    std::vector<AgreedPair> base; //!< one for each mapping row
};

} // namespace twinbook
