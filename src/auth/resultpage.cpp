// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/resultpage.h"

#include <QCryptographicHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace twinbook {

namespace {

const QByteArray &styleSheet()
{
    static const QByteArray sheet
        = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto 0;"
          "padding:0 1.5rem;color:#1c1c22;background:#fff}h1{font-size:1.5rem;margin:0 0 .5rem}"
          "h1.good{color:#0b6b3a}h1.bad{color:#a3261a}"
          "@media(prefers-color-scheme:dark){body{color:#ececf1;background:#1b1b20}"
          "h1.good{color:#6fd6a0}h1.bad{color:#ff9d91}}"_ba;
    return sheet;
}

} // namespace

QByteArray resultPageHtml(const ResultPage &page)
{
    const bool rightToLeft = QLocale().textDirection() == Qt::RightToLeft;
    const QString html
        = u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\">"
          "<meta name=\"viewport\" content=\"width=device-width\"><title>%3 - Twinbook</title>"
          "<style>%4</style></head>\n<body><main role=\"status\"><h1 class=\"%5\">%3</h1>"
          "<p>%6</p></main></body></html>\n"_s.arg(
              QLocale().bcp47Name().toHtmlEscaped(), rightToLeft ? u"rtl"_s : u"ltr"_s,
              page.heading.toHtmlEscaped(), QString::fromLatin1(styleSheet()),
              page.outcome == ResultPage::Outcome::Good ? u"good"_s : u"bad"_s,
              page.text.toHtmlEscaped());
    return html.toUtf8();
}

QByteArray resultPagePolicy()
{
    static const QByteArray policy = "default-src 'none'; style-src 'sha256-"_ba
        + QCryptographicHash::hash(styleSheet(), QCryptographicHash::Sha256).toBase64()
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"_ba;
    return policy;
}

} // namespace twinbook
