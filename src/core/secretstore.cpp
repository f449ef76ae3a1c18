// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secretstore.h"

namespace twinbook {

SecretStore::~SecretStore() = default;

} // namespace twinbook
