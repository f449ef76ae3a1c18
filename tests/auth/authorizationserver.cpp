// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "authorizationserver.h"

#include "useragent.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace twinbook::test {

QString foreignScript(const QString &name)
{
    const QString folder = QStringLiteral(TWINBOOK_FOREIGN);
    const bool installed = QFileInfo::exists(folder + "/node_modules/oidc-provider"_L1)
        && !QStandardPaths::findExecutable(u"node"_s).isEmpty();
    return installed ? folder + u'/' + name : QString();
}

AuthorizationServer::~AuthorizationServer()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
}

QString AuthorizationServer::start()
{
    const QString script = foreignScript(u"authorizationserver.mjs"_s);
    if (script.isEmpty())
        return u"no Node.js with oidc-provider in %1; ./dev test installs it"_s.arg(
            QStringLiteral(TWINBOOK_FOREIGN));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"REDIRECT_PAGE"_s, QStringLiteral(TWINBOOK_REDIRECT_PAGE));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(u"node"_s, {script});
    while (m_process.canReadLine() || m_process.waitForReadyRead(30'000)) {
        const QByteArray line = m_process.readLine();
        if (!line.startsWith('{'))
            continue;
        const int port = QJsonDocument::fromJson(line).object().value("port"_L1).toInt();
        m_url = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        return {};
    }
    qFatal("the authorization server did not start: %s", qPrintable(m_process.errorString()));
}

QUrl AuthorizationServer::url(const QString &path) const
{
    QUrl url = m_url;
    url.setPath(path);
    return url;
}

QJsonObject AuthorizationServer::control(const QJsonObject &change)
{
    UserAgent agent;
    const Page page = agent.post(url(u"/control"_s), QJsonDocument(change).toJson());
    return QJsonDocument::fromJson(page.body).object();
}

bool AuthorizationServer::revoke(const QByteArray &refreshToken)
{
    UserAgent agent;
    return agent
               .post(url(u"/oauth/revoke"_s),
                     "client_id=app-desk&client_secret=desk%20secret%2B%2F%3D%26&token="
                         + refreshToken)
               .status
        == 200;
}

} // namespace twinbook::test
