// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

namespace twinbook::sandbox::officernd {

//! Every scope an application can be given: the 112 of officernd.md 1.6. The practice application
//! has them all; a request that names any other fails as a whole.
[[nodiscard]] const QSet<QString> &knownScopes();

//! The two scopes of version 1, which the vendor's samples of the partner flow ask for.
[[nodiscard]] QString firstVersionRead();
[[nodiscard]] QString firstVersionWrite();

} // namespace twinbook::sandbox::officernd
