// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/peopleservice.h"

namespace twinbook {

PeopleService::~PeopleService() = default;

} // namespace twinbook
