// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace twinbook::highlevel {

//! Which edition of the interface is spoken (highlevel.md 1.7). Replies are read in either
//! spelling, so that a switch changes only what is sent.
enum class ApiVersion : quint8 {
    Dated, //!< "v2": a date for each group of operations
    V3, //!< live since 2026-06-11; without the deprecated lists
};

//! What the `Version` header must say for a path below the base address, such as
//! "/calendars/events". Without it the service answers as if the credential were wrong.
[[nodiscard]] QByteArray versionHeader(const QString &path, ApiVersion version);

} // namespace twinbook::highlevel
