// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "quirks/quirkset.h"

#include <QJsonObject>
#include <QString>

namespace twinbook {

//! What a file with the result of a probe says, as ProbeReport::toJson() made it. The file is
//! hostile: InvalidInput with a sentence for what is no such result, is far too long, or speaks of
//! quirks that this version does not know; Storage if it cannot be read.
[[nodiscard]] Result<QJsonObject> readProbeFile(const QString &path);

//! What holds of the services that all those files together tell of.
[[nodiscard]] Result<QuirkSet> quirksFromProbeFiles(const QStringList &paths);

} // namespace twinbook
