// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/desk.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace twinbook::test {

Desk::Desk(ServedSandbox &services)
    : m_services(services)
{ }

QStringList Desk::complete(const QStringList &command) const
{
    return command
        + QStringList {u"--json"_s, u"--developer"_s, u"--data-dir"_s, path(u"twinbook"_s)};
}

Ended Desk::run(const QStringList &command, const QByteArray &input) const
{
    return twinbookctl(complete(command), input);
}

std::unique_ptr<QProcess> Desk::start(const QStringList &command) const
{
    return startTwinbookctl(complete(command));
}

Ended Desk::connectOfficeRnD() const
{
    return connectOfficeRnD(m_services.told(u"organization"_s), m_services.told(u"clientSecret"_s));
}

Ended Desk::connectOfficeRnD(const QString &organization, const QString &secret) const
{
    return run({u"connect"_s, u"officernd"_s, u"--organization"_s, organization, u"--client-id"_s,
                m_services.told(u"clientId"_s), u"--url"_s, m_services.told(u"officernd"_s),
                u"--identity-url"_s, m_services.told(u"identity"_s)},
               secret.toUtf8());
}

Ended Desk::connectHighLevel() const
{
    return connectHighLevel(m_services.told(u"location"_s), m_services.told(u"privateToken"_s));
}

Ended Desk::connectHighLevel(const QString &location, const QString &secret) const
{
    return run({u"connect"_s, u"highlevel"_s, u"--location"_s, location, u"--url"_s,
                m_services.told(u"highlevel"_s)},
               secret.toUtf8());
}

std::unique_ptr<QProcess> Desk::startedSync() const
{
    const qsizetype before = run({u"history"_s}).json.value("runs"_L1).toArray().size();
    std::unique_ptr<QProcess> process = start({u"sync"_s, u"--yes"_s});
    while (!process->waitForFinished(10) && process->state() != QProcess::NotRunning) {
        if (run({u"history"_s}).json.value("runs"_L1).toArray().size() > before)
            return process;
    }
    return {};
}

int bothSidesOf(const QJsonObject &report, const QString &member)
{
    const QJsonObject sides = report.value(member).toObject();
    return sides.value("officernd"_L1).toInt() + sides.value("highlevel"_L1).toInt();
}

} // namespace twinbook::test
