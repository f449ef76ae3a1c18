// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/baseurl.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

Failure refused(const QString &message, const QUrl &url)
{
    return Failure(Error {.kind = ErrorKind::InvalidInput,
                          .message = message,
                          .detail = u"address "_s
                              + url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery)});
}

bool isLoopback(const QString &host)
{
    // Names other than this one are not resolved: what a name points to can change.
    return host == "localhost"_L1 || host == "127.0.0.1"_L1 || host == "::1"_L1;
}

bool isAllowed(const QString &host, const QStringList &allowedHosts)
{
    return std::any_of(allowedHosts.cbegin(), allowedHosts.cend(), [&](const QString &allowed) {
        return allowed.startsWith(u'.') ? host.endsWith(allowed) : host == allowed;
    });
}

} // namespace

Result<QUrl> checkedBaseUrl(const QUrl &url, const QStringList &allowedHosts, HostPolicy policy)
{
    const QString host = url.host(QUrl::FullyEncoded).toLower();
    if (!url.isValid() || url.isRelative() || host.isEmpty()) {
        return refused(QCoreApplication::translate("net", "This is not a complete web address."),
                       url);
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return refused(
            QCoreApplication::translate(
                "net", "The address must not contain a user name, a question mark or a hash."),
            url);
    }

    const bool loopback = isLoopback(host);
    if (loopback && policy == HostPolicy::AlsoLoopback) {
        if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1) {
            return refused(
                QCoreApplication::translate("net", "The address must start with http or https."),
                url);
        }
    } else if (!isAllowed(host, allowedHosts)) {
        return refused(QCoreApplication::translate(
                           "net", "%1 is not an address of this service, so nothing is sent there.")
                           .arg(host),
                       url);
    } else if (url.scheme() != "https"_L1 || url.port(443) != 443) {
        return refused(QCoreApplication::translate(
                           "net", "The address must start with https and use the usual port."),
                       url);
    }
    return url.adjusted(QUrl::NormalizePathSegments | QUrl::StripTrailingSlash);
}

} // namespace twinbook
