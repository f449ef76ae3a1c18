// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/side.h"

namespace twinbook {

//! The reverse of serviceKey(). The CHECKs in resources/sql let no other text in.
[[nodiscard]] inline Side sideFromKey(const QString &key)
{
    return key == serviceKey(Side::Left) ? Side::Left : Side::Right;
}

} // namespace twinbook
