// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrlQuery>

#include <tl/expected.hpp>

namespace twinbook {

//! The head of a request as a browser sends it to the sign-in listener. Hostile until proven
//! otherwise: any program and any web page on this computer can send one.
struct LoopbackRequest
{
    QByteArray method;
    QByteArray path;
    QByteArray host;
    QUrlQuery query;
};

enum class LoopbackRequestFault : quint8 { Incomplete, TooLarge, Malformed };

//! Reads a request from the bytes so far. Strict: one Host header, no body, no blank in the path.
[[nodiscard]] tl::expected<LoopbackRequest, LoopbackRequestFault> readLoopbackRequest(
    const QByteArray &received, qsizetype longest);

} // namespace twinbook
