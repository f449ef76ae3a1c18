// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpheaders.h"
#include "net/httprequest.h"

#include <QJsonObject>
#include <QString>

//! What a RequestRecord may keep of a request and its reply.
namespace twinbook {

//! "contacts/Ab3..?email=(hidden)&$limit=50". Kept are the words of an address, ids, the names of
//! parameters and small numbers; whatever has another shape is hidden, whoever put it there.
[[nodiscard]] QString loggablePath(const HttpRequest &request);

//! `traceId` of the body or, if there is none, of the usual headers. Hostile text: anything but a
//! short identifier is dropped.
[[nodiscard]] QString traceOf(const QJsonObject &body, const HttpHeaders &headers);

} // namespace twinbook
