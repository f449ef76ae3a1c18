// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/output.h"
#include "core/peopleservice.h"
#include "highlevel/settings.h"
#include "officernd/settings.h"

namespace twinbook::cli {

//! The services' addresses as they were given; an empty one is the usual one.
[[nodiscard]] HighLevelSettings highLevelSettings(HostPolicy hosts, const QUrl &url);
[[nodiscard]] OfficeRnDSettings officeRnDSettings(HostPolicy hosts, const QUrl &url,
                                                  const QUrl &identityUrl);

//! Says what the trial of an account found out, to people and to programs.
void tellConnection(Side side, const ConnectionReport &report, const Output &output);

} // namespace twinbook::cli
