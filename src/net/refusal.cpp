// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/refusal.h"

#include <algorithm>

namespace twinbook {

std::optional<Again> lookUp(std::span<const RefusalRow> rows, int status, const QString &message)
{
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const RefusalRow &candidate) {
        return candidate.status == status && message.contains(candidate.words, Qt::CaseInsensitive);
    });
    if (row == rows.end())
        return std::nullopt;
    return row->again;
}

Again againByKind(ErrorKind kind)
{
    if (kind == ErrorKind::Unauthorized)
        return Again::WithFreshSignIn;
    return isRetryable(kind) ? Again::Later : Again::Never;
}

} // namespace twinbook
