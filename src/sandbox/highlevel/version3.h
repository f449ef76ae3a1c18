// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/highlevel/operation.h"

namespace twinbook::sandbox::highlevel {

//! Version 3 spells some members of a contact differently (highlevel.md 1.7). Everything inside
//! keeps the spelling of the dated versions.

//! A written contact as the dated versions spell it; 422 for names its own version does not know.
[[nodiscard]] Served<QJsonObject> inDatedSpelling(const QJsonObject &body, Dialect dialect);

//! A contact to show, as that version spells it.
[[nodiscard]] QJsonObject inSpellingOf(Dialect dialect, const QJsonObject &contact);

} // namespace twinbook::sandbox::highlevel
