// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace twinbook::test {

//! A program of tests/foreign as installed into the build tree; empty if it or Node.js is missing.
[[nodiscard]] QString foreignScript(const QString &name);

//! tests/foreign/authorizationserver.mjs: a real authorization server with HighLevel's manners.
class AuthorizationServer final
{
public:
    AuthorizationServer() = default;
    ~AuthorizationServer();
    Q_DISABLE_COPY_MOVE(AuthorizationServer)

    //! Starts it. Empty if it runs, else the reason to skip.
    [[nodiscard]] QString start();
    [[nodiscard]] const QUrl &url() const { return m_url; }
    [[nodiscard]] QUrl url(const QString &path) const;

    //! Changes its behaviour and tells what it has counted.
    QJsonObject control(const QJsonObject &change = {});
    //! Ends everything that began with this refresh token, as an administrator would.
    [[nodiscard]] bool revoke(const QByteArray &refreshToken);

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace twinbook::test
