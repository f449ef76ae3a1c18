// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace twinbook::test {

//! A person with a real browser (tests/foreign/browser.mjs) and an empty profile.
class Browser final
{
public:
    //! Why there is none on this computer; empty if there is.
    [[nodiscard]] static QString missing();

    //! Begins to act at the address. `answer` is "allow" or "refuse" on oidc-provider's pages,
    //! "Location", "Company" or "nobody" on the sandbox's. Ends at the page with `lastPath`.
    void open(const QUrl &address, const QString &answer, const QString &lastPath);
    //! What the last page showed: title, heading, text, code, width.
    [[nodiscard]] QJsonObject lastPage();

private:
    QTemporaryDir m_profile;
    QProcess m_process;
};

} // namespace twinbook::test
