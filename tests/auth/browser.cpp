// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/browser.h"

#include "auth/authorizationserver.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace twinbook::test {

QString Browser::missing()
{
    if (!QFileInfo(u"/usr/bin/chromium"_s).isExecutable())
        return u"no /usr/bin/chromium; ./dev test installs it"_s;
    if (foreignScript(u"browser.mjs"_s).isEmpty())
        return u"no Node.js with playwright-core; ./dev test installs it"_s;
    return {};
}

void Browser::open(const QUrl &address, const QString &answer, const QString &lastPath)
{
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_process.start(u"node"_s, {foreignScript(u"browser.mjs"_s)});
    m_process.write(QJsonDocument(QJsonObject {{u"url"_s, address.toString(QUrl::FullyEncoded)},
                                               {u"profile"_s, m_profile.path()},
                                               {u"answer"_s, answer},
                                               {u"last"_s, lastPath}})
                        .toJson());
    m_process.closeWriteChannel();
}

QJsonObject Browser::lastPage()
{
    (void)QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, 60'000);
    const QByteArray errors = m_process.readAllStandardError();
    if (!errors.isEmpty())
        qWarning().noquote() << errors;
    return QJsonDocument::fromJson(m_process.readAllStandardOutput()).object();
}

} // namespace twinbook::test
