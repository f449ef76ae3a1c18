// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/serviceschema.h"
#include "highlevel/codec.h"
#include "highlevel/settings.h"
#include "net/httpclient.h"

#include <optional>

namespace twinbook::highlevel {

//! What the jobs of one connected sub-account share: the way to it, and what was learned about it
//! so far.
struct Account
{
    HttpClient &client;
    HighLevelSettings settings;

    std::optional<ServiceSchema> schema {}; //!< once read
    CustomFieldTypes customFieldTypes {};
};

} // namespace twinbook::highlevel
