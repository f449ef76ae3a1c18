// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "viewmodels/loggedrequest.h"

namespace twinbook {

enum class RequestFormat : quint8 { Csv, Json };

//! By the end of the name. InvalidInput with a sentence for any other end than .csv and .json.
[[nodiscard]] Result<RequestFormat> requestFormatOf(const QString &path);

//! Every attempt with the name of its operation, oldest request first, as it may be sent to
//! somebody: a table (RFC 4180, in which nothing can be taken for a formula) or a JSON array.
[[nodiscard]] QByteArray exported(const QList<LoggedRequest> &requests, RequestFormat format);

//! Writes that into a file, in the format of its name; the whole file or nothing. InvalidInput for
//! the name, Storage if it cannot be written.
[[nodiscard]] Result<> exportRequests(const QList<LoggedRequest> &requests, const QString &path);

} // namespace twinbook
