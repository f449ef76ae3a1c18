// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "highlevel/versionedtransport.h"

namespace twinbook::highlevel {

VersionedTransport::VersionedTransport(Transport &next, const HighLevelSettings &settings)
    : m_next(next)
    , m_basePath(settings.apiUrl.path())
    , m_version(settings.version)
{ }

std::unique_ptr<TransportJob> VersionedTransport::send(const WireRequest &request)
{
    QString path = request.url.path();
    if (path.startsWith(m_basePath))
        path.remove(0, m_basePath.size());
    WireRequest versioned = request;
    erase_if(versioned.headers, [](const HttpHeader &header) {
        return header.first.compare("Version", Qt::CaseInsensitive) == 0;
    });
    versioned.headers.prepend({"Version", versionHeader(path, m_version)});
    return m_next.send(versioned);
}

} // namespace twinbook::highlevel
