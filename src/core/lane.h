// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtGlobal>

namespace twinbook {

//! Who waits for a request. A person who waits goes before work that nobody is watching.
enum class Lane : quint8 { Person, Background };

} // namespace twinbook
