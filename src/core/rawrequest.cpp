// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rawrequest.h"

namespace twinbook {

QString rawMethodName(RawMethod method)
{
    switch (method) {
    case RawMethod::Get:
        return QStringLiteral("GET");
    case RawMethod::Post:
        return QStringLiteral("POST");
    case RawMethod::Put:
        return QStringLiteral("PUT");
    case RawMethod::Delete:
        return QStringLiteral("DELETE");
    }
    Q_UNREACHABLE();
}

RawRequests::~RawRequests() = default;

} // namespace twinbook
