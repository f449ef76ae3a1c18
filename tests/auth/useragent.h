// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

namespace twinbook::test {

struct Page
{
    int status = 0;
    QUrl url;
    QUrl redirect; //!< where the page sends the browser; not followed yet
    QByteArray body;
};

//! A browser without a window: cookies and redirects, one step at a time.
class UserAgent final
{
public:
    [[nodiscard]] Page get(const QUrl &url);
    [[nodiscard]] Page post(const QUrl &url, const QByteArray &form);

    //! Goes through oidc-provider's pages from the given address: signs in and allows. Ends with
    //! the address on this computer that it is sent to, which it does not open.
    [[nodiscard]] QUrl allow(const QUrl &authorize);
    //! The same, but the person presses Cancel.
    [[nodiscard]] QUrl refuse(const QUrl &authorize);

private:
    //! Follows redirects on the server; stops at a page or at another origin.
    [[nodiscard]] Page follow(Page page);
    [[nodiscard]] Page finished(QNetworkReply *reply) const;

    QNetworkAccessManager m_network;
};

} // namespace twinbook::test
