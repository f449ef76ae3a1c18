// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/served.h"

#include <functional>
#include <optional>

namespace twinbook::sandbox::highlevel {

//! The `filters` of POST /contacts/search (highlevel.md 2.3).
struct SearchFilter
{
    std::function<bool(const QJsonObject &contact)> matches;
    //! If the filter demands one id, e-mail or phone: the look-up key ("id:...", or a key of
    //! contactKeys()), so that a search for one person does not read everybody.
    std::optional<QString> key {};
};

//! The top level is an AND. Nesting ends at 8 levels.
[[nodiscard]] Served<SearchFilter> parseSearchFilters(const QJsonArray &filters);

} // namespace twinbook::sandbox::highlevel
