// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tokensource.h"

namespace twinbook {

TokenSource::~TokenSource() = default;

} // namespace twinbook
