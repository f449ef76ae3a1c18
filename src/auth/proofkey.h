// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace twinbook {

//! `bytes` random bytes of the operating system as base64url text without padding.
[[nodiscard]] QByteArray randomUrlText(int bytes);

//! The challenge of a PKCE verifier by method S256 (RFC 7636 4.2).
[[nodiscard]] QByteArray proofChallenge(const QByteArray &verifier);

//! Whether both are equal, in a time that tells nothing about where they differ. Lengths are no
//! secret.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace twinbook
