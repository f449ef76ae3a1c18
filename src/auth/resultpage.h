// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace twinbook {

//! What the browser shows when it comes back. The sentences are made elsewhere; whatever of them
//! came from a service is hostile text.
struct ResultPage
{
    enum class Outcome : quint8 { Good, Bad };

    Outcome outcome = Outcome::Good;
    QString heading;
    QString text;
};

//! A complete page in the user's language, without scripts, pictures or anything to load.
[[nodiscard]] QByteArray resultPageHtml(const ResultPage &page);

//! "Content-Security-Policy" for that page: it may do nothing but be styled by its own sheet.
[[nodiscard]] QByteArray resultPagePolicy();

} // namespace twinbook
