// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace twinbook::sandbox {

//! A gzip file (RFC 1952) of some 64 KiB that unpacks to 64 MiB of blanks.
[[nodiscard]] const QByteArray &gzipBomb();

} // namespace twinbook::sandbox
