// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rawrequest.h"

#include <QJsonObject>

namespace twinbook {

//! One request and its reply as they may be kept and shown to anybody: structure, statuses, what
//! the service says about errors and allowances. Texts and numbers of records are replaced by
//! their size, because they belong to people; control characters are gone.
[[nodiscard]] QJsonObject evidenceOf(const RawRequest &request, const RawReply &reply);
[[nodiscard]] QJsonObject evidenceOf(const RawRequest &request, const Error &error);

//! "PUT contacts/abc": method and path, without the query, harmless to print.
[[nodiscard]] QString requestLine(const RawRequest &request);

//! At most `length` characters without control characters, e-mail addresses, phone numbers and
//! secrets.
[[nodiscard]] QString harmless(const QString &text, qsizetype length);

} // namespace twinbook
