// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"

#include <QStringList>
#include <QUrl>

namespace twinbook {

//! Which addresses a client may be pointed at.
enum class HostPolicy : quint8 {
    ServiceOnly, //!< the service's own hosts over https
    AlsoLoopback, //!< in addition http to this computer: developer and practice mode
};

//! Checks an address before any credential can be sent to it (experience.md S15): https, a host of
//! `allowedHosts` (an entry starting with "." allows every host below it), the usual port, no user
//! name, query or fragment. Loopback addresses pass only with HostPolicy::AlsoLoopback.
//! The result has no trailing slash. Errors are of kind InvalidInput.
[[nodiscard]] Result<QUrl> checkedBaseUrl(const QUrl &url, const QStringList &allowedHosts,
                                          HostPolicy policy);

} // namespace twinbook
