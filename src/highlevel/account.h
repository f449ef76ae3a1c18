// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "highlevel/codec.h"
#include "highlevel/contactsearch.h"
#include "highlevel/settings.h"
#include "net/httpclient.h"
#include "net/pagesize.h"

#include <optional>

namespace twinbook::highlevel {

//! What was learned about a sub-account so far.
struct Learned
{
    std::optional<ServiceSchema> schema {}; //!< once read
    CustomFieldTypes customFieldTypes {};
    //! People asked for in each page of a search; fewer after pages that did not arrive.
    PageSize pages {ContactSearch::longestPage, 20};
};

//! What the jobs of one connected sub-account share: the way to it and what is known of it. One
//! for each lane, both with the same knowledge.
struct Account
{
    HttpClient &client;
    const HighLevelSettings &settings;
    Learned &learned;
    Lane lane;
};

} // namespace twinbook::highlevel
