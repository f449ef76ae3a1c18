// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/endpoint.h"

namespace twinbook::highlevel {

HttpRequest Endpoint::request(const QStringList &ids) const
{
    HttpRequest request;
    request.method = method;
    request.permission = permission;
    request.repetition = repetition;
    request.path = QString(path).split(u'/');
    qsizetype used = 0;
    for (QString &segment : request.path) {
        if (segment.startsWith(u'{'))
            segment = ids.value(used++);
    }
    Q_ASSERT(used == ids.size());
    return request;
}

} // namespace twinbook::highlevel
