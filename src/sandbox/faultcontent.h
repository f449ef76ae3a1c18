// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/faults.h"

#include <QJsonValue>

namespace twinbook::sandbox {

//! The request as the service understands it under that fault: kinds that concern stored values
//! change the body, all others nothing.
[[nodiscard]] HttpRequest rewritten(Fault::Kind kind, HttpRequest request);
//! The reply as that fault shows it; the same for kinds that do not concern content.
[[nodiscard]] HttpReply rewritten(Fault::Kind kind, HttpReply reply);

//! The last element of the list in a reply; undefined if there is none.
[[nodiscard]] QJsonValue lastRow(const HttpReply &reply);
//! That row first, then the list as it is; an undefined row adds nothing.
[[nodiscard]] HttpReply withRowBefore(HttpReply reply, const QJsonValue &row);
//! The list without the element that was changed last.
[[nodiscard]] HttpReply withoutNewest(HttpReply reply);

} // namespace twinbook::sandbox
