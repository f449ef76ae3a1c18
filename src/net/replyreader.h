// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/fault.h"
#include "net/transport.h"

#include <QDateTime>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace twinbook {

//! Believes a reply in stages: transport, status, content type, JSON, expected members. The first
//! stage that fails is the fault. An empty body of a success is an empty object.
[[nodiscard]] tl::expected<QJsonObject, Fault> readReply(const HttpRequest &request,
                                                         const TransportReply &reply,
                                                         const QDateTime &now);

} // namespace twinbook
