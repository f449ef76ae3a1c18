// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/transport.h"

namespace twinbook {

Transport::~Transport() = default;

} // namespace twinbook
