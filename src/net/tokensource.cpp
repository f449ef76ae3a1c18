// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tokensource.h"

#include <algorithm>

namespace twinbook {

TokenSource::~TokenSource() = default;

bool isBearerToken(const QByteArray &text)
{
    const auto allowed = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool digit = c >= '0' && c <= '9';
        return letter || digit || QByteArrayView("-._~+/=").contains(c);
    };
    return !text.isEmpty() && std::all_of(text.cbegin(), text.cend(), allowed);
}

} // namespace twinbook
