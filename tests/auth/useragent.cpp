// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent.h"

#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace twinbook::test {

namespace {

QNetworkRequest plain(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    return request;
}

//! What stands between `before` and the next quote.
QString between(const QByteArray &html, const QByteArray &before)
{
    const qsizetype start = html.indexOf(before);
    if (start < 0)
        return {};
    const qsizetype from = start + before.size();
    return QString::fromUtf8(html.mid(from, html.indexOf('"', from) - from));
}

} // namespace

Page UserAgent::finished(QNetworkReply *reply) const
{
    QSignalSpy ended(reply, &QNetworkReply::finished);
    if (!reply->isFinished())
        ended.wait(30'000);
    Page page;
    page.url = reply->url();
    page.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (target.isValid())
        page.redirect = reply->url().resolved(target);
    page.body = reply->readAll();
    reply->deleteLater();
    return page;
}

Page UserAgent::get(const QUrl &url)
{
    return finished(m_network.get(plain(url)));
}

Page UserAgent::post(const QUrl &url, const QByteArray &form)
{
    QNetworkRequest request = plain(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
    return finished(m_network.post(request, form));
}

Page UserAgent::follow(Page page)
{
    while (page.redirect.isValid() && page.redirect.port() == page.url.port()
           && page.redirect.path() != "/redirect.html"_L1)
        page = get(page.redirect);
    return page;
}

QUrl UserAgent::allow(const QUrl &authorize)
{
    Page page = follow(get(authorize));
    page = follow(post(page.url.resolved(QUrl(between(page.body, "action=\""_ba))),
                       "prompt=login&login=robin&password=any"));
    page = follow(
        post(page.url.resolved(QUrl(between(page.body, "action=\""_ba))), "prompt=consent"));
    return page.redirect;
}

QUrl UserAgent::refuse(const QUrl &authorize)
{
    const Page page = follow(get(authorize));
    const qsizetype abort = page.body.indexOf("/abort");
    const qsizetype start = page.body.lastIndexOf('"', abort) + 1;
    const QString path
        = QString::fromUtf8(page.body.mid(start, page.body.indexOf('"', abort) - start));
    return follow(get(page.url.resolved(QUrl(path)))).redirect;
}

} // namespace twinbook::test
